// Files against a list: what is missing, changed or extra. No page and no reading here.
(() => {
  const SCRIPT = "manifest.js";
  // What systems put into folders by themselves.
  const SYSTEM = /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|\.built)$/i;

  /** The list, and the script that it came in, which cannot state itself. @param {import("./types").SiteManifest} manifest */
  async function listed(manifest) {
    const text = new TextEncoder().encode(`self.measuresManifest=${JSON.stringify(manifest)};\n`);
    return { ...manifest.files, [SCRIPT]: { bytes: text.length, sha256: await self.measuresSha256(text) } };
  }

  self.measuresJudge = async (manifest, found, tell, stop) => {
    /** @type {Record<string, import("./types").Stated>} */
    const wanted = await listed(manifest);
    const known = { ...manifest.downloads, ...wanted };
    /** @type {import("./types").Findings} */
    const findings = { missing: [], changed: [], extra: [], looked: 0 };
    const seen = new Set();
    for (const { name, bytes } of found) {
      if (stop.aborted) break;
      tell(findings.looked, found.length);
      findings.looked += 1;
      if (!known[name]) {
        if (!SYSTEM.test(name)) findings.extra.push(name);
        continue;
      }
      const content = await bytes();
      if (!content) continue;
      seen.add(name);
      const right = content.length === known[name].bytes && await self.measuresSha256(content) === known[name].sha256;
      if (!right) findings.changed.push(name);
    }
    findings.missing = stop.aborted ? [] : Object.keys(wanted).filter((name) => !seen.has(name));
    for (const names of [findings.missing, findings.changed, findings.extra]) names.sort();
    return findings;
  };
})();
