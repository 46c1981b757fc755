import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Analysis } from '../frame';
import { findSeasonalOddities } from '../odd/seasonal';
import { seasons, toLabel, toStart, type Unit } from '../time/periods';
import { toColumnsOf, toNamed } from './columns';
import { readSeries, runEach, toPeriodRows, type SeasonSettings } from './series';

/** Periods that are far from what trend and season make of them. */
export const analyse: Analysis<SeasonSettings & { limit: number }> = (frame, settings, { onProgress }) => {
  const read = readSeries(frame, settings);
  const { unit } = read;
  const { by, limit } = settings;
  const period = settings.season ?? seasons[unit];
  const { runs, tooShort } = runEach(
    read,
    (values) => findSeasonalOddities(values, { period, limit }),
    onProgress,
  );
  const rows = toPeriodRows(runs).map((row) => ({
    ...row,
    expected: row.run.expected[row.at]!,
    score: row.run.scores[row.at]!,
  }));
  const isOdd = ({ score }: Row) => Math.abs(score) > limit;
  const odd = rows.filter(isOdd);
  const { doubles, flags } = toColumnsOf(rows);
  return {
    tables: {
      [MAIN]: toNamed(by, rows, ({ run }) => run.name, [
        doubles('date', (row) => toStart(row.period, unit)),
        doubles('value', ({ value }) => value),
        doubles('expected', ({ expected }) => expected),
        doubles('score', ({ score }) => score),
        flags('is_odd', isOdd),
      ]),
    },
    notes: [toLead(rows, odd, { isMany: runs.length > 1, limit, unit }), ...tooShort, ...read.notes],
  };
};

interface Row {
  run: { name: string | null };
  period: number;
  value: number;
  expected: number;
  score: number;
}

function toLead(
  rows: readonly Row[],
  odd: readonly Row[],
  { isMany, limit, unit }: { isMany: boolean; limit: number; unit: Unit },
): Note {
  const params = { count: odd.length, of: rows.length, limit };
  if (odd.length === 0) return { why: 'odd-in-time-none', params };
  const { run, period, value, expected } = odd.reduce((a, b) =>
    Math.abs(b.score) > Math.abs(a.score) ? b : a,
  );
  return {
    why: isMany ? 'odd-in-time-many' : 'odd-in-time',
    params: { ...params, name: run.name ?? '–', period: toLabel(period, unit), value, expected },
  };
}
