// Over http a service worker keeps what was read, and the site can be installed; from disk there is neither.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (!location.protocol.startsWith("http")) return;
  const root = new URL("../", script.src);

  // In the page itself it would make Chromium complain about every page opened from disk.
  function installable() {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = new URL(`${document.documentElement.lang === "en" ? "en/" : ""}app.webmanifest`, root).href;
    document.head.append(link);
  }

  /** What was loaded, or was on its way, before the worker was there is asked for once more, through it: from the
   * browser's cache. */
  function again() {
    const asked = new Set();
    /** @param {string} address */
    const ask = (address) => {
      if (!address.startsWith(root.href) || asked.has(address)) return;
      asked.add(address);
      fetch(address).catch(() => {});
    };
    ask(location.href);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (/** @type {PerformanceResourceTiming} */ (entry).workerStart === 0) ask(entry.name);
      }
    }).observe({ type: "resource", buffered: true });
  }

  installable();
  const workers = navigator.serviceWorker;
  if (!isSecureContext || !workers) return;
  const first = !workers.controller;
  workers.addEventListener("controllerchange", () => { if (first) again(); }, { once: true });
  // Refused by a setting, or no network: then nothing is kept, and nothing else changes.
  addEventListener("load", () => { workers.register(new URL("sw.js", root)).catch(() => {}); });
})();
