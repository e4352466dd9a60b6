// How the parts of the runtime come: files over http, classic scripts from disk. Nothing else knows the difference.
(() => {
  /** @typedef {import("./types").Part} Part */
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const here = new URL("../runtime/manifest.js", script.src);
  /** @type {Record<string, string>} */
  const words = JSON.parse(script.dataset.words || "{}");
  const fromDisk = !location.protocol.startsWith("http");
  const HOPELESS = ["no_wasm", "no_worker", "no_decompression"];
  const ORDER = /** @type {const} */ (["worker", "wasm", "library", "measures"]); // the worker gets ready meanwhile
  const PIECE = 2 ** 20; // characters of base64 decoded at a time, so that the page stays awake
  /** @type {Record<string, Promise<ArrayBuffer | WebAssembly.Module>>} what is whole or on its way, by the file's name */
  const coming = {};
  /** @type {Record<string, number>} */
  const bytes = {};
  let fresh = false; // past the browser's cache, after a file from it was corrupt, or named one that is gone

  /** @param {string} code @param {unknown} [detail] @returns {import("./types").Failure} */
  function failure(code, detail) {
    const error = new Error(words[code] || code);
    return Object.assign(error, { code, retry: !HOPELESS.includes(code), detail: String(detail ?? "") });
  }

  /** @param {string} name @returns {Promise<void>} */
  function load(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const address = new URL(name, here);
      if (fresh && !fromDisk) address.search = `again=${Date.now()}`;
      element.src = address.href;
      element.onload = () => { element.remove(); resolve(); };
      element.onerror = () => {
        element.remove();
        if (fromDisk) reject(failure("missing", name));
        else fetched(name).then(() => reject(failure("network", name)), reject); // a script does not say why
      };
      document.head.append(element);
    });
  }

  /** @param {string} name */
  async function fetched(name) {
    const response = await fetch(new URL(name, here), { cache: fresh ? "reload" : "default" })
      .catch((error) => { throw failure("network", error); });
    if (response.ok) return response;
    throw failure([404, 410].includes(response.status) ? "missing" : "network", `${name}: ${response.status}`);
  }

  /** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
  function decoded(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }

  /** @param {string} id @param {Part} part */
  async function fromScript(id, part) {
    if (typeof DecompressionStream !== "function") throw failure("no_decompression");
    await load(part.disk.file);
    const text = (self.measuresParts || {})[id] || "";
    delete (self.measuresParts || {})[id];
    let at = 0;
    const packed = new ReadableStream({
      pull(controller) {
        if (at >= text.length) controller.close();
        else controller.enqueue(decoded(text.slice(at, (at += PIECE))));
      },
    });
    const type = id === "wasm" ? "application/wasm" : "application/octet-stream";
    return new Response(packed.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });
  }

  /** All bytes of a part, found to be the ones the manifest states. @param {string} id @param {Part} part @param {Response} response @param {() => void} tell */
  async function whole(id, part, response, tell) {
    const found = new Uint8Array(part.bytes);
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    for (bytes[id] = 0; ; ) {
      const { done, value } = await reader.read()
        .catch((error) => { throw failure(fromDisk ? "corrupt" : "network", `${id}: ${error}`); });
      if (done) break;
      if (bytes[id] + value.length > found.length) throw failure("corrupt", `${id}: too long`);
      found.set(value, bytes[id]);
      bytes[id] += value.length;
      tell();
    }
    if (await self.measuresSha256(found) !== part.sha256) throw failure("corrupt", id);
    return found.buffer;
  }

  /** Compiled while it comes, handed out when its bytes were found right. @param {Part} part @param {Response} response @param {() => void} tell */
  async function compiled(part, response, tell) {
    const copy = response.clone();
    const compiling = WebAssembly.compileStreaming(response);
    compiling.catch(() => {});
    const content = await whole("wasm", part, copy, tell);
    try {
      // A host that names another type than application/wasm gets its file compiled all the same.
      return await compiling.catch((error) => {
        if (error instanceof TypeError) return WebAssembly.compile(content);
        throw error;
      });
    } catch (error) {
      throw failure(error instanceof RangeError ? "memory" : "no_wasm", error);
    }
  }

  /** @param {string} id @param {Part} part @param {() => void} tell */
  async function one(id, part, tell) {
    const response = await (fromDisk ? fromScript(id, part) : fetched(part.file));
    return id === "wasm" ? compiled(part, response, tell) : whole(id, part, response, tell);
  }

  /** @param {(done: number, total: number) => void} onbytes @returns {Promise<any>} */
  async function parts(onbytes) {
    if (!self.measuresRuntime) await load(here.href);
    const manifest = self.measuresRuntime;
    if (!manifest) throw failure("corrupt", here.pathname);
    const total = Object.values(manifest.parts).reduce((sum, part) => sum + part.bytes, 0);
    const tell = () => onbytes(Object.values(bytes).reduce((sum, count) => sum + count, 0), total);
    /** @type {Record<string, unknown>} */
    const found = { info: manifest.info };
    for (const id of ORDER) {
      // A part that failed is asked for again the next time; the others are kept, or still on their way.
      const part = manifest.parts[id];
      coming[part.file] ??= one(id, part, tell).catch((error) => {
        fresh = ["corrupt", "missing"].includes(error.code);
        if (fresh) delete self.measuresRuntime;
        bytes[id] = 0;
        delete coming[part.file];
        throw error;
      });
      found[id] = coming[part.file];
    }
    return found;
  }

  self.measuresTransport = { parts, failure };
})();
