/** What one calculator asks, as `measures_py.call` takes it. */
export interface Request {
  rule: string;
  inputs: Record<string, string | number | boolean>;
  as_of: string;
}

export interface Words {
  zh: string;
  en: string;
}

/** What the page uses of an answer. */
export type Answer =
  | { ok: true; html: string; headline: Words; ics: { events: unknown[] } }
  | { ok: false; errors: { field: string; code: string; zh: string; en: string; got: unknown }[] };

declare global {
  interface Window {
    /** Copy an address and say so on the button. */
    measuresCopy?: (address: string, button: HTMLButtonElement) => void;
    measuresDates?: {
      download: (requests: Request[]) => Promise<void>;
      keep: (request: Request, headline: string, address: string) => void;
    };
  }
}
