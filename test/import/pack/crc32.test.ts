import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { toCrc32 } from '../../../src/import/pack/crc32';
import { createRandom } from '../../random';

test('the published check value comes out', () => {
  expect(toCrc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(toCrc32(new Uint8Array())).toBe(0);
});

test('any bytes in any pieces give the same as another implementation', () => {
  const random = createRandom(3);
  for (let round = 0; round < 300; round++) {
    const bytes = Uint8Array.from({ length: random.below(60) }, () => random.below(256));
    const cut = random.below(bytes.length + 1);
    expect(toCrc32(bytes.subarray(cut), toCrc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
  }
});
