// Keeping the whole site in the browser, on request: every file is asked for once, and the service worker keeps it.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".keep"));
  if (!box || !location.protocol.startsWith("http") || !isSecureContext || !navigator.serviceWorker) return;
  const button = /** @type {HTMLButtonElement} */ (box.querySelector("button"));
  const bar = /** @type {HTMLProgressElement} */ (box.querySelector("progress"));
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const root = new URL("../", script.src);
  // The archive, and Python in the form it has for pages opened from disk, are of no use here.
  const UNUSED = /^(runtime\/disk\/.*|sw\.js|.*\.sha256|(?!runtime\/).*\.(zip|pdf))$/;
  const LANES = 4;

  /** @param {number} bytes */
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  /** @param {string} name @param {...string} values */
  const said = (name, ...values) => values.reduce((text, value) => text.replace("{}", value), box.dataset[name] || "");

  async function files() {
    const manifest = await (await fetch(new URL("manifest.json", root))).json();
    const entries = /** @type {[string, {bytes: number}][]} */ (Object.entries(manifest.files));
    return entries
      .filter(([name]) => !UNUSED.test(name))
      .map(([name, { bytes }]) => ({ address: new URL(name, root).href, bytes }));
  }

  /** What is not in the browser yet. @param {{address: string, bytes: number}[]} all */
  async function lacking(all) {
    const kept = await Promise.all(all.map(({ address }) => caches.match(address)));
    return all.filter((_, at) => !kept[at]);
  }

  /** @param {{address: string, bytes: number}[]} all */
  async function keep(all) {
    await navigator.storage?.persist?.(); // the browser may say no, and then may drop it when room gets short
    const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
    const waiting = [...all];
    let done = 0;
    bar.max = total;
    bar.hidden = false;
    const lane = async () => {
      for (let file; (file = waiting.shift()); ) {
        const response = await fetch(file.address);
        await response.arrayBuffer();
        done += file.bytes;
        bar.value = done;
        button.textContent = said("progress", megabytes(done), megabytes(total));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  /** The worker puts away what it has handed on a moment later. @param {{address: string, bytes: number}[]} all */
  async function settled(all) {
    let left = await lacking(all);
    for (let idle = 0; left.length && idle < 20; idle += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 250); });
      const now = await lacking(all);
      if (now.length < left.length) idle = 0;
      left = now;
    }
    return left.length === 0;
  }

  async function begin() {
    const all = await files();
    const left = await lacking(all);
    const size = megabytes(left.reduce((sum, { bytes }) => sum + bytes, 0));
    if (!left.length) {
      status.textContent = said("kept");
    } else {
      button.textContent = said("ask", size);
      button.hidden = false;
    }
    button.addEventListener("click", async () => {
      button.disabled = true;
      status.textContent = "";
      try {
        await keep(await lacking(all));
        const done = await settled(all);
        status.textContent = said(done ? "kept" : "full");
        button.hidden = done;
      } catch {
        status.textContent = said("lost");
      }
      button.textContent = said("ask", megabytes((await lacking(all)).reduce((sum, { bytes }) => sum + bytes, 0)));
      button.disabled = false;
      bar.hidden = true;
    });
  }

  // Only what passes through the worker is kept; where there is none, nothing is offered.
  const controlled = navigator.serviceWorker.controller
    ? Promise.resolve()
    : new Promise((resolve) => { navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }); });
  controlled.then(begin).catch(() => {});
})();
