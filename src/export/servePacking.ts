import type { Packed, PackPart } from './zipStream';
import { packHere } from './zipStream';

/** Bytes of a part that are to be packed; a new part begins behind the last of one. */
export interface PackRequest {
  bytes: Uint8Array<ArrayBuffer>;
  isLast: boolean;
}

/** Answers each request in its order. */
export function servePacking(): void {
  let pack: PackPart | undefined;
  self.addEventListener('message', ({ data: { bytes, isLast } }: MessageEvent<PackRequest>) => {
    pack ??= packHere();
    const packed = pack(bytes, isLast) as Packed;
    if (isLast) pack = undefined;
    self.postMessage(packed, { transfer: [packed.bytes.buffer] });
  });
}
