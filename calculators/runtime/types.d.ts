/** One part of the runtime as its manifest states it: a plain file, and a classic script for pages from disk. */
export interface Part {
  file: string;
  bytes: number;
  gzip: number;
  sha256: string;
  disk: { file: string; bytes: number; sha256: string };
}

export interface Manifest {
  schema: number;
  pyodide: string;
  info: Record<string, string>;
  parts: Record<"worker" | "wasm" | "library" | "measures", Part>;
}

/** What the worker needs to start Python, and gets as soon as all of it is here. */
export interface Given {
  wasm: WebAssembly.Module;
  library: ArrayBuffer;
  measures: ArrayBuffer;
}

/** The part of a dedicated worker's global scope that the worker uses; the DOM's types know only pages. */
export interface WorkerScope {
  fetch: (request: Request | URL | string) => Promise<Response>;
  postMessage: (message: unknown) => void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** The parts, each settled when it came and was found whole. */
export interface Parts {
  info: Record<string, string>;
  worker: Promise<ArrayBuffer>;
  wasm: Promise<WebAssembly.Module>;
  library: Promise<ArrayBuffer>;
  measures: Promise<ArrayBuffer>;
}

export interface Progress {
  step: "idle" | "download" | "start" | "ready" | "failed";
  /** Bytes of the runtime that are here, and all of them. */
  done: number;
  total: number;
}

/** Why Python did not answer: a code, whether trying again can help, and the sentence for the reader. */
export interface Failure extends Error {
  code: string;
  retry: boolean;
  detail: string;
}

declare global {
  /** Pyodide's own, in the worker. */
  function loadPyodide(options: Record<string, unknown>): Promise<any>;
  interface Uint8ArrayConstructor {
    fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
  }
  interface Window {
    measuresRuntime?: Manifest;
    measuresParts?: Record<string, string>;
    /** The SHA-256 of bytes, in hex. */
    measuresSha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
    measuresTransport: {
      /** The parts, each checked against its SHA-256; those that came before are kept. */
      parts: (onbytes: (done: number, total: number) => void) => Promise<Parts>;
      failure: (code: string, detail?: unknown) => Failure;
    };
    measuresPython?: {
      /** Start Python when it is not started yet; settles when it can answer. */
      warm: () => Promise<void>;
      /** The answer of `measures_py.call.call(name, text)`; rejects with a Failure. */
      call: (name: string, text: string) => Promise<string>;
      onprogress: ((progress: Progress) => void) | null;
      readonly state: Progress["step"];
    };
  }
}
