declare global {
  interface Window {
    measuresDay: {
      /** Today where the reader is, as YYYY-MM-DD. */
      today: () => string;
      /** A date in words: the browser's own field shows day and month in an order of its choosing. */
      inWords: (iso: string) => string;
      /** Put each date of a form in words beside its field. */
      tell: (form: HTMLElement) => void;
    };
    /** Print one calculator and its answer alone, with the address that reopens it. */
    measuresPrint: (form: HTMLElement, address: string) => void;
    measuresForm: {
      /** The first part of a form with that class. */
      part: (form: HTMLElement, name: string) => HTMLElement;
      /** Put a message beside a field, or in the form's line for trouble where no field is concerned. */
      complain: (form: HTMLElement, field: Element | null | undefined, message: string) => void;
      /** Take all messages back. */
      forgive: (form: HTMLElement) => void;
      /** Say why Python did not answer, with a button to try again where that can help. */
      failed: (form: HTMLElement, error: unknown) => void;
      /** Said once to a screen reader, when the reader of the page has stopped typing. */
      announce: (form: HTMLElement, sentence: string) => void;
      /** Start Python when the reader turns to this form, and show what only works with scripts. */
      warms: (form: HTMLElement) => void;
      /** Keep an address that reopens the case in the address bar. */
      kept: (address: string) => void;
    };
    /** Give the reader a text as a file. */
    measuresDownload: (name: string, type: string, text: string) => void;
  }
}

export {};
