import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Analysis } from '../frame';
import { findAutocorrelation, testLjungBox } from '../time/acf';
import { toColumnsOf, toNamed } from './columns';
import { readSeries, type Run, runEach, type SeriesSettings } from './series';

interface Found {
  acf: Float64Array;
  pacf: Float64Array;
  limit: number;
  /** How likely pure chance would give as much. */
  p: number;
}

/** How much each value goes with those before it. */
export const analyse: Analysis<SeriesSettings & { lags: number | null }> = (
  frame,
  settings,
  { onProgress },
) => {
  const read = readSeries(frame, settings);
  const { by, lags } = settings;
  const find = (values: Float64Array): Found => {
    const found = findAutocorrelation(values, lags ?? undefined);
    const last = found.acf.length - 1;
    return { ...found, p: testLjungBox(values, { lags: Math.min(last, values.length - 1) }).p };
  };
  const { runs, tooShort } = runEach(read, find, onProgress);
  const rows = runs.flatMap((run) => Array.from(run.acf.subarray(1), (_, at) => ({ run, lag: at + 1 })));
  const { counts, doubles } = toColumnsOf(rows);
  const whole = toColumnsOf(runs);
  return {
    tables: {
      [MAIN]: toNamed(by, rows, ({ run }) => run.name, [
        counts('lag', ({ lag }) => lag),
        doubles('autocorrelation', ({ run, lag }) => run.acf[lag]),
        doubles('partial', ({ run, lag }) => run.pacf[lag]),
        doubles('limit', ({ run }) => run.limit),
        doubles('lower', ({ run }) => -run.limit),
        doubles('upper', ({ run }) => run.limit),
      ]),
      tests: toNamed(by, runs, ({ name }) => name, [
        whole.counts('periods', ({ series }) => series.values.length),
        whole.counts('lags', ({ acf }) => acf.length - 1),
        whole.doubles('ljung_box_p', ({ p }) => p),
      ]),
    },
    notes: [toLead(runs), ...tooShort, ...read.notes],
  };
};

const ALPHA = 0.05;

function toLead(runs: readonly Run<Found>[]): Note {
  const linked = runs.filter(({ p }) => p < ALPHA);
  if (runs.length > 1)
    return { why: 'autocorrelated-many', params: { count: linked.length, series: runs.length } };
  const { acf, p } = runs[0]!;
  if (linked.length === 0) return { why: 'autocorrelated-none', params: { p } };
  const rest = acf.subarray(1);
  const lag = rest.reduce((best, value, at) => (Math.abs(value) > Math.abs(rest[best]!) ? at : best), 0) + 1;
  return { why: 'autocorrelated', params: { lag, value: acf[lag]!, p } };
}
