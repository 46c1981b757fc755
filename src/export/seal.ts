import { createBlobWriter } from '../import/pack/stream';
import { createAbort, Problem } from '../lib/problem';

/**
 * A file under a passphrase. PBKDF2 (HMAC-SHA-256) makes a master key of it, and HKDF two of that: one for the contents, and
 * one that is written down, by which a wrong passphrase is told from a damaged file. The contents are sealed in chunks of
 * AES-256-GCM as in STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, 2015): the nonce counts the chunks and marks the last, so
 * that none can be changed, moved, left out or added; and every chunk vouches for the header. After a chunk comes a plain sum of
 * it, which anyone can make: where that is wrong the file was harmed on its way, and where it alone is right somebody changed it.
 *
 * | bytes | header                        |
 * | ----- | ----------------------------- |
 * | 8     | `QUIRE\0S2`                   |
 * | 4     | rounds of PBKDF2              |
 * | 4     | bytes of a chunk              |
 * | 16    | salt                          |
 * | 7     | start of every nonce          |
 * | 1     | 0                             |
 * | 16    | the key to check with         |
 * | 8     | SHA-256 of all this, cut off  |
 *
 * | bytes | each chunk                                                    |
 * | ----- | ------------------------------------------------------------- |
 * | any   | sealed, the last one's maybe shorter than the others          |
 * | 16    | its seal                                                      |
 * | 8     | SHA-256 of both and of a byte, 1 after the last one, cut off  |
 *
 * `QUIRE\0S1` is the same without the sums.
 */
const MAGIC = new TextEncoder().encode('QUIRE\0S2');
const MAGIC_WITHOUT_SUMS = new TextEncoder().encode('QUIRE\0S1');
const HEADER = 64;
const TAG = 16;
const SUM = 8;
const CHUNK = 2 ** 20;
/** What OWASP asks for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;
/** A file must not keep a page busy for minutes, nor make a passphrase cheap to guess. */
const MOST_ROUNDS = 10_000_000;
const MOST_CHUNK = 2 ** 24;

export interface SealOptions {
  rounds?: number;
  chunk?: number;
  random?: (bytes: number) => Uint8Array<ArrayBuffer>;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

export async function seal(
  file: Blob,
  passphrase: string,
  { rounds = ROUNDS, chunk = CHUNK, random = toRandom, signal, onProgress }: SealOptions = {},
): Promise<Blob> {
  const header = new Uint8Array(HEADER);
  const view = new DataView(header.buffer);
  header.set(MAGIC);
  view.setUint32(8, rounds);
  view.setUint32(12, chunk);
  header.set(random(16), 16);
  header.set(random(7), 32);
  const { key, check } = await toKeys(passphrase, readHeader(header));
  header.set(check, 40);
  header.set(await toDigest(header), 56);
  const writer = createBlobWriter();
  writer.push(header);
  const count = Math.max(1, Math.ceil(file.size / chunk));
  for (let k = 0; k < count; k++) {
    if (signal?.aborted) throw createAbort();
    const isLast = k + 1 === count;
    const bytes = await file.slice(k * chunk, (k + 1) * chunk).arrayBuffer();
    const sealed = new Uint8Array(await crypto.subtle.encrypt(toCipher(header, k, isLast), key, bytes));
    writer.push(sealed);
    writer.push(await toSum(sealed, isLast));
    onProgress?.((k + 1) / count);
  }
  return writer.finish();
}

/** The file in a sealed one, all of it checked: nothing of it can be had before. */
export async function unseal(
  file: Blob,
  passphrase: string,
  { signal, onProgress }: Pick<SealOptions, 'signal' | 'onProgress'> = {},
): Promise<Blob> {
  const header = new Uint8Array(await file.slice(0, HEADER).arrayBuffer());
  if (header.length < HEADER || !isSame(header.subarray(56), await toDigest(header)))
    throw new Problem('quire-damaged');
  const settings = readHeader(header);
  const { rounds, chunk } = settings;
  if (rounds < 1 || rounds > MOST_ROUNDS || chunk < 1 || chunk > MOST_CHUNK)
    throw new Problem('quire-changed');
  const { key, check } = await toKeys(passphrase, settings);
  if (!isSame(check, header.subarray(40, 56))) throw new Problem('quire-passphrase');
  const writer = createBlobWriter();
  const hasSums = startsWith(header, MAGIC);
  const size = chunk + TAG + (hasSums ? SUM : 0);
  const count = Math.max(1, Math.ceil((file.size - HEADER) / size));
  for (let k = 0; k < count; k++) {
    if (signal?.aborted) throw createAbort();
    const isLast = k + 1 === count;
    const from = HEADER + k * size;
    const bytes = new Uint8Array(await file.slice(from, from + size).arrayBuffer());
    const sealed = hasSums ? await checkSum(bytes, isLast) : bytes;
    writer.push(await open(key, toCipher(header, k, isLast), sealed, hasSums));
    onProgress?.((k + 1) / count);
  }
  return writer.finish();
}

export async function isSealed(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length).arrayBuffer());
  return startsWith(start, MAGIC) || startsWith(start, MAGIC_WITHOUT_SUMS);
}

