import { expect, test } from 'vitest';
import { maybeWholeLines } from '../../../src/import/json/wholeLines';

const { signal } = new AbortController();

async function part(text: string, partial = false) {
  const lines = await maybeWholeLines(new Blob([text]), { signal, partial });
  return lines && { body: await lines.body.text(), broken: lines.broken };
}

test('whole lines stay as they are, and broken ones come with their numbers', async () => {
  expect(await part('{"a":1}\r\n\n{"a":\r\n[2]\n"x\n{"a":3}')).toEqual({
    body: '{"a":1}\r\n\n\n[2]\n\n{"a":3}',
    broken: [
      { line: 3, text: '{"a":' },
      { line: 5, text: '"x' },
    ],
  });
});

test('the last line may be the broken one, and where the text is a part of a file it is not told', async () => {
  const text = '{"a":1}\n{"a":2}\n{"a":';
  expect(await part(text)).toEqual({ body: '{"a":1}\n{"a":2}\n', broken: [{ line: 3, text: '{"a":' }] });
  expect(await part(text, true)).toEqual({ body: '{"a":1}\n{"a":2}\n', broken: [] });
});

test('where no more lines are whole than broken, or none is a record, lines are no records', async () => {
  expect(await part('{"a":1}\n{"a"')).toBeUndefined();
  expect(await part('{\n"a": 1,\n"b": 2\n')).toBeUndefined();
  expect(await part('1\n2\nx')).toBeUndefined();
  expect(await part('[{"a":1},\n{"a":2}\n{"a":3}]')).toBeUndefined();
});

test('lines may lie across the pieces in which a text is read', async () => {
  const long = JSON.stringify({ text: 'x'.repeat(5_000_000) });
  const found = await part(`${long}\n{"text"\n${long}\n`);
  expect(found?.broken).toEqual([{ line: 2, text: '{"text"' }]);
  expect(found?.body).toBe(`${long}\n\n${long}\n`);
});
