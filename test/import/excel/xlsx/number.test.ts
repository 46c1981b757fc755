import { expect, test } from 'vitest';
import { readNumber } from '../../../../src/import/excel/xlsx/number';

const encoder = new TextEncoder();

function read(text: string): number {
  const bytes = encoder.encode(`<v>${text}</v>`);
  return readNumber(bytes, 3, bytes.length - 4);
}

/** Numbers as they come: the same on every run. */
function* makeNumbers(count: number): Generator<number> {
  let state = 1;
  for (let k = 0; k < count; k++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test('a moment of 15 to 19 digits is read to the last bit', () => {
  const wrong: string[] = [];
  const found = [...makeNumbers(20_000)].flatMap((share, k) => {
    const moment = 40_000 + share * 10_000;
    return [String(moment), moment.toFixed(10 + (k % 5)), String(-moment), String(share)];
  });
  for (const text of found) if (!Object.is(read(text), Number(text))) wrong.push(text);
  expect(wrong).toEqual([]);
});

test('a number beyond what two doubles hold is read to the last bit', () => {
  const texts = [
    '9007199254740993',
    '9007199254740992.5',
    '123456789012345678901234567890',
    '0.0000000000000000000000012345',
    '1.7976931348623157E+308',
    '5e-324',
    '0.30000000000000004',
    '1152921504606846976',
    '1152921504606847105',
  ];
  expect(texts.map(read)).toEqual(texts.map(Number));
});

test('what is no number is none', () => {
  expect(['', '-', '.', '1.2.3', '12a', '0x10', '1 2'].map(read)).toEqual(Array(7).fill(Number.NaN));
});
