import { expect, test } from 'vitest';
import type { Inspection } from '../../../src/import/inspection';
import { answerRest, askForSettings, createBatch, currentAsk } from '../../../src/app/importing/asking';

const look: Inspection = { file: { name: 'a.csv', bytes: 1 }, kind: 'text', tables: [] };
const file = (name: string) => new File(['x'], name);

test('files are asked about one after another, each with its own answer', async () => {
  const batch = createBatch();
  const first = askForSettings(file('a.csv'), look, { batch });
  const second = askForSettings(file('b.csv'), look, { batch });
  expect([currentAsk()?.file.name, currentAsk()?.at, batch.count()]).toEqual(['a.csv', 1, 2]);
  currentAsk()!.answer([{ skip: 1 }]);
  expect([currentAsk()?.file.name, currentAsk()?.at]).toEqual(['b.csv', 2]);
  currentAsk()!.answer(undefined);
  expect([await first, await second, currentAsk()]).toEqual([[{ skip: 1 }], undefined, undefined]);
});

test('the rest of a batch is imported as it looks, also what is still being looked at', async () => {
  const batch = createBatch();
  const first = askForSettings(file('a.csv'), look, { batch });
  const second = askForSettings(file('b.csv'), look, { batch, given: { header: 0 } });
  currentAsk()!.answer([{ skip: 1 }]);
  answerRest(batch, 'as-they-look');
  const late = askForSettings(file('c.csv'), look, { batch });
  expect(await Promise.all([first, second, late])).toEqual([[{ skip: 1 }], [{ header: 0 }], [{}]]);
  expect(currentAsk()).toBeUndefined();
});

test('cancelling ends a batch, and leaves another that waits alone', async () => {
  const batch = createBatch();
  const first = askForSettings(file('a.csv'), look, { batch });
  const second = askForSettings(file('b.csv'), look, { batch });
  const other = askForSettings(file('other.csv'), look);
  answerRest(batch, 'none');
  expect(await Promise.all([first, second])).toEqual([undefined, undefined]);
  expect(currentAsk()?.file.name).toBe('other.csv');
  currentAsk()!.answer([{}]);
  expect(await other).toEqual([{}]);
});
