import { toNumbers } from '../complete';
import { toMisfit } from '../core/check';
import { type Description, describe, splitGroups } from '../describe/describe';
import type { Analysis, FrameColumn, GivenColumn, TextColumn } from '../frame';
import { MAIN } from '../../table/kept';
import { toColumnsOf } from './columns';

/** A row for each column of numbers, and for each group where the last column is text. */
export const analyse: Analysis<{ confidence: number }> = (
  { rows, columns },
  { confidence },
  { onProgress },
) => {
  if (rows === 0) throw toMisfit('too-few-rows', { needed: 1, rows });
  const by = columns.find((column): column is TextColumn => column.kind === 'text');
  const numbers = toNumbers(columns.filter((column) => column !== by));
  const found: Row[] = [];
  for (const [at, { name, values }] of numbers.entries()) {
    for (const [group, part] of toParts(values, by)) found.push(toRow(name, group, part, confidence));
    onProgress((at + 1) / numbers.length);
  }
  const lacking = numbers.filter(({ values }) => values.every((value) => !Number.isFinite(value)));
  return {
    tables: { [MAIN]: toColumns(found, by) },
    notes: [
      {
        why: by ? 'described-groups' : 'described',
        params: { columns: numbers.length, rows, ...toWidest(found) },
      },
      ...lacking.map(({ name }) => ({ why: 'described-nothing', params: { column: name } })),
    ],
  };
};

interface Row {
  column: string;
  group: string | null;
  missing: number;
  notFinite: number;
  found: Description | undefined;
}

/** The values of each group, in the order in which the groups come; those of no group come last. */
function toParts(values: Float64Array, by: TextColumn | undefined): [string | null, Float64Array][] {
  if (!by) return [[null, values]];
  const { codes, labels } = by;
  const groups = labels.length;
  const parts = splitGroups(
    values,
    codes.map((code) => (code < 0 ? groups : code)),
    groups + 1,
  );
  return parts.flatMap((part, code) => (part.length > 0 ? [[labels[code] ?? null, part]] : []));
}

function toRow(column: string, group: string | null, part: Float64Array, confidence: number): Row {
  const finite = part.filter((value) => Number.isFinite(value));
  const missing = part.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  return {
    column,
    group,
    missing,
    notFinite: part.length - finite.length - missing,
    found: finite.length > 0 ? describe(finite, { shares: [0.05, 0.25, 0.75, 0.95], confidence }) : undefined,
  };
}

/** The column whose values lie farthest apart for their size: that is where to look first. */
function toWidest(found: readonly Row[]): Record<string, string | number> {
  const spread = ({ found: it }: Row) =>
    it?.deviation === undefined || !it.mean ? 0 : it.deviation / Math.abs(it.mean);
  const widest = found.reduce((a, b) => (spread(b) > spread(a) ? b : a));
  return { widest: widest.column };
}

function toColumns(found: readonly Row[], by: FrameColumn | undefined): GivenColumn[] {
  const { counts, words, ...rows } = toColumnsOf(found);
  const doubles = (name: string, read: (it: Description) => number | undefined) =>
    rows.doubles(name, (row) => row.found && read(row.found));
  return [
    words('column', ({ column }) => column),
    ...(by ? [words(by.name, ({ group }) => group)] : []),
    counts('count', (row) => row.found?.count ?? 0),
    counts('missing', ({ missing }) => missing),
    counts('not_finite', ({ notFinite }) => notFinite),
    doubles('mean', ({ mean }) => mean),
    doubles('mean_low', ({ meanInterval }) => meanInterval?.low),
    doubles('mean_high', ({ meanInterval }) => meanInterval?.high),
    doubles('sd', ({ deviation }) => deviation),
    doubles('variance', ({ variance }) => variance),
    doubles('min', ({ least }) => least),
    doubles('p05', ({ quantiles }) => quantiles[0]),
    doubles('p25', ({ quantiles }) => quantiles[1]),
    doubles('median', ({ median }) => median),
    doubles('p75', ({ quantiles }) => quantiles[2]),
    doubles('p95', ({ quantiles }) => quantiles[3]),
    doubles('max', ({ most }) => most),
    doubles('mode', ({ mode }) => mode?.value),
    doubles('sum', ({ sum }) => sum),
    doubles('skewness', ({ sampleSkewness }) => sampleSkewness),
    doubles('kurtosis', ({ sampleKurtosis }) => sampleKurtosis),
    doubles('mad', ({ medianDeviation }) => medianDeviation),
  ];
}
