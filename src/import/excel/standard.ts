import { Problem } from '../../lib/problem';
import { decrypt, digest, toBytes, toUtf16 } from './ciphers';

/** The encryption of Excel 2007: ECMA-376 "standard", AES in ECB mode, [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9. */
const MINOR_VERSION = 2;
const KEY_BITS: Partial<Record<number, number>> = { 0x660e: 128, 0x660f: 192, 0x6610: 256 };
const SPINS = 50_000;
const BLOCK_BYTES = 16;
const HASH = 'SHA-1';
const HASH_BYTES = 20;
const PAD_BYTES = 64;

// places in the information: the head, and the verifier behind it
const HEAD_SIZE = 8;
const HEAD = 12;
const ALGORITHM = HEAD + 8;
const SALT = 4;
const VERIFIER = SALT + 16;
const VERIFIER_HASH = VERIFIER + 20;
const VERIFIER_END = VERIFIER_HASH + 32;

export function isStandard(info: Uint8Array): boolean {
  return info.length > ALGORITHM + 4 && toView(info).getUint16(2, true) === MINOR_VERSION;
}

/** What is encrypted; undefined where the password is not the one. */
export async function maybeStandard(
  info: Uint8Array,
  contents: Uint8Array,
  password: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const view = toView(info);
  const bits = KEY_BITS[view.getUint32(ALGORITHM, true)];
  const verifier = info.subarray(HEAD + view.getUint32(HEAD_SIZE, true));
  if (bits === undefined || verifier.length < VERIFIER_END) throw new Problem('workbook-encryption');
  const key = await toKey(verifier.subarray(SALT, VERIFIER), password, bits / 8);
  const input = await decryptBlocks(key, verifier.subarray(VERIFIER, VERIFIER + BLOCK_BYTES));
  const expected = await decryptBlocks(key, verifier.subarray(VERIFIER_HASH, VERIFIER_END));
  const actual = await digest(HASH, input);
  if (!actual.every((byte, at) => byte === expected[at])) return undefined;
  const whole = contents.length - ((contents.length - 8) % BLOCK_BYTES);
  const size = Number(toView(contents).getBigUint64(0, true));
  return (await decryptBlocks(key, contents.subarray(8, whole))).slice(0, size);
}

async function toKey(salt: Uint8Array, password: string, keyBytes: number): Promise<Uint8Array> {
  let spun = await digest(HASH, salt, toUtf16(password));
  for (let spin = 0; spin < SPINS; spin++) spun = await digest(HASH, toBytes(spin), spun);
  const last = await digest(HASH, spun, toBytes(0));
  const pad = (filling: number) =>
    Uint8Array.from({ length: PAD_BYTES }, (_, at) => filling ^ (last[at] ?? 0));
  const key = new Uint8Array(2 * HASH_BYTES);
  key.set(await digest(HASH, pad(0x36)));
  key.set(await digest(HASH, pad(0x5c)), HASH_BYTES);
  return key.subarray(0, keyBytes);
}

/** AES in ECB mode, which Web Crypto has not: in CBC mode each block is mixed with the one before it, and that is taken back. */
async function decryptBlocks(key: Uint8Array, encrypted: Uint8Array): Promise<Uint8Array> {
  const plain = await decrypt(key, new Uint8Array(BLOCK_BYTES), encrypted);
  for (let at = BLOCK_BYTES; at < plain.length; at++) plain[at]! ^= encrypted[at - BLOCK_BYTES]!;
  return plain;
}

function toView({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
