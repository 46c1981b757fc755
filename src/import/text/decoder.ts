import { Problem } from '../../lib/problem';
import { createUtf32Decoder, isUtf32 } from './utf32';

/** As much of a TextDecoder as is needed. */
export interface Decoder {
  /** The label by which the platform knows the encoding. */
  encoding: string;
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** Marks are kept: where they are to be left out, the bytes are left out before. */
export function createDecoder(label: string): Decoder {
  const known = label.toLowerCase();
  if (isUtf32(known)) return createUtf32Decoder(known);
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch (cause) {
    throw new Problem('encoding-unknown', { params: { encoding: label }, cause });
  }
}
