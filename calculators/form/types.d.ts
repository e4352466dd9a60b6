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
    /** Give the reader a text as a file. */
    measuresDownload: (name: string, type: string, text: string) => void;
  }
}

export {};
