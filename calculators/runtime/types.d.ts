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

/** What the worker needs before it can start Python. */
export interface Start {
  wasm: WebAssembly.Module;
  library: ArrayBuffer;
  measures: ArrayBuffer;
  info: Record<string, string>;
}

/** The part of a dedicated worker's global scope that the worker uses; the DOM's types know only pages. */
export interface WorkerScope {
  fetch: (request: Request | URL | string) => Promise<Response>;
  postMessage: (message: unknown) => void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** The parts as they came and were found whole. */
export interface Parts {
  worker: ArrayBuffer;
  wasm: WebAssembly.Module;
  library: ArrayBuffer;
  measures: ArrayBuffer;
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
      parts: (onbytes: (done: number, total: number) => void) => Promise<{ parts: Parts; info: Record<string, string> }>;
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
