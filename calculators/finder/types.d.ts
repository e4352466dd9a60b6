/** A case as the page keeps it: each answer as it stands in an address, and the day it is judged on. */
export interface Case {
  answers: Map<string, string>;
  asOf: string;
}

/** One question as `site/finder.py` tells it to the page. */
export interface FactKind {
  type: "yes_no" | "one_of" | "many_of" | "date" | "money" | "integer";
  choices: string[];
}

export interface Complaint {
  field: string;
  zh: string;
  en: string;
}

/** What the page uses of an `eligibility` answer. */
export interface Shown {
  groups: { id: string; measures: string[] }[];
  bar: string;
  summary: string;
  html: Record<string, string>;
}
export interface Next {
  fact: string;
  settles: number;
}
export type Answer =
  | { ok: true; shown: Shown; next: Next[] }
  | { ok: false; errors: Complaint[] };

declare global {
  interface Window {
    /** The questions, written by the build before the scripts of the finder. */
    measuresFacts: Record<string, FactKind>;
    measuresCase: {
      /** A case out of an address's fragment, with what could not be read. */
      parse: (fragment: string) => { case: Case; dropped: string[] };
      /** Whether a fragment holds a case at all. */
      holds: (fragment: string) => boolean;
      /** The fragment that reopens a case. */
      fragment: (given: Case) => string;
      /** A case's answers as Python takes them. */
      request: (given: Case, without?: Set<string>) => Record<string, unknown>;
      /** Answers as Python writes them, as a case. */
      fromRequest: (answers: Record<string, unknown>, asOf: string) => Case;
      /** Remember for this visit, where the browser allows it. */
      keep: (given: Case) => void;
      kept: () => string;
    };
    measuresFields: {
      value: (question: HTMLFieldSetElement) => string;
      fill: (question: HTMLFieldSetElement, value: string) => void;
      /** An answer in the words of the page. */
      told: (question: HTMLFieldSetElement, value: string) => string;
      /** What a click on one choice does to the others. */
      settle: (question: HTMLFieldSetElement, clicked: HTMLInputElement) => void;
      /** Put each error beside its field, and what belongs to none in the line for trouble; the facts concerned. */
      complain: (form: HTMLElement, errors: Complaint[]) => Set<string>;
      forgive: (form: HTMLElement) => void;
      /** Say why Python did not answer. */
      failed: (form: HTMLElement, error: unknown) => void;
    };
    measuresAsking: {
      /** The verdicts on a case, with faulty answers left out and named beside their fields; null when Python failed. */
      ask: (form: HTMLFormElement, given: Case, rest: Record<string, unknown>) => Promise<Extract<Answer, { ok: true }> | null>;
      /** Any other operation; null when Python failed. */
      call: (form: HTMLFormElement, name: string, request: Record<string, unknown>) => Promise<any>;
      /** Run `work` for the newest case only: what comes in meanwhile waits, and only the last of it is done. */
      newest: (work: () => Promise<void>) => () => Promise<void>;
      /** Say a sentence once, when the reader has stopped. */
      announce: (form: HTMLElement, sentence: string) => void;
    };
    measuresBoard?: {
      show: (shown: Shown) => void;
      /** The measures whose rows are open. */
      open: () => string[];
      fill: (html: Record<string, string>) => void;
      onopen: ((measure: string) => void) | null;
    };
    measuresSteps?: {
      /** Take over what is answered and what is best asked next. */
      update: (given: Case, next: Next[] | null) => void;
      /** Open one question, wherever it is. */
      open: (fact: string, focus: boolean) => void;
      /** Another case has come: the question that was open is left, and none counts as skipped. */
      leave: () => void;
      restart: () => void;
    };
  }
}
