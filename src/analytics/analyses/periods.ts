import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Analysis } from '../frame';
import { toLabel, toStart } from '../time/periods';
import { toTrailingMeans } from '../time/trailingMean';
import { toColumnsOf, toNamed } from './columns';
import { readSeries, runEach, type SeriesSettings, toPeriodRows } from './series';

/** Values by period without a gap, each beside the mean of the last few. */
export const analyse: Analysis<SeriesSettings & { window: number }> = (frame, settings, { onProgress }) => {
  const read = readSeries(frame, settings);
  const { by, window } = settings;
  const { runs } = runEach(read, (values) => ({ means: toTrailingMeans(values, window) }), onProgress);
  const rows = toPeriodRows(runs);
  const { doubles, flags } = toColumnsOf(rows);
  return {
    tables: {
      [MAIN]: toNamed(by, rows, ({ run }) => run.name, [
        doubles('date', ({ period }) => toStart(period, read.unit)),
        doubles('value', ({ value }) => value),
        flags('is_gap', ({ run, at }) => run.series.gaps[at] === 1),
        doubles('moving_mean', ({ run, at }) => run.means[at]),
      ]),
    },
    notes: [toLead(rows, runs.length, (period) => toLabel(period, read.unit)), ...read.notes],
  };
};

interface Row {
  run: { name: string | null };
  value: number;
  period: number;
}

function toLead(rows: readonly Row[], series: number, toName: (period: number) => string): Note {
  const best = rows.reduce((top, row) => (row.value > top.value ? row : top));
  const params = { count: rows.length, period: toName(best.period), value: best.value };
  if (series === 1) return { why: 'periods', params };
  return { why: 'periods-many', params: { ...params, series, name: best.run.name ?? '' } };
}
