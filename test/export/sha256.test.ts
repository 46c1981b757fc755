import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSha256 } from '../../src/export/sha256';
import { createRandom } from '../random';

function digest(...pieces: Uint8Array[]): string {
  const sha = createSha256();
  for (const piece of pieces) sha.push(piece);
  return sha.finish();
}

const bytes = (text: string) => new TextEncoder().encode(text);

// FIPS 180-4, "SHA-256 Example" one and two, and the empty message of the NIST's short message tests
test('the published examples have their published digests', () => {
  expect(digest(bytes(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(digest(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digest(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('bytes that come in pieces of any length have the digest of the whole', () => {
  const random = createRandom(7);
  for (let round = 0; round < 200; round++) {
    const whole = Uint8Array.from({ length: random.below(400) }, () => random.below(256));
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < whole.length;) {
      const size = 1 + random.below(130);
      pieces.push(whole.subarray(at, at + size));
      at += size;
    }
    expect(digest(...pieces)).toBe(createHash('sha256').update(whole).digest('hex'));
  }
});
