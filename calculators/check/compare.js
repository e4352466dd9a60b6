// The comparison with an older copy: its list is chosen, and what changed since is told by page and measure.
(() => {
  const root = document.querySelector(".copy-check");
  const field = document.getElementById("older");
  const now = self.measuresManifest;
  if (!(root instanceof HTMLElement) || !(field instanceof HTMLInputElement) || !now) return;
  /** @type {Record<string, string>} */
  const words = JSON.parse(root.dataset.words || "{}");
  const lang = document.documentElement.lang === "en" ? "en" : "zh";
  const since = /** @type {HTMLElement} */ (root.querySelector(".since"));
  const MEASURE = /^measures\/m\d+\.html$/;

  /** @param {string} text @param {string} [kind] */
  function line(text, kind) {
    const made = document.createElement("p");
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  /** @param {string} heading @param {import("./types").PageChange[]} pages @param {boolean} linked */
  function list(heading, pages, linked) {
    if (!pages.length) return [];
    const [title, items] = [document.createElement("h3"), document.createElement("ul")];
    title.textContent = `${heading} (${pages.length})`;
    for (const { page, title: name, langs } of pages) {
      const item = document.createElement("li");
      const said = linked ? Object.assign(document.createElement("a"), { href: page }) : document.createElement("span");
      said.textContent = name;
      item.append(said, langs ? ` (${words[langs]})` : "");
      items.append(item);
    }
    return [title, items];
  }

  /** @param {import("./types").SiteManifest} older @param {import("./types").SiteManifest} list_ */
  function told(older, list_) {
    const found = self.measuresChanges.since(older, list_, lang);
    if (found.same) return [line(words.same, "finding well")];
    /** @param {import("./types").PageChange[]} pages @param {boolean} measures */
    const of = (pages, measures) => pages.filter(({ page }) => MEASURE.test(page) === measures);
    const parts = [
      line(found.notice ? words.notice_differs : words.notice_same, `finding ${found.notice ? "ill" : "well"}`),
      line(found.runtime ? words.runtime : words.runtime_same),
      ...(found.looks ? [line(words.looks)] : []),
      ...(found.coarse ? [line(words.old_list, "small")] : []),
      ...list(words.measures_changed, of(found.changed, true), true),
      ...list(words.measures_added, of(found.added, true), true),
      ...list(words.measures_removed, of(found.removed, true), false),
      ...list(words.pages_changed, of(found.changed, false), true),
      ...list(words.pages_added, of(found.added, false), true),
      ...list(words.pages_removed, of(found.removed, false), false),
    ];
    if (!found.changed.length && !found.added.length && !found.removed.length) parts.push(line(words.no_words));
    if (list_.files[lang === "zh" ? "changes.html" : "en/changes.html"]) {
      const link = Object.assign(document.createElement("a"), { href: "changes.html", textContent: words.changes });
      parts.push(line(""));
      parts[parts.length - 1].append(link);
    }
    return parts;
  }

  field.addEventListener("change", async () => {
    const file = field.files?.[0];
    if (!file) return;
    const older = self.measuresChanges.understood(await file.text().catch(() => ""));
    field.value = ""; // so that the same file can be chosen again
    since.replaceChildren(...(typeof older === "string" ? [line(words[older], "finding ill")] : told(older, now)));
    since.hidden = false;
  });
})();
