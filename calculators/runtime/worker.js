// The worker: Python in one classic script. It is given what Pyodide would fetch, and answers text with text.
(() => {
  /** @typedef {import("./types").Given} Given */
  const scope = /** @type {import("./types").WorkerScope} */ (/** @type {unknown} */ (self));
  const ORIGIN = "https://pyodide.invalid/"; // never asked for: every request is answered from memory
  const OURS = "/measures.bundle"; // where calculators/python/_pyodide looks for it
  /** @type {(name: string, text: string) => string} */
  let call;
  /** @type {(parts: Given) => void} */
  let give;
  /** @type {Promise<Given>} */
  const parts = new Promise((resolve) => { give = resolve; });

  /** What the reader's device could not do, or "start". @param {unknown} error */
  function code(error) {
    const said = String(error instanceof Error ? `${error.name}: ${error.message}` : error);
    return /RangeError.*memory|MemoryError|out of memory|OOM|could not allocate/i.test(said) ? "memory" : "start";
  }

  /** @param {unknown} error @param {number} [id] */
  function fail(error, id) {
    scope.postMessage({ id, failed: code(error), detail: String(error).slice(-2000) });
  }

  /** Let Pyodide find its WebAssembly and its library in what we are given. @param {Promise<Given>} given */
  function answer(given) {
    scope.fetch = async (request) => {
      const asked = String(request instanceof Request ? request.url : request);
      if (asked === `${ORIGIN}library.zip`) return new Response((await given).library);
      if (asked === `${ORIGIN}pyodide.asm.wasm`) return new Response();
      throw new Error(`not here: ${asked}`);
    };
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const module = (await given).wasm;
      try {
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        fail(error); // Pyodide would only warn, and wait for ever
        throw error;
      }
    };
  }

  /** Get ready while the parts are still coming. @param {Record<string, string>} info @param {Promise<Given>} given */
  async function start(info, given) {
    answer(given);
    const python = await loadPyodide({
      indexURL: ORIGIN,
      packageBaseUrl: ORIGIN,
      stdLibURL: `${ORIGIN}library.zip`,
      lockFileContents: { info, packages: {} },
      args: ["-S"], // no site: there are no packages to look for
      env: { PYTHONHASHSEED: "0" },
      fsInit: async (/** @type {any} */ files) => files.writeFile(OURS, new Uint8Array((await given).measures)),
    });
    call = python.pyimport("measures_py.call").call;
    scope.postMessage({ ready: true });
  }

  scope.onmessage = ({ data }) => {
    if (data.info) {
      start(data.info, parts).catch((error) => fail(error));
      return;
    }
    if (data.parts) {
      give(data.parts);
      return;
    }
    try {
      scope.postMessage({ id: data.id, answer: call(data.name, data.text) });
    } catch (error) {
      fail(error, data.id);
    }
  };
  scope.postMessage({ loaded: true });
})();
