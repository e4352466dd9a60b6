import type MiniSearchClass from "minisearch";

/** One record of the search data, made by `measures_py.site.search_index`. */
export interface SearchRecord {
  url: string;
  no: number;
  title: string;
  official: string;
  summary: string;
  words: string[];
  also: string[];
  sentences: [string, string][];
  rest: string;
  [field: string]: unknown;
}

/** A record that was found, with the passage that shows why. */
export interface SearchHit extends SearchRecord {
  anchor: string;
  said: string;
  wanted: string[];
}

declare global {
  /** MiniSearch, loaded before search.js as a classic script. */
  const MiniSearch: typeof MiniSearchClass;
  interface Window {
    measuresSearchRecords?: SearchRecord[];
    /** What a click on a clause of the whole notice shows, as HTML, by the clause's id; made by `measures_py.site.clauses`. */
    measuresClauses?: Record<string, string>;
    measuresSearch?: (query: string) => SearchHit[];
  }
}
