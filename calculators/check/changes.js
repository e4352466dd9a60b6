// What changed since an older copy, from the two lists: pages by what they say, and the rest by kind.
(() => {
  /** @typedef {import("./types").SiteManifest} SiteManifest */
  const SCHEMA = 1;
  const LANGS = /** @type {const} */ (["zh", "en"]);

  /** @param {any} value @returns {value is Record<string, any>} */
  const record = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** @type {Window["measuresChanges"]["understood"]} */
  function understood(text) {
    /** @type {unknown} */
    let read;
    try {
      read = JSON.parse(text);
    } catch {
      return "not_json";
    }
    if (!record(read) || !record(read.files) || typeof read.notice_sha256 !== "string" || !Number.isInteger(read.schema)) return "not_ours";
    if (read.schema > SCHEMA) return "too_new";
    const stated = Object.values(read.files).every((file) => record(file) && typeof file.sha256 === "string");
    const pages = read.pages === undefined || (record(read.pages) && Object.values(read.pages).every(record));
    return stated && pages && read.files["index.html"] ? /** @type {any} */ (read) : "not_ours";
  }

  /** @param {SiteManifest} manifest @param {string} page @param {"zh" | "en"} lang */
  const fileOf = (manifest, page, lang) => manifest.files[(lang === "zh" ? "" : "en/") + page]?.sha256;

  /** What a list knows of a page's words in a language: their hash, or with an old list that of the whole file. @param {SiteManifest} manifest @param {string} page @param {"zh" | "en"} lang @param {boolean} coarse */
  const wordsOf = (manifest, page, lang, coarse) => (coarse ? fileOf(manifest, page, lang) : manifest.pages?.[page]?.[lang]?.words);

  /** @param {SiteManifest} manifest @param {SiteManifest} named */
  function pagesOf(manifest, named) {
    if (manifest.pages) return Object.keys(manifest.pages);
    const known = named.pages || {};
    return Object.keys(manifest.files).filter((name) => known[name] || /^measures\/m\d+\.html$/.test(name));
  }

  /** The hashes of the files of one kind, in the order of their names. @param {SiteManifest} manifest @param {RegExp} kind */
  const hashes = (manifest, kind) => Object.keys(manifest.files).filter((name) => kind.test(name)).sort()
    .map((name) => `${name} ${manifest.files[name].sha256}`).join();

  /** @type {Window["measuresChanges"]["since"]} */
  function since(older, now, lang) {
    const coarse = !older.pages;
    const [before, after] = [new Set(pagesOf(older, now)), new Set(pagesOf(now, now))];
    /** @param {string} page @param {SiteManifest} from @param {import("./types").PageChange["langs"]} langs */
    const told = (page, from, langs) => ({ page, title: from.pages?.[page]?.[lang]?.title || page, langs });
    const changed = [];
    for (const page of [...after].filter((name) => before.has(name))) {
      const [zh, en] = LANGS.map((code) => wordsOf(older, page, code, coarse) !== wordsOf(now, page, code, coarse));
      if (zh || en) changed.push(told(page, now, zh && en ? "both" : zh ? "zh" : "en"));
    }
    /** @param {RegExp} kind */
    const differ = (kind) => hashes(older, kind) !== hashes(now, kind);
    const added = [...after].filter((page) => !before.has(page)).map((page) => told(page, now, ""));
    const removed = [...before].filter((page) => !after.has(page)).map((page) => told(page, older, ""));
    const notice = older.notice_sha256 !== now.notice_sha256;
    // The offline page is not the same online and in a copy, and the script of the list states the list.
    const files = differ(/^(?!manifest\.json$|(en\/)?offline\.html$)/);
    return {
      coarse,
      same: !(files || notice || changed.length || added.length || removed.length),
      notice,
      runtime: differ(/^runtime\//),
      looks: differ(/^assets\/(?!search\.(zh|en)\.|clauses\.)/),
      changed,
      added,
      removed,
    };
  }

  self.measuresChanges = { understood, since };
})();
