import { expect, test } from 'vitest';
import type { ReportParts } from '../../../src/app/replace/report';
import { isQuiet, toChoices, toReport, toSettings } from '../../../src/app/replace/report';
import type { Reading } from '../../../src/import/columns/reading';
import type { FileKind } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';
import type { Drift } from '../../../src/run/drift';
import type { SourceRecord } from '../../../src/storage/catalog';

const number: Reading = { type: 'DOUBLE', decimal: '.' };
const text: Reading = { type: 'VARCHAR' };
const dayFirst: Reading = { type: 'DATE', order: 'dmy' };
const monthFirst: Reading = { type: 'DATE', order: 'mdy' };

type Spec = [name: string, type: string, reading?: Reading, source?: string];

function toSource(columns: Spec[], kind: FileKind = 'text', encoding?: string): SourceRecord {
  return {
    id: 'x',
    name: 'orders',
    columns: columns.map(([name, type]) => ({ name, type })),
    receipt: {
      kind,
      ...(encoding && { encoding }),
      columns: columns.map(([name, type, reading, source = name]) => ({
        source,
        name,
        type,
        why: 'words',
        changed: 0,
        ...(reading && { reading }),
      })),
    },
  } as SourceRecord;
}

const none: Drift = {
  rows: { before: 1, after: 2 },
  gone: [],
  added: [],
  renamed: [],
  types: [],
  categories: [],
  blanks: [],
};

const toParts = (parts: Partial<ReportParts> = {}): ReportParts => ({
  fit: { settings: {}, renamed: [], layout: [] },
  drift: none,
  misfits: new Map(),
  ...parts,
});

test('a file of which only the rows changed is quiet', () => {
  const source = toSource([['price', 'DOUBLE', number]]);
  expect(isQuiet(toReport(source, source, toParts()))).toBe(true);
  const other = toReport(toSource([], 'text', 'utf-8'), toSource([], 'text', 'gb18030'), toParts());
  expect([isQuiet(other), other.encoding]).toEqual([false, { before: 'utf-8', after: 'gb18030' }]);
});

test('names that are alike are the same column until a person says otherwise, like values only when they say so', () => {
  const drift: Drift = { ...none, renamed: [{ from: 'region', to: 'area', by: 'values' }] };
  const before = toSource([
    ['Order ID', 'VARCHAR'],
    ['region', 'VARCHAR'],
  ]);
  const after = toSource([
    ['Order ID', 'VARCHAR', text, 'order_id'],
    ['area', 'VARCHAR', text, 'Area '],
  ]);
  const fit = { settings: {}, renamed: [{ from: 'Order ID', to: 'order_id' }], layout: [] };
  const report = toReport(before, after, toParts({ fit, drift }));
  expect(report.renames).toEqual([
    { from: 'Order ID', to: 'order_id', by: 'name', isApplied: true },
    { from: 'region', to: 'Area ', by: 'values', isApplied: false },
  ]);
  const choices = toChoices(report);
  expect([...choices.same]).toEqual(['Order ID']);

  const settings: ImportOptions = {
    columns: {
      order_id: { name: 'Order ID', reading: text },
      region: { reading: text },
      x: { leaveOut: true },
    },
  };
  expect(toSettings(settings, after, report, choices)).toBe(settings);
  expect(
    toSettings(settings, after, report, { ...choices, same: new Set(['Order ID', 'region']) }).columns,
  ).toEqual({
    order_id: { name: 'Order ID', reading: text },
    'Area ': { name: 'region', reading: text },
    x: { leaveOut: true },
  });
  expect(toSettings(settings, after, report, { ...choices, same: new Set() }).columns).toEqual({
    region: { reading: text },
    x: { leaveOut: true },
  });
});

test('a column that takes the name of one that had its own leaves no second claim to it', () => {
  const drift: Drift = { ...none, renamed: [{ from: 'Region', to: 'area', by: 'values' }] };
  const after = toSource([['area', 'VARCHAR', text]]);
  const report = toReport(toSource([['Region', 'VARCHAR', text, 'region']]), after, toParts({ drift }));
  const settings: ImportOptions = { columns: { region: { name: 'Region' }, area: { leaveOut: true } } };
  expect(toSettings(settings, after, report, { same: new Set(['Region']), kept: new Set() }).columns).toEqual(
    {
      area: { name: 'Region', reading: text },
    },
  );
});

test('a type that changed is the new one, until a person keeps the old: then what does not fit is missing', () => {
  const before = toSource([['price', 'DOUBLE', number]]);
  const after = toSource([['price', 'VARCHAR', text]]);
  const misfits = new Map([['price', { count: 3, example: 'n/a' }]]);
  const report = toReport(before, after, toParts({ misfits }));
  expect(report.types).toEqual([
    {
      column: 'price',
      source: 'price',
      before: { type: 'DOUBLE', reading: number, why: 'words' },
      after: { type: 'VARCHAR', reading: text, why: 'words' },
      keep: number,
      misfits: { count: 3, example: 'n/a' },
    },
  ]);
  const choices = toChoices(report);
  expect(choices.kept.size).toBe(0);
  const settings: ImportOptions = { columns: { price: { name: 'p' } } };
  expect(toSettings(settings, after, report, { ...choices, kept: new Set(['price']) })).toEqual({
    columns: { price: { name: 'p', reading: number, acceptMisfits: true } },
  });
});

test('days and months that changed places are told, though the type is the same', () => {
  const misfits = new Map([['day', { count: 9, example: '05/25/2024' }]]);
  const report = toReport(
    toSource([['day', 'DATE', dayFirst]]),
    toSource([['day', 'DATE', monthFirst]]),
    toParts({ misfits }),
  );
  expect(report.types).toMatchObject([{ column: 'day', keep: dayFirst }]);
  expect(isQuiet(report)).toBe(false);
  // the same reading with cells that are errors is no change
  const same = toSource([['day', 'DATE', dayFirst]]);
  expect(toReport(same, same, toParts({ misfits })).types).toEqual([]);
});

test('text that a workbook now holds as numbers stays text by itself', () => {
  const after = toSource([['code', 'BIGINT']], 'excel');
  const report = toReport(toSource([['code', 'VARCHAR']], 'excel'), after, toParts());
  const choices = toChoices(report);
  expect([...choices.kept]).toEqual(['code']);
  expect(toSettings({}, after, report, choices).columns).toEqual({
    code: { reading: text, acceptMisfits: true },
  });
});

test('types of a file that says them itself are told, and not to be chosen', () => {
  const after = toSource([['id', 'BIGINT']], 'parquet');
  const report = toReport(toSource([['id', 'VARCHAR']], 'parquet'), after, toParts());
  expect(report.types).toMatchObject([{ column: 'id', keep: undefined }]);
  const settings = {};
  expect(toSettings(settings, after, report, { same: new Set(), kept: new Set(['id']) })).toBe(settings);
});

test('the type of a column whose rename is refused is not kept', () => {
  const drift: Drift = { ...none, renamed: [{ from: 'Price', to: 'price', by: 'name' }] };
  const after = toSource([['price', 'VARCHAR', text]]);
  const report = toReport(toSource([['Price', 'DOUBLE', number]]), after, toParts({ drift }));
  expect(report.types).toMatchObject([{ column: 'Price', source: 'price' }]);
  const settings = {};
  expect(toSettings(settings, after, report, { same: new Set(), kept: new Set(['Price']) })).toBe(settings);
  expect(toSettings(settings, after, report, { same: new Set(['Price']), kept: new Set(['Price']) })).toEqual(
    {
      columns: { price: { name: 'Price', reading: number, acceptMisfits: true } },
    },
  );
});
