import { tableFromIPC } from 'apache-arrow';
import { read } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import type { Book } from '../../../src/export/xlsx/book';
import { toDayText, toTimeText } from '../../../src/export/xlsx/dates';
import { toCellKind, toXlsxCast } from '../../../src/export/xlsx/kinds';
import { quoteName } from '../../../src/sql/quote';
import { createDuck } from '../../run/duck';
import { make } from './make';

let duck: Awaited<ReturnType<typeof createDuck>>;
beforeAll(async () => {
  duck = await createDuck();
}, 60_000);

/** A table of the engine as a sheet, and its values as the engine's own text. */
function toSheet(query: string) {
  const { columns } = duck.create('t', query);
  const selected = columns.map((column) => {
    const cast = toXlsxCast(column);
    return cast === undefined ? quoteName(column.name) : `CAST(${quoteName(column.name)} AS ${cast})`;
  });
  const rows = [tableFromIPC(duck.stream(`SELECT ${selected.join(', ')} FROM t`))];
  const texts = duck.query(
    `SELECT ${columns.map(({ name }) => `${quoteName(name)}::VARCHAR`).join(', ')} FROM t`,
  );
  const sheet: Book['sheets'][number] = { kind: 'table', name: 't', columns, rows };
  return {
    columns,
    sheet,
    textAt: (column: number, row: number) => texts.getChildAt(column)!.get(row) as string | null,
  };
}

test('every type of the engine has its values in the file, as numbers or as its own text', async () => {
  const { columns, sheet, textAt } = toSheet(
    'SELECT * EXCLUDE (varint) FROM test_all_types()'.replace(' EXCLUDE (varint)', ''),
  );
  const { bytes } = await make({ sheets: [sheet] });
  const cells = read(bytes, { type: 'array', dense: true }).Sheets['t']!['!data'] as {
    t: string;
    v: unknown;
  }[][];
  const wrong: unknown[] = [];
  for (const [index, column] of columns.entries()) {
    for (let row = 0; row < 3; row++) {
      const text = textAt(index, row);
      const cell = cells[row + 1]?.[index];
      const isSame =
        text === null
          ? cell === undefined
          : cell?.t === 's'
            ? toComparable(String(cell.v)) === toComparable(text)
            : isSameNumber(cell?.v, text, toCellKind(column));
      if (!isSame) wrong.push([column.name, column.type, text, cell?.v]);
    }
  }
  expect(wrong).toEqual([]);
});

/** The engine calls what is no number by shorter names. */
function toComparable(text: string): string {
  return text.replace('Infinity', 'inf').replace('NaN', 'nan');
}

function isSameNumber(value: unknown, text: string, kind: string): boolean {
  if (kind === 'flag') return String(value) === text;
  if (kind === 'number' || kind === 'whole64' || kind === 'decimal' || kind === 'digits')
    return Math.fround(value as number) === Math.fround(Number(text));
  const micros = Math.round((value as number) * 86_400e6);
  if (kind === 'time') return text === toTimeText(micros);
  if (kind === 'duration') return micros === 0 && text === '00:00:00';
  const [day, rest] = [Math.floor(value as number), (value as number) % 1];
  const [date, time] = text.replace(/\+00$/, '').split(' ');
  return (
    toDayText(day - 25_569) === date &&
    (time === undefined || toTimeText(Math.round(rest * 86_400e6)) === time)
  );
}

test('days are written as the engine writes them', () => {
  const days =
    '[-2147483646, -2145031949, -800000, -719529, -719528, -719162, -25568, -1, 0, 59, 11016, 2932896, 2932897, 2147483646]';
  const rows = duck.query(
    `SELECT d, (DATE '1970-01-01' + d::INTEGER)::VARCHAR AS t FROM (SELECT unnest(${days}) AS d)`,
  );
  for (const row of rows) {
    const { d, t } = row.toJSON() as { d: number; t: string };
    expect(toDayText(Number(d)), String(d)).toBe(t);
  }
});
