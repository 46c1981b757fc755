/** SHA-256 (FIPS 180-4) of bytes that come in pieces, which WebCrypto can only take whole. */
export function createSha256() {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  const block = new Uint8Array(64);
  let held = 0;
  let length = 0;

  function push(bytes: Uint8Array): void {
    length += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(64 - held, bytes.length);
      block.set(bytes.subarray(0, at), held);
      held += at;
      if (held < 64) return;
      mix(state, words, block, 0);
      held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) mix(state, words, bytes, at);
    block.set(bytes.subarray(at));
    held = bytes.length - at;
  }

  return {
    push,
    /** The digest in hexadecimal digits. */
    finish(): string {
      const bits = new DataView(new ArrayBuffer(8));
      bits.setBigUint64(0, BigInt(length) * 8n);
      push(Uint8Array.of(0x80));
      push(new Uint8Array((120 - held) % 64));
      push(new Uint8Array(bits.buffer));
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

function mix(state: Int32Array, words: Int32Array, bytes: Uint8Array, from: number): void {
  for (let k = 0, at = from; k < 16; k++, at += 4) {
    words[k] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let k = 16; k < 64; k++) {
    const x = words[k - 15]!;
    const y = words[k - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[k] = (words[k - 16]! + s0 + words[k - 7]! + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let k = 0; k < 64; k++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[k]! + words[k]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let k = 0; k < 8; k++) state[k] = (state[k]! + mixed[k]!) | 0;
}

const primes = findPrimes(64);
/** The first 32 bits of the fractions of roots of the first primes: square roots to start with, cube roots for the rounds. */
const START = primes.slice(0, 8).map((prime) => toFraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(primes, (prime) => toFraction(Math.cbrt(prime)));

function toFraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function findPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}
