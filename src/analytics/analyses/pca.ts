import type { Note } from '../../lib/note';
import { toAllRows, toComplete, toNumbers } from '../complete';
import { checkRows } from '../core/check';
import type { Analysis, GivenColumn } from '../frame';
import type { Components } from '../segment/pca';
import { findComponents, toScores } from '../segment/pca';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { toTraits } from './traits';

export interface PcaSettings {
  components: number;
  scaled: boolean;
}

/** Many columns as a few that hold most of what differs. */
export const analyse: Analysis<PcaSettings> = (frame, { components: wanted, scaled }, { onProgress }) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 3);
  const numbers = toNumbers(complete.columns);
  const columns = numbers.map(({ values }) => values);
  const names = numbers.map(({ name }) => name);
  const found = findComponents(columns, { scaled });
  onProgress(0.8);
  const constant = names.filter((_, at) => columns[at]!.every((value) => value === columns[at]![0]));
  const most = Math.min(names.length - constant.length, complete.rows - 1);
  const kept = Array.from({ length: Math.min(wanted, most) }, (_, at) => at);
  return {
    added: kept.map((at) => ({
      name: toName(at),
      type: 'DOUBLE',
      values: toAllRows(toScores(found, columns, at), complete.places, frame.rows),
    })),
    tables: { loadings: toLoadings(names, found, kept), explained: toExplained(found, most) },
    notes: [
      ...toHeld(found, { kept: kept.length, most, rows: complete.rows }),
      ...kept.slice(0, MOST_TOLD).map((at) => toMeaning(names, found, at)),
      ...constant.map((column) => ({ why: 'column-without-say', params: { column } })),
      ...toLeftOut(complete),
    ],
  };
};

const toName = (at: number) => `pc${at + 1}`;

function toLoadings(
  names: readonly string[],
  { loadings, weights }: Components,
  kept: readonly number[],
): GivenColumn[] {
  const cells = kept.flatMap((at) => names.map((name, column) => ({ at, name, column })));
  const { doubles, words } = toColumnsOf(cells);
  return [
    words('component', ({ at }) => toName(at)),
    words('column', ({ name }) => name),
    doubles('loading', ({ at, column }) => loadings[at]![column]),
    doubles('weight', ({ at, column }) => weights[at]![column]),
  ];
}

function toExplained({ variances, shares }: Components, most: number): GivenColumn[] {
  const held = toCumulative(shares);
  const { doubles, words } = toColumnsOf(variances.subarray(0, most));
  return [
    words('component', (_, at) => toName(at)),
    doubles('variance', (variance) => variance),
    doubles('share', (_, at) => shares[at]),
    doubles('cumulative', (_, at) => held[at]),
  ];
}

function toCumulative(shares: Float64Array): Float64Array {
  let sum = 0;
  return shares.map((share) => Math.min(1, (sum += share)));
}

/** What is usually wanted to be held (Jolliffe, Principal Component Analysis, 2nd ed. 2002, 6.1.1: 70 to 90 %). */
const ENOUGH = 0.8;

function toHeld(
  { shares }: Components,
  { kept, most, rows }: { kept: number; most: number; rows: number },
): Note[] {
  const held = toCumulative(shares);
  const percent = toPercent(held[kept - 1]!);
  const needed = held.findIndex((share) => share >= ENOUGH) + 1;
  return [
    { why: 'components', params: { kept, of: most, percent, rows } },
    ...(held[kept - 1]! < ENOUGH
      ? [{ why: 'components-needed', params: { needed, percent: toPercent(ENOUGH) } }]
      : []),
  ];
}

const MOST_TOLD = 3;
const TELLING = 0.5;

/** The columns with which a component goes, and those against which it goes. */
function toMeaning(names: readonly string[], { loadings, shares }: Components, at: number): Note {
  const { high, low } = toTraits(names, loadings[at]!, { least: TELLING });
  const params = { name: toName(at), percent: toPercent(shares[at]!), high, low };
  if (high && low) return { why: 'component-both', params };
  if (high) return { why: 'component-high', params };
  return low ? { why: 'component-low', params } : { why: 'component-spread', params };
}
