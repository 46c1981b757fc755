import type { Complete } from '../complete';
import { toComplete, toNumbers, toTexts } from '../complete';
import { toMisfit } from '../core/check';
import { splitGroups } from '../describe/describe';
import { toMeanInterval } from '../describe/intervals';
import { toMoments } from '../describe/moments';
import { toMedian, toSorted } from '../describe/quantiles';
import type { Analysis, GivenColumn } from '../frame';
import { MAIN } from '../../table/kept';
import { toColumnsOf } from './columns';
import type { CompareSettings, Comparison, Pair, Part, Test } from './compare/comparison';
import { compareSeveral } from './compare/several';
import { compareTwo } from './compare/two';
import { toLeftOut } from './leftOut';

/** Whether a number differs between groups of rows, or between two columns row by row. */
export const analyse: Analysis<CompareSettings> = (frame, settings) => {
  const complete = toComplete(frame);
  const parts = settings.how === 'pairs' ? toColumns(complete) : toParts(complete);
  const used = parts.filter(({ values }) => values.length > 1);
  if (used.length < 2) throw toMisfit('two-groups', { groups: used.length });
  const target = frame.columns[0]!.name;
  const found: Comparison =
    used.length === 2
      ? compareTwo(used as [Part, Part], target, settings)
      : compareSeveral(used, target, settings);
  const single = parts.length - used.length;
  return {
    tables: {
      [MAIN]: toGroupTable(parts, settings.confidence),
      tests: toTestTable(found.tests),
      pairs: toPairTable(found.pairs),
    },
    notes: [
      ...found.notes,
      ...(single > 0 ? [{ why: 'compare-single', params: { count: single } }] : []),
      ...toLeftOut(complete),
    ],
  };
};

function toColumns({ columns }: Complete): Part[] {
  return toNumbers(columns).map(({ name, values }) => ({ name, values }));
}

function toParts({ columns }: Complete): Part[] {
  const { values } = toNumbers(columns.slice(0, 1))[0]!;
  const { codes, labels } = toTexts(columns.slice(1))[0]!;
  return splitGroups(values, codes, labels.length)
    .map((part, code) => ({ name: labels[code]!, values: part }))
    .filter((part) => part.values.length > 0);
}

function toGroupTable(parts: readonly Part[], confidence: number): GivenColumn[] {
  const rows = parts.map(({ name, values }) => {
    const { count, mean, deviation, standardError } = toMoments(values);
    const interval =
      standardError === undefined ? undefined : toMeanInterval(mean!, standardError, count - 1, confidence);
    return { name, count, mean, deviation, median: toMedian(toSorted(values)), ...interval };
  });
  const { counts, doubles, words } = toColumnsOf(rows);
  return [
    words('group', ({ name }) => name),
    counts('rows', ({ count }) => count),
    doubles('mean', ({ mean }) => mean),
    doubles('mean_low', ({ low }) => low),
    doubles('mean_high', ({ high }) => high),
    doubles('sd', ({ deviation }) => deviation),
    doubles('median', ({ median }) => median),
  ];
}

function toTestTable(tests: readonly Test[]): GivenColumn[] {
  const { doubles, words } = toColumnsOf(tests);
  return [
    words('test', ({ test }) => test),
    doubles('statistic', ({ statistic }) => statistic),
    doubles('df1', ({ df1 }) => df1),
    doubles('df2', ({ df2 }) => df2),
    doubles('p_value', ({ pValue }) => pValue),
    doubles('effect', ({ effect }) => effect),
    words('effect_measure', ({ measure }) => measure ?? null),
  ];
}

function toPairTable(pairs: readonly Pair[]): GivenColumn[] {
  const { doubles, words } = toColumnsOf(pairs);
  return [
    words('group', ({ group }) => group),
    words('against', ({ against }) => against),
    doubles('difference', ({ difference }) => difference),
    doubles('low', ({ low }) => low),
    doubles('high', ({ high }) => high),
    doubles('p_value', ({ pValue }) => pValue),
    words('method', ({ method }) => method),
  ];
}
