/** The bits that tell values from nulls, the first in the lowest bit. */
export function createBits(size: number) {
  let bits = new Uint8Array((size >> 3) + 1);

  return {
    set(index: number): void {
      if (index >> 3 >= bits.length) bits = grow(bits, bits.length * 2);
      bits[index >> 3]! |= 1 << (index & 7);
    },

    setRun(from: number, to: number): void {
      if (to > bits.length * 8) bits = grow(bits, Math.max(bits.length * 2, (to >> 3) + 1));
      let index = from;
      while (index < to && (index & 7) !== 0) this.set(index++);
      bits.fill(0xff, index >> 3, Math.max(index, to) >> 3);
      index = Math.max(index, to & ~7);
      while (index < to) this.set(index++);
    },

    clear(index: number): void {
      if (index >> 3 >= bits.length) bits = grow(bits, bits.length * 2);
      bits[index >> 3]! &= ~(1 << (index & 7));
    },

    countNulls(length: number): number {
      let ones = 0;
      for (let at = 0; at < length >> 3; at++) ones += ONES[bits[at]!]!;
      for (let index = length & ~7; index < length; index++) ones += (bits[index >> 3]! >> (index & 7)) & 1;
      return length - ones;
    },

    take: (length: number): Uint8Array => bits.subarray(0, (length + 7) >> 3),
  };
}

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** The same values with room for more. */
export function grow<T extends ArrayBufferView & { readonly length: number }>(array: T, length: number): T {
  const grown = new (array.constructor as new (length: number) => T & { set(values: T): void })(length);
  grown.set(array);
  return grown;
}
