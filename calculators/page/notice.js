// The whole notice: a click on a clause shows, below its sentence, what became of it; without scripts it is a plain link.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {Promise<Record<string, string>> | undefined} */
  let loading;
  /** @type {HTMLElement | undefined} */
  let panel;
  /** @type {HTMLAnchorElement | undefined} */
  let opener;

  /** @returns {Promise<Record<string, string>>} */
  function panels() {
    loading ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(script.dataset.clauses || "", script.src).href;
      element.onload = () => resolve(self.measuresClauses || {});
      element.onerror = () => { loading = undefined; reject(new Error(element.src)); };
      document.head.append(element);
    });
    return loading;
  }

  function close() {
    panel?.remove();
    opener?.setAttribute("aria-expanded", "false");
    panel = undefined;
  }

  /** @param {HTMLAnchorElement} link @param {string} html */
  function show(link, html) {
    close();
    opener = link;
    panel = document.createElement("div");
    panel.className = "clause-panel";
    panel.tabIndex = -1;
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", link.textContent || "");
    panel.innerHTML = html;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = script.dataset.close || "";
    button.addEventListener("click", () => { close(); link.focus(); });
    panel.append(button);
    link.closest(".sentence")?.after(panel);
    link.setAttribute("aria-expanded", "true");
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }

  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.lit"))) {
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (panel && opener === link) {
        close();
        return;
      }
      panels().then(
        (found) => show(link, found[link.dataset.clause || ""] || ""),
        () => { location.href = link.href; },
      );
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel) return;
    close();
    opener?.focus();
  });
})();
