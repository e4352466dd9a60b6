// The search box: loads the search when it is first used, and shows results as links while one types.
(() => {
  /** @typedef {import("./types").SearchHit} SearchHit */
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const forms = /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.search"));
  const pages = (/** @type {HTMLAnchorElement | null} */ (document.querySelector(".top .brand"))?.href || "").replace(/index\.html$/, "");
  const LIMIT = 8;
  /** @type {Promise<(query: string) => SearchHit[]> | undefined} */
  let loading;

  /** @param {string} name @returns {Promise<void>} */
  function load(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(name, script.src).href;
      element.onload = () => resolve();
      element.onerror = () => reject(new Error(name));
      document.head.append(element);
    });
  }

  function engine() {
    loading ??= load(script.dataset.records || "")
      .then(() => load(script.dataset.engine || ""))
      .then(() => {
        if (!self.measuresSearch) throw new Error("search.js");
        return self.measuresSearch;
      });
    loading.catch(() => { loading = undefined; });
    return loading;
  }

  /** The text with what was asked for marked. @param {string} text @param {string[]} wanted */
  function highlighted(text, wanted) {
    const fragment = document.createDocumentFragment();
    const pattern = wanted.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    let position = 0;
    for (const match of pattern ? text.matchAll(new RegExp(`(?:${pattern})+`, "gi")) : []) {
      fragment.append(text.slice(position, match.index));
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      fragment.append(mark);
      position = match.index + match[0].length;
    }
    fragment.append(text.slice(position));
    return fragment;
  }

  /** A long sentence from a little before the first match on. @param {string} text @param {string[]} wanted */
  function shortened(text, wanted) {
    const lower = text.toLowerCase();
    const first = Math.min(...wanted.map((term) => lower.indexOf(term)).filter((at) => at >= 0), text.length);
    const start = text.length > 110 && first > 40 && first < text.length ? first - 25 : 0;
    const part = text.slice(start, start + 120);
    return (start ? "…" : "") + part + (start + 120 < text.length ? "…" : "");
  }

  /** @param {SearchHit} hit */
  function item(hit) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = pages + hit.url + (hit.anchor ? `#${hit.anchor}` : "");
    const number = document.createElement("span");
    number.className = hit.no ? "no" : "no page-mark";
    number.textContent = hit.no ? String(hit.no) : "→";
    const title = document.createElement("b");
    title.textContent = hit.title;
    const said = document.createElement("span");
    said.className = "said";
    said.append(highlighted(shortened(hit.said, hit.wanted), hit.wanted));
    link.append(number, title, said);
    row.append(link);
    return row;
  }

  /** @param {HTMLFormElement} form */
  function bind(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    const panel = /** @type {HTMLElement} */ (form.querySelector(".results"));
    const list = /** @type {HTMLElement} */ (form.querySelector(".results ul"));
    const hint = /** @type {HTMLElement} */ (form.querySelector(".hint"));
    const links = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("a")]);
    let asked = 0;

    /** @param {boolean} open */
    function show(open) {
      panel.hidden = !open;
    }

    async function answer() {
      const query = input.value.trim();
      const turn = (asked += 1);
      if (!query) return show(false);
      try {
        if (!self.measuresSearch) {
          hint.textContent = hint.dataset.loading || "";
          show(true);
        }
        const search = await engine();
        if (turn !== asked) return;
        const hits = search(query).slice(0, LIMIT);
        list.replaceChildren(...hits.map(item));
        hint.textContent = hits.length ? (hint.dataset.many || "").replace("{}", String(hits.length)) : hint.dataset.none || "";
        panel.dataset.query = query;
      } catch {
        list.replaceChildren();
        hint.textContent = hint.dataset.failed || "";
      }
      show(true);
    }

    form.hidden = false;
    input.addEventListener("focus", () => { engine().catch(() => {}); if (input.value.trim()) answer(); });
    input.addEventListener("input", answer);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await answer();
      links()[0]?.click();
    });
    form.addEventListener("keydown", (event) => {
      const all = links();
      const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
      if (event.key === "Escape") {
        show(false);
        input.focus();
      } else if (event.key === "ArrowDown" && !panel.hidden && all.length) {
        event.preventDefault();
        all[Math.min(at + 1, all.length - 1)].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at ? all[at - 1] : input).focus();
      }
    });
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node) || !form.contains(event.relatedTarget)) setTimeout(() => {
        if (!form.contains(document.activeElement)) show(false);
      }, 150);
    });
  }

  forms.forEach(bind);
})();
