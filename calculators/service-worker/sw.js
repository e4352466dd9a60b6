// Keeps what was read for reading without a network. Pages come from the network first, so that nobody reads
// yesterday's; what is named by its content comes from the cache first. One worker for both languages.
(() => {
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const site = self.measuresSite;
  const root = worker.registration.scope;
  // Several sites may share an origin, each under its own path.
  const OURS = { starts: "measures ", ends: ` ${root}` };
  const CACHE = OURS.starts + site.version + OURS.ends;
  const NAMED = /\.[0-9a-f]{8}(\.\w+)$/;
  const TAKEN = /\.(zip|pdf|sha256)$/; // for the reader's own disk, not for the cache
  const PATIENCE = 4000; // milliseconds until a kept page is better than waiting
  const LANES = 6;

  /** @param {string} address @returns {"zh" | "en"} */
  const language = (address) => (address.startsWith(`${root}en/`) ? "en" : "zh");

  /** @param {Response} response */
  const whole = (response) => response.status === 200 && response.type === "basic" && !response.redirected;

  async function earlier() {
    const names = await caches.keys();
    return names.filter((name) => name.startsWith(OURS.starts) && name.endsWith(OURS.ends) && name !== CACHE);
  }

  /** The address a request is kept under, or nothing where it is none of our business. @param {Request} request */
  function place(request) {
    const url = new URL(request.url);
    if (request.method !== "GET" || request.headers.has("range") || !url.href.startsWith(root)) return "";
    if (url.search && request.mode !== "navigate") return "";
    if (TAKEN.test(url.pathname) && !NAMED.test(url.pathname)) return "";
    url.search = "";
    url.hash = "";
    return url.href.endsWith("/") ? `${url.href}index.html` : url.href;
  }

  /** A full device is no reason to fail. @param {Cache} cache @param {string} at @param {Response} response */
  const put = (cache, at, response) => cache.put(at, response).catch(() => {});

  /** @param {FetchEvent} event @param {string} at */
  async function answer(event, at) {
    const cache = await caches.open(CACHE).catch(() => undefined);
    const kept = await cache?.match(at);
    const past = event.request.cache === "reload" || event.request.cache === "no-store";
    if (kept && NAMED.test(at) && !past) return kept;
    const network = fetch(event.request);
    const keeping = network.then((response) => (cache && whole(response) ? put(cache, at, response.clone()) : undefined));
    event.waitUntil(keeping.catch(() => {}));
    if (!kept || past) {
      return network.catch(() => (event.request.mode === "navigate" ? missing(event.request.url) : Response.error()));
    }
    const enough = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
    const response = await Promise.race([network, enough]).catch(() => undefined);
    return response instanceof Response && response.status < 500 ? response : kept;
  }

  /** What is said in place of a page that was never read, with a way to those that were. @param {string} address */
  async function missing(address) {
    const lang = language(address);
    const cache = await caches.open(CACHE);
    const items = [];
    for (const { url } of await cache.keys()) {
      const short = url.slice(root.length).replace(/^en\//, "").startsWith("m/");
      if (!url.endsWith(".html") || language(url) !== lang || short) continue;
      const text = (await (await cache.match(url))?.text()) || "";
      const title = /<title>\s*(.*?)(?: - [^-]*)?\s*<\/title>/.exec(text)?.[1];
      if (title) items.push(`<li><a href="${url}">${title}</a></li>`);
    }
    /** @type {Record<string, string>} */
    const told = { "{root}": root, "{here}": address.replaceAll("&", "&amp;"), "{pages}": items.join("\n") };
    const html = site.missing[lang].replace(/\{(?:root|here|pages)\}/g, (name) => told[name]);
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": site.policy };
    return new Response(html, { status: 503, headers });
  }

  /** Where something kept by an earlier version is now; nothing when it is gone. @param {string} at */
  function renewed(at) {
    const path = at.slice(root.length);
    if (!NAMED.test(path)) return at;
    const now = site.named[path.replace(NAMED, "$1")];
    return now ? root + now : "";
  }

  /** @param {Cache} cache @param {string} at */
  async function take(cache, at) {
    if (!NAMED.test(at)) {
      const response = await fetch(at, { cache: "no-cache" });
      if (whole(response)) await put(cache, at, response);
    } else if (!(await cache.match(at))) {
      const response = (await caches.match(at)) || (await fetch(at));
      if (whole(response)) await put(cache, at, response);
    }
  }

  // Fails without a network, and is then tried again on the next visit; until then the earlier version serves.
  async function prepare() {
    const cache = await caches.open(CACHE);
    const windows = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
    const read = windows.map((client) => client.url).filter((url) => url.startsWith(root));
    const wanted = new Set(read.flatMap((url) => site.core[language(url)].map((path) => root + path)));
    for (const name of await earlier()) {
      for (const { url } of await (await caches.open(name)).keys()) wanted.add(renewed(url));
    }
    wanted.delete("");
    const waiting = [...wanted];
    const lane = async () => { for (let at; (at = waiting.shift()); ) await take(cache, at); };
    await Promise.all(Array.from({ length: LANES }, lane));
    await worker.skipWaiting();
  }

  async function begin() {
    for (const name of await earlier()) await caches.delete(name);
    await worker.clients.claim();
  }

  worker.addEventListener("install", (event) => event.waitUntil(prepare()));
  worker.addEventListener("activate", (event) => event.waitUntil(begin()));
  worker.addEventListener("fetch", (event) => {
    const at = place(event.request);
    if (at) event.respondWith(answer(event, at));
  });
})();