/** The master key of a passphrase: normalised, so that it is the same from every keyboard (RFC 8265). */
export async function toMaster(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<ArrayBuffer> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const secret = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, secret, 256);
}

interface Settings {
  rounds: number;
  chunk: number;
  salt: Uint8Array<ArrayBuffer>;
}

function readHeader(header: Uint8Array<ArrayBuffer>): Settings {
  const view = new DataView(header.buffer);
  return { rounds: view.getUint32(8), chunk: view.getUint32(12), salt: header.slice(16, 32) };
}

async function toKeys(passphrase: string, { rounds, salt }: Settings) {
  const master = await crypto.subtle.importKey(
    'raw',
    await toMaster(passphrase, salt, rounds),
    'HKDF',
    false,
    ['deriveBits', 'deriveKey'],
  );
  const toInfo = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(`quire ${use}`),
  });
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  return {
    key: await crypto.subtle.deriveKey(
      toInfo('contents'),
      master,
      { name: 'AES-GCM', length: 256 },
      false,
      usages,
    ),
    check: new Uint8Array(await crypto.subtle.deriveBits(toInfo('check'), master, 128)),
  };
}

function toCipher(header: Uint8Array<ArrayBuffer>, k: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(header.subarray(32, 39));
  new DataView(iv.buffer).setUint32(7, k);
  iv[11] = isLast ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: header };
}

async function open(
  key: CryptoKey,
  cipher: AesGcmParams,
  sealed: Uint8Array<ArrayBuffer>,
  isWhole: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipher, key, sealed));
  } catch (cause) {
    throw new Problem(isWhole ? 'quire-changed' : 'quire-unsound', { cause });
  }
}

/** The sealed bytes of a chunk, which came as they were written or were changed with care. */
async function checkSum(bytes: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = bytes.subarray(0, Math.max(0, bytes.length - SUM));
  if (!isSame(bytes.subarray(sealed.length), await toSum(sealed, isLast))) throw new Problem('quire-damaged');
  return sealed;
}

/** The last chunk's is another one, so that a file is known to be cut where it is cut between two. */
async function toSum(sealed: Uint8Array, isLast: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(sealed.length + 1);
  bytes.set(sealed);
  bytes[sealed.length] = isLast ? 1 : 0;
  return toShort(bytes);
}

async function toDigest(header: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return toShort(header.slice(0, 56));
}

async function toShort(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, SUM);
}

function startsWith(bytes: Uint8Array, magic: Uint8Array): boolean {
  return isSame(bytes.subarray(0, magic.length), magic);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function toRandom(bytes: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
