import { createCipheriv, createHash } from 'node:crypto';
import { CFB } from '@e965/xlsx';

const sha1 = (...parts: Uint8Array[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
const toUint32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);

/** A workbook as Excel 2007 encrypts it: AES-128 in ECB mode, [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9. */
export function encrypt2007(plain: Uint8Array, password: string): Uint8Array<ArrayBuffer> {
  const salt = Buffer.from(Array.from({ length: 16 }, (_, at) => at * 3));
  let spun = sha1(salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < 50_000; spin++) spun = sha1(toUint32(spin), spun);
  const last = sha1(spun, toUint32(0));
  const pad = Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (last[at] ?? 0));
  const cipher = (bytes: Uint8Array) => {
    const aes = createCipheriv('aes-128-ecb', sha1(pad).subarray(0, 16), null).setAutoPadding(false);
    const whole = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
    return Buffer.concat([aes.update(whole), aes.final()]);
  };
  const verifier = Buffer.from('sixteen bytes it');
  const head = [0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(toUint32);
  const info = Buffer.concat([
    Buffer.from([4, 0, 2, 0]),
    toUint32(0x24),
    toUint32(34),
    ...head,
    Buffer.from('\0', 'utf16le'),
    toUint32(16),
    salt,
    cipher(verifier),
    toUint32(20),
    cipher(sha1(verifier)),
  ]);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(plain.length);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', info);
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.concat([size, cipher(plain)]));
  return Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Buffer);
}
