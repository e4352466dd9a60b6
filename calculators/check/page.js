// The page that checks a copy: what was chosen goes to be judged, and what was found is said in words.
(() => {
  const root = document.querySelector(".copy-check");
  if (!(root instanceof HTMLElement)) return;
  /** @type {Record<string, string>} */
  const words = JSON.parse(root.dataset.words || "{}");
  const online = location.protocol.startsWith("http");
  const top = document.documentElement.lang === "en" ? "../" : "";
  const manifest = self.measuresManifest;
  /** @template {HTMLElement} [T=HTMLElement] @param {string} selector */
  const part = (selector) => /** @type {T} */ (root.querySelector(selector));
  const outcome = part(".outcome");
  let stopping = new AbortController();

  /** @param {string} name @param {...unknown} values */
  const say = (name, ...values) => words[name].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));
  /** @param {number} bytes */
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

  /** @param {string} tag @param {string} text @param {string} [kind] */
  function element(tag, text, kind) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  /** @param {string} heading @param {string[]} names */
  function list(heading, names) {
    if (!names.length) return [];
    const items = document.createElement("ul");
    items.append(...names.map((name) => {
      const item = document.createElement("li");
      item.append(element("code", name));
      return item;
    }));
    return [element("h3", `${heading} (${names.length})`), items];
  }

  /** @param {number} done @param {number} total */
  function going(done, total) {
    const bar = part(".going progress");
    bar.setAttribute("max", String(total));
    bar.setAttribute("value", String(done));
    part("#going").textContent = say("checking", done, total);
  }

  /** @param {string} sentence @param {boolean} well @param {Element[]} [more] */
  function tell(sentence, well, more = []) {
    outcome.replaceChildren(element("p", sentence, `finding ${well ? "well" : "ill"}`), ...more);
    outcome.hidden = false;
    part(".announced").textContent = sentence;
    part(".copy-check > .actions").hidden = false;
    outcome.focus();
  }

  /** @param {import("./types").Findings} findings @param {number} total */
  function result(findings, total) {
    const { missing, changed, extra, looked } = findings;
    const well = !missing.length && !changed.length && !extra.length;
    const more = [...list(words.missing, missing), ...list(words.changed, changed), ...list(words.extra, extra)];
    if (!well) more.push(element("p", words.repair));
    more.push(element("p", say("notice", manifest?.notice_sha256), "small"));
    if (stopping.signal.aborted) tell(say("stopped", looked, total), well, more);
    else tell(well ? say("whole", looked) : say("wrong", missing.length, changed.length, extra.length), well, more);
  }

  /** @param {(stop: AbortSignal) => Promise<import("./types").Found[]>} source @param {string} trouble */
  async function check(source, trouble) {
    if (!manifest) return;
    stopping.abort();
    const mine = stopping = new AbortController();
    part(".going").hidden = false;
    outcome.hidden = true;
    try {
      const found = await source(mine.signal);
      if (!found.length) tell(words.foreign, false);
      else {
        const findings = await self.measuresJudge(manifest, found, going, mine.signal);
        if (stopping === mine) result(findings, found.length);
      }
    } catch (error) {
      if (stopping === mine && !mine.signal.aborted) tell(say(trouble, error instanceof Error ? error.message : error), false);
      else if (stopping === mine) tell(say("stopped", part(".going progress").getAttribute("value"), part(".going progress").getAttribute("max")), true);
    } finally {
      if (stopping === mine) part(".going").hidden = true;
    }
  }

  /** From disk, without being asked: which files are there, and Python to the byte. @param {import("./types").SiteManifest} list_ */
  async function look(list_) {
    const seen = part(".seen");
    const line = element("p", "");
    seen.replaceChildren(line);
    seen.hidden = false;
    const absent = await self.measuresSources.absent(list_, top, (done, total) => { line.textContent = say("looking", done, total); });
    const total = Object.keys(list_.files).length;
    line.textContent = absent === null ? words.unseen : absent.length ? say("absent", absent.length, total) : say("present", total);
    line.className = `finding ${absent === null ? "" : absent.length ? "ill" : "well"}`;
    seen.append(...list(words.missing, absent || []));
    const { wrong, bytes } = await self.measuresSources.python(list_, top);
    const damaged = wrong.filter((name) => !absent?.includes(name));
    if (damaged.length) seen.append(element("p", say("python_wrong", damaged.join(" ")), "finding ill"));
    else if (!wrong.length) seen.append(element("p", say("python", megabytes(bytes)), "finding well"));
    if (absent?.length || damaged.length) seen.append(element("p", words.repair));
    seen.append(element("p", words.choose, "small"));
  }

  function wire() {
    /** @type {HTMLInputElement} */
    const chosen = part("#chosen");
    chosen.addEventListener("change", () => {
      const files = [...chosen.files || []].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      chosen.value = ""; // so that the same folder can be chosen again
      check(async () => self.measuresSources.inFolder(/** @type {any} */ (manifest), files), "unread");
    });
    const drop = part(".drop");
    drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const items = event.dataTransfer?.items;
      if (!items) return;
      const files = self.measuresSources.dropped(items); // the items are gone after this event
      check(async () => self.measuresSources.inFolder(/** @type {any} */ (manifest), await files), "unread");
    });
    root?.addEventListener("click", (event) => {
      const button = event.target instanceof HTMLButtonElement ? event.target : null;
      if (button?.dataset.action === "fetch") check(async (stop) => self.measuresSources.served(/** @type {any} */ (manifest), top, stop), "failed");
      if (button?.dataset.action === "cancel") stopping.abort();
      if (button?.dataset.action === "copy") self.measuresCopy?.(outcome.innerText, button);
      if (button?.dataset.action === "print") print();
    });
  }

  part(".no-list").hidden = Boolean(manifest);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".online"))) line.hidden = !online;
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".on-disk"))) line.hidden = online;
  if (!manifest) return;
  const size = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  part(".size").textContent = (part(".size").dataset.says || "").replace("{}", megabytes(size));
  wire();
  if (!online) look(manifest);
})();
