// Citations: the day and the public address as the reader has them, and a sentence with its words.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  /** The address that others can open; from disk there is none but the path in the folder. @param {string} path */
  function address(path) {
    if (/^https?:/.test(path)) return path;
    if (location.protocol.startsWith("http")) return new URL(path, location.href).href;
    return path.replace(/^(\.\.\/)+/, "");
  }

  for (const citation of document.querySelectorAll(".citation")) {
    const on = /** @type {HTMLElement | null} */ (citation.querySelector(".cited-on"));
    const at = /** @type {HTMLElement | null} */ (citation.querySelector(".cited-at"));
    if (on) on.textContent = (on.dataset.told || "{}").replace("{}", day);
    if (at) at.textContent = address(at.dataset.path || "");
    const button = /** @type {HTMLButtonElement | null} */ (citation.parentElement?.querySelector("button.cite-copy"));
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => self.measuresCopy?.((citation.textContent || "").replace(/\s+/g, " ").trim(), button));
  }

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button.cite-sentence"))) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const row = button.closest(".sentence");
      /** @param {string} lang */
      const said = (lang) => (row?.querySelector(`p.${lang}`)?.textContent || "").replace(/\s+/g, " ").trim();
      /** @type {Record<string, string>} */
      const values = { measure: button.dataset.measure || "", number: button.dataset.number || "", zh: said("zh"), en: said("en").replaceAll("“", "‘").replaceAll("”", "’"), day, address: address(button.dataset.path || "") };
      self.measuresCopy?.((script.dataset.sentence || "").replace(/\{(\w+)\}/g, (_, name) => values[name]), button);
    });
  }
})();
