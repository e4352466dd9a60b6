// What must be known before the first paint: the reader's scheme and reading language, if they chose one;
// and whether a file that the page names does not come, as from half a folder.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  addEventListener("error", ({ target }) => {
    if (target instanceof Element && target.matches("script[defer], link[rel=stylesheet]")) root.classList.add("broken");
  }, true);
  for (const name of ["scheme", "reading"]) {
    try {
      const kept = localStorage.getItem(`measures.${name}`);
      if (kept) root.dataset[name] = kept;
    } catch {
      // Storage may be refused (private mode, some file:// settings): then nothing is remembered.
    }
  }
})();
