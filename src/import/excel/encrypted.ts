import { Problem } from '../../lib/problem';
import { decrypt, digest, toBytes, toUtf16 } from './ciphers';
import { isStandard, maybeStandard } from './standard';
import { readTags } from './xml';

/**
 * The encryption that Excel has used since 2010: ECMA-376 "agile", [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15; `standard.ts` has that of
 * 2007. Excel encrypts what is merely to be opened read-only with a password of its own, and asks nobody for it.
 */
const OWN_PASSWORD = 'VelvetSweatshop';
const PACKAGE_NAME = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);
const AGILE_VERSION = 0x0004_0004;
const INFO_HEAD_BYTES = 8;
const SEGMENT_BYTES = 4096;
const MOST_SPINS = 10_000_000;

// what a key is for
const VERIFIER_INPUT = [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79];
const VERIFIER_HASH = [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e];
const PACKAGE_KEY = [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6];

/** Whether a compound file is an XLSX, XLSM or XLSB that is encrypted. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(69); at >= 0; at = bytes.indexOf(69, at + 1)) {
    if (PACKAGE_NAME.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** The workbook within an encrypted one. */
export async function decryptWorkbook(bytes: Uint8Array, password: string | undefined): Promise<Blob> {
  const { CFB } = await import('@e965/xlsx');
  const container = CFB.read(bytes, { type: 'array' });
  const find = (name: string) => {
    const content = CFB.find(container, name)?.content as ArrayLike<number> | undefined;
    if (!content) throw new Problem('workbook-damaged', { params: { detail: name } });
    return Uint8Array.from(content);
  };
  const info = find('EncryptionInfo');
  const contents = find('EncryptedPackage');
  const open = isStandard(info) ? maybeStandard : maybeAgile;
  const opened = await open(info, contents, password ?? OWN_PASSWORD);
  if (!opened) throw new Problem(password === undefined ? 'workbook-locked' : 'workbook-password');
  return new Blob([opened]);
}

async function maybeAgile(
  info: Uint8Array,
  contents: Uint8Array,
  password: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const encryption = toEncryption(info);
  const key = await maybeKey(encryption, password);
  return key && decryptPackage(contents, key, encryption);
}

interface Cipher {
  hash: string;
  salt: Uint8Array;
}

interface Encryption {
  data: Cipher;
  password: Cipher & {
    spins: number;
    keyBytes: number;
    verifierInput: Uint8Array;
    verifierHash: Uint8Array;
    key: Uint8Array;
  };
}

function toEncryption(info: Uint8Array): Encryption {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  if (info.length < INFO_HEAD_BYTES || view.getUint32(0, true) !== AGILE_VERSION) {
    throw new Problem('workbook-encryption');
  }
  const tags = [...readTags(new TextDecoder().decode(info.subarray(INFO_HEAD_BYTES)))];
  const data = tags.find(({ name }) => name === 'keyData')?.attributes;
  const password = tags.find(({ name }) => name === 'encryptedKey')?.attributes;
  const isKnown =
    data?.['cipherAlgorithm'] === 'AES' &&
    data['cipherChaining'] === 'ChainingModeCBC' &&
    password?.['spinCount'] !== undefined &&
    Number(password['spinCount']) <= MOST_SPINS;
  // a key that only a certificate opens has no spins
  if (!isKnown) throw new Problem('workbook-encryption');
  return {
    data: toCipher(data),
    password: {
      ...toCipher(password),
      spins: Number(password['spinCount']),
      keyBytes: Number(password['keyBits']) / 8,
      verifierInput: fromBase64(password['encryptedVerifierHashInput']),
      verifierHash: fromBase64(password['encryptedVerifierHashValue']),
      key: fromBase64(password['encryptedKeyValue']),
    },
  };
}

function toCipher(attributes: Readonly<Record<string, string>>): Cipher {
  const hash = /^SHA-?(1|256|384|512)$/.exec(attributes['hashAlgorithm'] ?? '')?.[1];
  if (!hash) throw new Problem('workbook-encryption');
  return { hash: `SHA-${hash}`, salt: fromBase64(attributes['saltValue']) };
}

function fromBase64(text = ''): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** The key of the contents; undefined where the password is not the one. */
async function maybeKey({ password: lock }: Encryption, password: string): Promise<Uint8Array | undefined> {
  const { hash, salt, spins, keyBytes } = lock;
  let spun = await digest(hash, salt, toUtf16(password));
  for (let spin = 0; spin < spins; spin++) spun = await digest(hash, toBytes(spin), spun);
  const open = async (purpose: readonly number[], encrypted: Uint8Array) =>
    decrypt(fit(await digest(hash, spun, Uint8Array.from(purpose)), keyBytes), salt, encrypted);
  const input = await open(VERIFIER_INPUT, lock.verifierInput);
  const expected = await open(VERIFIER_HASH, lock.verifierHash);
  const actual = await digest(hash, input.subarray(0, salt.length));
  if (!actual.every((byte, at) => byte === expected[at])) return undefined;
  return (await open(PACKAGE_KEY, lock.key)).subarray(0, keyBytes);
}

async function decryptPackage(
  contents: Uint8Array,
  key: Uint8Array,
  { data: { hash, salt } }: Encryption,
): Promise<Uint8Array<ArrayBuffer>> {
  const size = Number(new DataView(contents.buffer, contents.byteOffset).getBigUint64(0, true));
  const plain = new Uint8Array(contents.length - 8);
  for (let at = 0, segment = 0; at < plain.length; at += SEGMENT_BYTES, segment++) {
    const piece = contents.subarray(8 + at, 8 + at + SEGMENT_BYTES);
    const whole = piece.subarray(0, piece.length - (piece.length % 16));
    if (whole.length === 0) break;
    plain.set(await decrypt(key, await digest(hash, salt, toBytes(segment)), whole), at);
  }
  return plain.slice(0, size);
}

/** A key of a length; what a short hash lacks is filled up as the format says. */
function fit(bytes: Uint8Array, length: number): Uint8Array {
  const fitted = new Uint8Array(length).fill(0x36);
  fitted.set(bytes.subarray(0, length));
  return fitted;
}
