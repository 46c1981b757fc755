import { expect, test } from 'vitest';
import { findColumn, toAnswers, toQuestionKey } from '../../../src/app/importing/answers';
import type { Reading } from '../../../src/import/columns/reading';
import type { InspectedColumn, Question, TableInspection } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';

const dayFirst: Reading = { type: 'DATE', order: 'dmy' };
const monthFirst: Reading = { type: 'DATE', order: 'mdy' };
const money: Reading = { type: 'DOUBLE', decimal: '.', group: ',', currency: '¥' };

function createColumn(source: string, reading: Reading, others: Reading[] = []): InspectedColumn {
  return {
    source,
    name: source,
    reading,
    type: reading.type,
    why: 'every-value',
    alternatives: others.map((other) => ({ reading: other, misfits: 0 })),
    misfits: { count: 0, examples: [] },
    leftOut: false,
  };
}

function answer(question: Question, columns: InspectedColumn[], settings: ImportOptions = {}) {
  const table: TableInspection = {
    key: '',
    settings: { missing: [''], ...settings },
    sure: false,
    questions: [question],
    lines: [],
    columns,
    rows: [],
  };
  return toAnswers(question, table).map(({ say, edit }) => [say, edit({})] as const);
}

test('a date that could be two days is shown as both, in the same order whatever was guessed', () => {
  const question: Question = { ask: 'day-or-month', column: 'day', example: '05/03/2024' };
  const values = (column: InspectedColumn) =>
    answer(question, [column]).map(([say]) => ('value' in say ? say.value : say.word));
  expect(values(createColumn('day', dayFirst, [monthFirst]))).toEqual(['2024-03-05', '2024-05-03', 'asText']);
  expect(values(createColumn('day', monthFirst, [dayFirst]))).toEqual(['2024-03-05', '2024-05-03', 'asText']);
});

test('a day that is chosen sets the reading of its column', () => {
  const question: Question = { ask: 'day-or-month', column: 'day', example: '05/03/2024' };
  const [, second, text] = answer(question, [createColumn('day', dayFirst, [monthFirst])]);
  expect(second![1]).toEqual({ columns: { day: { reading: monthFirst } } });
  expect(text![1]).toEqual({ columns: { day: { reading: { type: 'VARCHAR' } } } });
});

test('a mark that could be a decimal point or group thousands is shown as two numbers', () => {
  const point: Reading = { type: 'DOUBLE', decimal: '.' };
  const comma: Reading = { type: 'BIGINT', decimal: ',', group: '.' };
  const answers = answer({ ask: 'decimal', column: 'n', example: '1.234' }, [
    createColumn('n', point, [comma]),
  ]);
  expect(answers.map(([say]) => ('value' in say ? say.value : say.word))).toEqual([
    '1.234',
    '1234',
    'asText',
  ]);
  expect(answers[1]![1]).toEqual({ columns: { n: { reading: comma } } });
});

const misfits: Question = { ask: 'misfits', column: '金额', count: 3, example: '待定', reading: money };

test('values that do not fit keep the column as text, are missing and listed, or mean missing', () => {
  const answers = answer(misfits, [createColumn('金额', { type: 'VARCHAR' }, [money])]);
  expect(answers).toEqual([
    [{ word: 'asText' }, { columns: { 金额: { reading: { type: 'VARCHAR' } } } }],
    [{ word: 'asMissing' }, { columns: { 金额: { reading: money, acceptMisfits: true } } }],
    [
      { word: 'missingWords', words: ['待定'] },
      { columns: { 金额: { reading: money } }, missing: ['', '待定'] },
    ],
  ]);
});

test('words that often mean missing are suggested together, beside those that mean it already', () => {
  const answers = answer(
    { ...misfits, suggestMissing: ['N/A', '-'] },
    [createColumn('金额', { type: 'VARCHAR' }, [money])],
    { missing: ['', 'null'] },
  );
  expect(answers[2]).toEqual([
    { word: 'missingWords', words: ['N/A', '-'] },
    { columns: { 金额: { reading: money } }, missing: ['', 'null', 'N/A', '-'] },
  ]);
});

test('the delimiter in force comes first, also one that is not usual', () => {
  const answers = answer({ ask: 'delimiter' }, [], { delimiter: '||' });
  expect(answers.map(([, settings]) => settings.delimiter)).toEqual(['||', ',', ';', '\t', '|']);
});

test('titles and totals are left out or kept', () => {
  const skipped = answer({ ask: 'skipped', lines: 2 }, [], { skip: 3 });
  expect(skipped.map(([, settings]) => settings)).toEqual([{ skip: 3 }, { skip: 0 }]);
  const footer = answer({ ask: 'footer', lines: 1 }, [], { footer: 1 });
  expect(footer.map(([, settings]) => settings)).toEqual([{ footer: 1 }, { footer: 0 }]);
});

test('a header is there or not, and keeps its rows', () => {
  expect(answer({ ask: 'header' }, [], { header: 2 }).map(([, settings]) => settings)).toEqual([
    { header: 2 },
    { header: 0 },
  ]);
  expect(answer({ ask: 'header' }, [], { header: 0 })[0]![1]).toEqual({ header: 1 });
});

test('a question about a column that is no longer there has no answers', () => {
  expect(answer(misfits, [createColumn('other', money)])).toEqual([]);
});

test('a question is found again by what it asks and of which column', () => {
  expect(toQuestionKey(misfits)).toBe('misfits/金额');
  expect(toQuestionKey({ ...misfits, column: 'x' })).not.toBe(toQuestionKey(misfits));
  expect(toQuestionKey({ ask: 'footer', lines: 1 })).toBe(toQuestionKey({ ask: 'footer', lines: 2 }));
});

test('a column goes by its name in the file before the one that another was given', () => {
  const a = { ...createColumn('a', money), name: 'b' };
  const b = { ...createColumn('b', money), name: 'c' };
  expect(findColumn([a, b], 'b')).toBe(b);
  expect(findColumn([a], 'b')).toBe(a);
});

test('of several places in a JSON file each is an answer, with its rows', () => {
  const question: Question = { ask: 'path' };
  const paths = [
    { path: 'data.items', rows: 20 },
    { path: 'data.errors', rows: 3 },
  ];
  const table: TableInspection = {
    key: '',
    settings: { path: 'data.items' },
    sure: false,
    questions: [question],
    lines: [],
    columns: [],
    rows: [],
    paths,
  };
  expect(toAnswers(question, table).map(({ say, edit }) => [say, edit({ flatten: true })])).toEqual([
    [
      { word: 'path', ...paths[0] },
      { flatten: true, path: 'data.items' },
    ],
    [
      { word: 'path', ...paths[1] },
      { flatten: true, path: 'data.errors' },
    ],
  ]);
});
