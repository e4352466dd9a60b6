export interface Stated {
  bytes: number;
  sha256: string;
}

/** What a page says, in one language: its title, and a hash of its words. */
export interface Said {
  title: string;
  words: string;
}

/** A site's list of its files, made by `measures_py.site.manifest`; `pages` is missing in the oldest. */
export interface SiteManifest {
  schema: number;
  notice_sha256: string;
  pages?: Record<string, Partial<Record<"zh" | "en", Said>>>;
  files: Record<string, Stated>;
  /** What the site offers beside its own files: they are not in a copy. */
  downloads?: Record<string, Stated>;
}

export interface Findings {
  missing: string[];
  changed: string[];
  extra: string[];
  /** How many files were looked at. */
  looked: number;
}

/** One file to look at: its name in the site, and how its bytes are had; null where it is not there. */
export interface Found {
  name: string;
  bytes: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface PageChange {
  page: string;
  title: string;
  /** Which language's words changed; empty where a page is new or gone. */
  langs: "" | "zh" | "en" | "both";
}

export interface Changes {
  notice: boolean;
  runtime: boolean;
  looks: boolean;
  /** Whether the older list said nothing of the pages' words. */
  coarse: boolean;
  same: boolean;
  changed: PageChange[];
  added: PageChange[];
  removed: PageChange[];
}

declare global {
  interface Window {
    measuresManifest?: SiteManifest;
    /** Each file against the list; `tell` before each, and an end when `stop` is aborted. */
    measuresJudge: (
      manifest: SiteManifest, found: Found[], tell: (done: number, total: number) => void, stop: AbortSignal,
    ) => Promise<Findings>;
    measuresChanges: {
      /** What changed since an older list. */
      since: (older: SiteManifest, now: SiteManifest, lang: "zh" | "en") => Changes;
      /** A list that was read, or the code of what is wrong with it. */
      understood: (text: string) => SiteManifest | "not_json" | "not_ours" | "too_new";
    };
    measuresSources: {
      /** The files of a chosen or dropped folder, by their names in the site; none where it is another folder. */
      inFolder: (manifest: SiteManifest, files: { path: string; file: Blob }[]) => Found[];
      dropped: (items: DataTransferItemList) => Promise<{ path: string; file: Blob }[]>;
      served: (manifest: SiteManifest, root: string, stop: AbortSignal) => Found[];
      /** The names of files that are not there; null where the browser does not tell. */
      absent: (manifest: SiteManifest, root: string, tell: (done: number, total: number) => void) => Promise<string[] | null>;
      /** Python's files for a page from disk: those that are not as stated, and the bytes of the others. */
      python: (manifest: SiteManifest, root: string) => Promise<{ wrong: string[]; bytes: number }>;
    };
  }
}
