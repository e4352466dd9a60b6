// The page's side of Python: `measuresPython.call(name, text)` answers with text, or fails with a sentence for the reader.
(() => {
  /** @typedef {import("./types").Progress} Progress */
  const { parts, failure } = self.measuresTransport;
  const CALL_LIMIT = 10_000; // milliseconds
  const START_LIMIT = 120_000;
  /** @type {Progress} */
  let progress = { step: "idle", done: 0, total: 0 };
  /** @type {Promise<Worker> | undefined} */
  let running;
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let calls = 0;

  /** @param {Partial<Progress>} change */
  function tell(change) {
    progress = { ...progress, ...change };
    if (python.onprogress) python.onprogress(progress);
  }

  /** After the page was painted: Python never delays what the reader came to read. @returns {Promise<void>} */
  function painted() {
    return new Promise((resolve) => {
      const frame = () => requestAnimationFrame(() => setTimeout(resolve));
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", frame, { once: true });
      else frame();
      setTimeout(resolve, 1000); // no frames in a tab that nobody sees
    });
  }

  /** A worker in which Python runs; it gets ready while the parts are still coming. @param {import("./types").Parts} coming @returns {Promise<Worker>} */
  async function started({ info, worker: source, wasm, library, measures }) {
    const given = Promise.all([wasm, library, measures]);
    given.catch(() => {}); // told below
    const address = URL.createObjectURL(new Blob([await source], { type: "text/javascript" }));
    return new Promise((resolve, reject) => {
      /** @type {Worker} */
      let worker;
      try {
        worker = new Worker(address);
      } catch (error) {
        throw failure("no_worker", error);
      }
      let loaded = false;
      let timer = 0;
      /** @param {import("./types").Failure} told */
      const give = (told) => {
        clearTimeout(timer);
        worker.terminate();
        reject(told);
      };
      worker.onerror = (event) => give(failure(loaded ? "start" : "no_worker", event.message));
      worker.onmessage = ({ data }) => {
        if (data.loaded) {
          loaded = true;
          URL.revokeObjectURL(address); // not before: the worker may not have read it yet
          worker.postMessage({ info });
        } else if (data.ready) {
          clearTimeout(timer);
          resolve(worker);
        } else if (data.failed) give(failure(data.failed, data.detail));
      };
      given.then((parts) => {
        tell({ step: "start" });
        timer = setTimeout(() => give(failure("start", "too slow")), START_LIMIT);
        worker.postMessage({ parts: { wasm: parts[0], library: parts[1], measures: parts[2] } });
      }, give);
    });
  }

  async function start() {
    if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) throw failure("no_wasm");
    if (typeof Worker !== "function") throw failure("no_worker");
    await painted();
    tell({ step: "download" });
    const worker = await started(await parts((done, total) => tell({ done, total })));
    tell({ step: "ready" });
    return worker;
  }

  function ready() {
    if (!running) {
      const attempt = running = start().catch((error) => {
        const told = "code" in error ? error : failure("start", error);
        if (running === attempt) running = undefined;
        tell({ step: "failed" });
        throw told;
      });
    }
    return running;
  }

  /** One question and its answer; a worker that is too slow or broke down is replaced. @param {string} name @param {string} text @returns {Promise<string>} */
  async function asked(name, text) {
    const worker = await ready();
    const id = (calls += 1);
    return new Promise((resolve, reject) => {
      /** @param {string} code @param {unknown} detail */
      const replace = (code, detail) => {
        clearTimeout(timer);
        worker.terminate();
        running = undefined;
        reject(failure(code, detail));
        ready().catch(() => {});
      };
      const timer = setTimeout(() => replace("timeout", name), CALL_LIMIT);
      worker.onerror = (event) => replace("stopped", event.message);
      worker.onmessage = ({ data }) => {
        if (data.id !== id) return;
        if (data.failed) return replace(data.failed === "start" ? "stopped" : data.failed, data.detail);
        clearTimeout(timer);
        resolve(data.answer);
      };
      worker.postMessage({ id, name, text });
    });
  }

  /** @type {NonNullable<Window["measuresPython"]>} */
  const python = {
    warm: () => ready().then(() => {}),
    call(name, text) {
      const turn = last.then(() => asked(name, text));
      last = turn.catch(() => {});
      return turn;
    },
    onprogress: null,
    get state() { return progress.step; },
  };
  self.measuresPython = python;
})();
