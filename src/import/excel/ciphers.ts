/** AES in CBC mode without padding: Web Crypto wants some, so a block of it is made and put behind. */
export async function decrypt(
  keyBytes: Uint8Array,
  iv: Uint8Array,
  encrypted: Uint8Array,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', keyBytes.slice(), 'AES-CBC', false, [
    'encrypt',
    'decrypt',
  ]);
  const last = encrypted.slice(-16);
  const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array(0));
  const padded = join(encrypted, new Uint8Array(padding));
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: iv.slice(0, 16) }, key, padded));
}

export async function digest(hash: string, ...parts: Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, join(...parts)));
}

export function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function toUtf16(text: string): Uint8Array {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return new Uint8Array(units.buffer);
}

export function toBytes(number: number): Uint8Array {
  return Uint8Array.of(number, number >>> 8, number >>> 16, number >>> 24);
}
