// Where the files of a copy come from: a chosen or dropped folder, the network, or what a page from disk may load.
(() => {
  /** @typedef {import("./types").SiteManifest} SiteManifest */
  const PATIENCE = 20_000; // ms for the browser to say whether a file is there
  const TOGETHER = 40;

  /** @param {string} root @param {string} name */
  const address = (root, name) => new URL(root + name.split("/").map(encodeURIComponent).join("/"), location.href).href;

  /** The folder may be the site itself or one that it lies in: the place where most names fit. @type {Window["measuresSources"]["inFolder"]} */
  function inFolder(manifest, files) {
    const places = new Set(files.map(({ path }) => path).filter((path) => /(^|\/)(index|check)\.html$/.test(path))
      .map((path) => path.slice(0, path.lastIndexOf("/") + 1)));
    let best = { place: "", fits: 0 };
    for (const place of places) {
      const fits = files.filter(({ path }) => path.startsWith(place) && manifest.files[path.slice(place.length)]).length;
      if (fits > best.fits) best = { place, fits };
    }
    if (!best.fits) return [];
    return files.filter(({ path }) => path.startsWith(best.place)).map(({ path, file }) => ({
      name: path.slice(best.place.length),
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    }));
  }

  /** @param {FileSystemEntry} entry @returns {Promise<{ path: string, file: Blob }[]>} */
  async function within(entry) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => { /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject); });
      return [{ path: entry.fullPath.slice(1), file }];
    }
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    const found = [];
    for (;;) { // a reader gives a hundred at a time
      /** @type {FileSystemEntry[]} */
      const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
      if (!some.length) return found;
      for (const one of some) found.push(...await within(one));
    }
  }

  /** @type {Window["measuresSources"]["dropped"]} */
  async function dropped(items) {
    const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    return (await Promise.all(entries.map(within))).flat();
  }

  /** @type {Window["measuresSources"]["served"]} */
  function served(manifest, root, stop) {
    return [...Object.keys(manifest.files), "manifest.js"].map((name) => ({
      name,
      bytes: async () => {
        const response = await fetch(address(root, name), { cache: "no-store", signal: stop });
        if (!response.ok && ![404, 410].includes(response.status)) throw new Error(`${name}: ${response.status}`);
        return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
      },
    }));
  }

  /** Whether a file can be loaded, without its being read or run; null where the browser does not say. @param {string} href @returns {Promise<boolean | null>} */
  function seen(href) {
    return new Promise((resolve) => {
      const link = document.createElement("link");
      /** @param {boolean | null} is */
      const told = (is) => { link.remove(); resolve(is); };
      setTimeout(told, PATIENCE, null);
      link.onload = () => told(true);
      link.onerror = () => told(false);
      link.rel = "prefetch";
      link.href = href;
      document.head.append(link);
    });
  }

  /** @type {Window["measuresSources"]["absent"]} */
  async function absent(manifest, root, tell) {
    // The list itself is there, or nothing would run; a name that nobody has is not.
    const known = await Promise.all([seen(address(root, "manifest.js")), seen(address(root, `${Date.now()}.none`))]);
    if (known[0] !== true || known[1] !== false) return null;
    const names = Object.keys(manifest.files);
    /** @type {string[]} */
    const missing = [];
    for (let at = 0; at < names.length; at += TOGETHER) {
      tell(at, names.length);
      const some = names.slice(at, at + TOGETHER);
      const there = await Promise.all(some.map((name) => seen(address(root, name))));
      if (there.includes(null)) return null;
      missing.push(...some.filter((_, i) => !there[i]));
    }
    return missing;
  }

  /** A part of Python comes as a script that carries its bytes: written out again, it is the file. @type {Window["measuresSources"]["python"]} */
  async function python(manifest, root) {
    /** @type {string[]} */
    const wrong = [];
    let bytes = 0;
    for (const name of Object.keys(manifest.files).filter((file) => file.startsWith("runtime/disk/"))) {
      const id = name.slice("runtime/disk/".length).split(".")[0];
      await new Promise((resolve) => {
        const script = document.createElement("script");
        script.onload = script.onerror = () => { script.remove(); resolve(null); };
        script.src = address(root, name);
        document.head.append(script);
      });
      const packed = (self.measuresParts || {})[id] ?? "";
      delete (self.measuresParts || {})[id];
      const text = new TextEncoder().encode(`(self.measuresParts=self.measuresParts||{}).${id}="${packed}";\n`);
      if (await self.measuresSha256(text) === manifest.files[name].sha256) bytes += text.length;
      else wrong.push(name);
    }
    return { wrong, bytes };
  }

  self.measuresSources = { inFolder, dropped, served, absent, python };
})();
