import { expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/import/options';
import { lookAtText } from '../../../src/import/text/look';
import { createMender } from '../../../src/import/text/mend';

/** Mends values that come after those by which the plan was made; which of them speak against it. */
async function mend(sample: string, values: string[], options: ImportOptions = {}) {
  const { plan } = await lookAtText(new Blob([`x\n${sample}\n`]), options);
  const codes: string[] = [];
  let current = '';
  const mender = createMender(plan, { onMisfit: () => {}, onCode: () => codes.push(current) });
  const lines = values.map((value, at) => mender.write([(current = value)], at));
  return { codes, lines, zeros: mender.zeros()[0] };
}

const chosen = { columns: { x: { reading: { type: 'BIGINT', decimal: '.' } } } } as const;

test('a code among numbers speaks against a plan that was made before it was seen', async () => {
  const values = ['8', '007', '1234567890123456', '12E5', '００7', '0', '0.5', '1e-5', '100000'];
  expect((await mend('1\n2.5', values)).codes).toEqual(['007', '1234567890123456', '12E5', '００7']);
});

test('where a person wants numbers, only zeros that would be lost speak against it', async () => {
  expect((await mend('1\n2', ['007', '1234567890123456'], chosen)).codes).toEqual(['007']);
});

test('values that have lost their zeros are counted', async () => {
  expect(await mend('1\n2', ['007', '08', '0', '10'], chosen)).toMatchObject({
    lines: ['7', '8', '0', '10'],
    zeros: 2,
  });
});
