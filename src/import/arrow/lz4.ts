import { grow } from './buffers';

const MAGIC = 0x184d2204;

/**
 * Unpacks an LZ4 frame, whose blocks may refer to those before them.
 * https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
export function unpackLz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('not an LZ4 frame');
  const flags = bytes[4]!;
  const hasBlockSum = (flags & 0x10) !== 0;
  const hasSize = (flags & 0x08) !== 0;
  const hasDictionary = (flags & 0x01) !== 0;
  let output = new Uint8Array(hasSize ? Number(view.getBigUint64(6, true)) : bytes.length * 4);
  let size = 0;
  let at = 7 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0);
  for (;;) {
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) return output.subarray(0, size);
    const end = at + (head & 0x7fffffff);
    if (end > bytes.length) throw new Error('LZ4 block ends too early');
    if (head & 0x80000000) {
      if (size + end - at > output.length) output = grow(output, (size + end - at) * 2);
      output.set(bytes.subarray(at, end), size);
      size += end - at;
    } else ({ output, size } = unpackBlock(bytes.subarray(at, end), output, size));
    at = end + (hasBlockSum ? 4 : 0);
  }
}

interface Unpacked {
  output: Uint8Array<ArrayBuffer>;
  size: number;
}

function unpackBlock(block: Uint8Array, output: Uint8Array<ArrayBuffer>, size: number): Unpacked {
  let at = 0;
  const readLength = (start: number): number => {
    let length = start;
    if (start < 15) return length;
    for (let byte = 255; byte === 255; length += byte) {
      if (at >= block.length) throw new Error('LZ4 block ends too early');
      byte = block[at++]!;
    }
    return length;
  };
  const ensure = (count: number): void => {
    if (size + count > output.length) output = grow(output, (size + count) * 2);
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = readLength(token >> 4);
    if (at + literals > block.length) throw new Error('LZ4 block ends too early');
    ensure(literals);
    output.set(block.subarray(at, at + literals), size);
    at += literals;
    size += literals;
    // the last sequence has literals only
    if (at === block.length) break;
    const back = block[at]! | (block[at + 1]! << 8);
    at += 2;
    if (back === 0 || back > size) throw new Error('LZ4 match before the start');
    const length = readLength(token & 15) + 4;
    ensure(length);
    // what is copied may be what was just written
    for (let k = 0; k < length; k++) output[size + k] = output[size + k - back]!;
    size += length;
  }
  return { output, size };
}
