import { expect, test } from 'vitest';
import { analyse } from '../../../src/analytics/analyses/similar';
import { createRandom } from '../../../src/analytics/core/random';

test('a text is compared with those of more rows than a call takes arguments', () => {
  const rows = 200_000;
  const codes = Int32Array.from({ length: rows }, (_, row) => row % 2);
  const labels = ['broken kettle', 'late parcel'];
  const { added } = analyse(
    { rows, columns: [{ name: 'text', kind: 'text', codes, labels }] },
    { like: 'a broken kettle' },
    { seed: 0, random: createRandom(0), onProgress: () => {} },
  );
  const [similarity] = added!;
  expect(similarity).toMatchObject({ name: 'similarity', type: 'DOUBLE' });
  expect('values' in similarity! && [...similarity.values.slice(0, 2), similarity.values.at(-1)]).toEqual([
    expect.closeTo(1, 12),
    0,
    0,
  ]);
});
