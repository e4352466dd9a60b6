/** What the build states in front of the worker, made by `measures_py.site.keeping`. */
export interface Site {
  /** Changes with any file of the site. */
  version: string;
  /** What is kept without having been read, by language; addresses from the site's root. */
  core: Record<"zh" | "en", string[]>;
  /** The files named by their content, by the name they have without it. */
  named: Record<string, string>;
  /** The page shown in place of one that is not kept, with `{root}`, `{here}` and `{pages}` to fill in. */
  missing: Record<"zh" | "en", string>;
  /** The site's content security policy, for that page too. */
  policy: string;
}

declare global {
  var measuresSite: Site;
}
