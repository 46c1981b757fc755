import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import type { Analysis } from '../frame';
import { seasons, toLabel, toStart } from '../time/periods';
import { findStl, type Stl } from '../time/stl';
import { toColumnsOf, toNamed } from './columns';
import {
  readSeries,
  runEach,
  STRONG_SEASON,
  toPeriodRows,
  type Run,
  type SeriesRead,
  type SeasonSettings,
} from './series';

/** Each series as trend, season and what is left. */
export const analyse: Analysis<SeasonSettings & { robust: boolean }> = (frame, settings, { onProgress }) => {
  const read = readSeries(frame, settings);
  const period = settings.season ?? seasons[read.unit];
  const { robust, by } = settings;
  const { runs, tooShort } = runEach(read, (values) => findStl(values, { period, robust }), onProgress);
  const rows = toPeriodRows(runs);
  const { doubles } = toColumnsOf(rows);
  const strengths = toColumnsOf(runs);
  return {
    tables: {
      [MAIN]: toNamed(by, rows, ({ run }) => run.name, [
        doubles('date', (row) => toStart(row.period, read.unit)),
        doubles('value', ({ value }) => value),
        doubles('trend', ({ run, at }) => run.trend[at]),
        doubles('season', ({ run, at }) => run.season[at]),
        doubles('remainder', ({ run, at }) => run.remainder[at]),
      ]),
      strengths: toNamed(by, runs, ({ name }) => name, [
        strengths.doubles('trend_strength', ({ trendStrength }) => trendStrength),
        strengths.doubles('season_strength', ({ seasonStrength }) => seasonStrength),
        strengths.counts('period', () => period),
        strengths.counts('periods', ({ series }) => series.values.length),
      ]),
    },
    notes: [...toLead(runs, read, period), ...tooShort, ...read.notes],
  };
};

function toLead(runs: readonly Run<Stl>[], { unit }: SeriesRead, period: number): Note[] {
  const isStrong = ({ seasonStrength }: Stl) => seasonStrength >= STRONG_SEASON;
  if (runs.length > 1) {
    const strong = runs.filter(isStrong).length;
    return [{ why: 'decomposed-many', params: { strong, series: runs.length, period } }];
  }
  const { series, trend, season, trendStrength, seasonStrength } = runs[0]!;
  const start = season.length - period;
  const cycle = Array.from(season.subarray(start));
  const findLabel = (value: number) => toLabel(series.first + start + cycle.indexOf(value), unit);
  const [top, bottom] = [Math.max(...cycle), Math.min(...cycle)];
  return [
    {
      why: isStrong(runs[0]!) ? 'decomposed-strong' : 'decomposed-weak',
      params: { strength: seasonStrength, high: findLabel(top), low: findLabel(bottom), top, bottom },
    },
    {
      why: 'decomposed-trend',
      params: {
        strength: trendStrength,
        from: trend[0]!,
        to: trend.at(-1)!,
        first: toLabel(series.first, unit),
        last: toLabel(series.first + trend.length - 1, unit),
      },
    },
  ];
}
