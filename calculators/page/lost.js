// A missing address that is nearly a page's own leads there: another case, no zero, no ending, a full stop pasted with it.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = script.dataset.root || "";
  const pages = (script.dataset.pages || "").split(" ");

  /** @param {string} path @returns {string | undefined} */
  function meant(path) {
    const plain = path.toLowerCase().replaceAll("\\", "/").replace(/\/{2,}/g, "/").replace(/^\/|[\s/.,;:!?)\]>"'，。；：！？）】》”’]+$/g, "");
    const [, folder, name] = /^(en\/)?(.*?)(?:\.html?)?$/.exec(plain) || [];
    const [, number] = /^(?:measures?\/m?|m\/?)0*(\d{1,2})$/.exec(name) || [];
    if (Number(number) >= 1 && Number(number) <= 43) return `${folder || ""}measures/m${number.padStart(2, "0")}.html`;
    const page = pages.find((known) => known === `${name}.html` || known === `${name}/index.html`);
    return page && (folder || "") + page;
  }

  /** @param {string} text */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  const path = decoded(location.pathname);
  const page = path.startsWith(root) && meant(path.slice(root.length));
  const sentence = /^#([a-z]\d+(?:-[a-z]\d+)?)/i.exec(location.hash);
  const hash = sentence ? sentence[0].toLowerCase() : location.hash;
  // The address that is missing is never the one that is meant, so this cannot go round.
  if (page && `${root}/${page}` !== path) location.replace(`${root}/${page}${hash}`);
})();
