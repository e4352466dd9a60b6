// SHA-256 of bytes as hex: the browser's own where it has one, else (pages over plain http from another machine) ours.
(() => {
  /** The first 32 bits of the fractional parts of the n-th roots of the first primes. @param {number} root @param {number} count */
  function fractions(root, count) {
    const found = new Uint32Array(count);
    for (let at = 0, n = 2; at < count; n += 1) {
      let prime = true;
      for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
      if (prime) found[at++] = (n ** (1 / root) % 1) * 2 ** 32;
    }
    return found;
  }

  const K = fractions(3, 64);
  const W = new Uint32Array(64);

  /** @param {Uint32Array} state @param {DataView} bytes @param {number} at */
  function block(state, bytes, at) {
    for (let i = 0; i < 16; i += 1) W[i] = bytes.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const x = W[i - 15];
      const y = W[i - 2];
      W[i] = W[i - 16] + W[i - 7] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
        + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
        + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
        + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0;
      d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
  }

  /** Ours: in steps of a megabyte, so that the page stays awake. @param {Uint8Array<ArrayBuffer>} bytes */
  async function slowly(bytes) {
    const state = fractions(2, 8);
    const whole = bytes.length - (bytes.length % 64);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < whole; at += 64) {
      block(state, view, at);
      if (at % 2 ** 20 === 0) await new Promise((resolve) => { setTimeout(resolve); });
    }
    const rest = new Uint8Array(bytes.length - whole < 56 ? 64 : 128);
    rest.set(bytes.subarray(whole));
    rest[bytes.length - whole] = 0x80;
    const end = new DataView(rest.buffer);
    end.setBigUint64(rest.length - 8, BigInt(bytes.length) * 8n);
    for (let at = 0; at < rest.length; at += 64) block(state, end, at);
    return [...state].map((value) => value.toString(16).padStart(8, "0")).join("");
  }

  self.measuresSha256 = async (bytes) => {
    if (!self.crypto || !crypto.subtle) return slowly(bytes);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest].map((value) => value.toString(16).padStart(2, "0")).join("");
  };
})();
