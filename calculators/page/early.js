// What must be known before the first paint: the reader's scheme and reading language, if they chose one.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  for (const name of ["scheme", "reading"]) {
    try {
      const kept = localStorage.getItem(`measures.${name}`);
      if (kept) root.dataset[name] = kept;
    } catch {
      // Storage may be refused (private mode, some file:// settings): then nothing is remembered.
    }
  }
})();
