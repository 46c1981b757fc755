import { expect, test } from 'vitest';
import { createAsciiSkip } from '../../../src/import/text/ascii';
import { createRandom } from '../../random';

test('the next byte beyond ASCII is found wherever the piece starts and ends in memory', () => {
  const random = createRandom(11);
  for (let round = 0; round < 4000; round++) {
    const buffer = new ArrayBuffer(random.below(48));
    const offset = random.below(buffer.byteLength + 1);
    const bytes = new Uint8Array(buffer, offset, random.below(buffer.byteLength - offset + 1));
    new Uint8Array(buffer).fill(0xff);
    bytes.fill(0x41);
    for (let high = random.below(3); high > 0; high--) bytes[random.below(bytes.length)] = 0x80;
    const skip = createAsciiSkip(bytes);
    for (let at = 0; at <= bytes.length; at++) {
      const next = bytes.findIndex((byte, index) => index >= at && byte >= 0x80);
      expect(skip(at)).toBe(next < 0 ? bytes.length : next);
    }
  }
});
