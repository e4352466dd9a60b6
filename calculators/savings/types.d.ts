import type { Words } from "../dates/types";

/** One row of a tariff as it was typed. */
export interface Tier {
  from_day?: string;
  to_day?: string;
  rate?: string;
}

/** What was typed into one field; an end of a range that is still empty is null. */
export type Value = string | boolean | { low: string | null; high: string | null } | Tier[];

/** One case: what it asks of Python, and which of its figures are not the reader's own. */
export interface Case {
  lever: string;
  inputs: Record<string, Value>;
  /** Inputs that hold figures of the example. */
  example: string[];
  /** Inputs that were carried over from the finder. */
  known: string[];
}

/** A case in the total: how often it occurs in a year, and which goods it is about. */
export interface Entry {
  case: Case;
  headline: string;
  times: string;
  goods: string;
}

export interface Complaint {
  field: string;
  code: string;
  zh: string;
  en: string;
}

/** What the page uses of an answer. */
export type Answer =
  | { ok: true; html: string; headline: Words; csv?: string }
  | { ok: false; errors: Complaint[] };

declare global {
  interface Window {
    measuresTariff: {
      /** The rows in which anything was typed. */
      read: (field: HTMLElement) => Tier[];
      write: (field: HTMLElement, tiers: Tier[]) => void;
      /** The inputs of a row that `read` gave. */
      cell: (field: HTMLElement, row: number, name: string) => HTMLInputElement | null;
      /** The number in the table of the first row that lacks a day or a rate; 0 when none does. */
      unfinished: (field: HTMLElement) => number;
      bind: (field: HTMLElement) => void;
    };
    measuresFigures: {
      /** The fields of a form, one for each input of the lever. */
      fields: (form: HTMLElement) => HTMLElement[];
      named: (form: HTMLElement, name: string) => HTMLElement | undefined;
      label: (field: HTMLElement) => string;
      /** What was typed; undefined is unknown. */
      value: (field: HTMLElement) => Value | undefined;
      /** Put a value into a field; false when the field cannot hold it. */
      fill: (field: HTMLElement, value: Value | undefined) => boolean;
      /** Show one figure or two. */
      range: (field: HTMLElement, two: boolean) => void;
      /** What is still to be entered before there is a result, in words. */
      needed: (form: HTMLElement) => string[];
      /** The control that an error of Python is about. */
      at: (form: HTMLElement, error: Complaint) => { control: HTMLElement | null; row: number };
    };
    measuresSaving: {
      /** The case that is in a form. */
      read: (form: HTMLFormElement) => Case;
      /** Put a case into a form; what could not be put there, as it stood in the address. */
      write: (form: HTMLFormElement, fragment: string) => string[];
      /** The fragment that reopens a case. */
      fragment: (given: Case, more?: Record<string, string>) => string;
      /** A case out of a fragment, by the form of its lever; null when there is no such form. */
      parsed: (fragment: string) => { case: Case; more: URLSearchParams } | null;
      address: (fragment: string) => string;
    };
    measuresExample: {
      /** Fill in the example, or put back what the reader had typed. */
      toggle: (form: HTMLFormElement, button: HTMLButtonElement) => void;
      clear: (form: HTMLFormElement) => void;
      /** Say which figures on the form are not the reader's own. */
      tell: (form: HTMLFormElement) => void;
    };
    measuresTotal?: {
      keep: (given: Case, headline: string) => void;
      restore: (state: URLSearchParams) => string[];
    };
  }
}
