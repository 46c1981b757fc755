import type { Note } from '../../../lib/note';
import type { Analysis, AnalysisContext } from '../../frame';
import { findOddness } from '../../odd/isolationForest';
import { findLocalOddness } from '../../odd/lof';
import { findReasons } from '../../odd/reasons';
import type { Points } from '../../segment/points';
import { toLeftOut } from '../leftOut';
import { readPoints } from '../points';
import type { Marked } from './marked';
import { countMarked, findLargest, toOddColumns } from './marked';

export interface WholeSettings {
  method: 'forest' | 'lof';
  /** Of the rows, how many are marked. */
  share: number;
  trees: number;
  neighbours: number;
  scaled: boolean;
}

/** Rows that are odd as a whole: few cuts set them apart, or they are lonelier than their neighbours. */
export const analyseWhole: Analysis<WholeSettings> = (frame, settings, context) => {
  // cuts fall the same whatever the units
  const scaled = settings.method === 'lof' && settings.scaled;
  const { complete, names, columns, points } = readPoints(frame, { needed: 3, scaled });
  const { scores, order, notes } = measure(points, settings, context);
  const isOdd = markOdd(order, Math.max(1, Math.round(settings.share * complete.rows)));
  const marked = { scores, isOdd, reasons: findReasons(columns), far: FAR };
  const first = findLargest(order);
  return {
    added: toOddColumns(names, marked, { places: complete.places, rows: frame.rows }),
    notes: [
      ...toFindings(marked, { names, columns, first, method: settings.method }),
      ...notes,
      ...toLeftOut(complete),
    ],
  };
};

/** In robust deviations. */
const FAR = 2;

interface Measured {
  scores: Float64Array;
  /** The larger, the odder, without what scores lose where they are rounded. */
  order: Float64Array;
  notes: Note[];
}

function measure(
  points: Points,
  { method, trees, neighbours }: WholeSettings,
  { random, onProgress }: AnalysisContext,
): Measured {
  if (method === 'forest') {
    const { scores, depths } = findOddness(points, { trees, random, onProgress });
    return { scores, order: depths.map((depth) => -depth), notes: [] };
  }
  const { scores, repeated } = findLocalOddness(points, { neighbours, onProgress });
  const notes = repeated > 0 ? [{ why: 'odd-repeated', params: { count: repeated, neighbours } }] : [];
  return { scores, order: scores, notes };
}

/** The rows that are odder than the first that is not wanted any more, so that equals are treated alike. */
function markOdd(order: Float64Array, wanted: number): Uint8Array {
  const next =
    order
      .slice()
      .sort()
      .at(-1 - wanted) ?? -Infinity;
  return Uint8Array.from(order, (one) => (one > next ? 1 : 0));
}

/** Scores of a forest much above 0.5 are odd (Liu, Ting and Zhou 2008, section 2); factors of 1 are usual, and noise comes to 1.5. */
const STANDS_OUT = { forest: 0.6, lof: 1.5 };

function toFindings(
  { scores, isOdd, reasons }: Marked,
  {
    names,
    columns,
    first,
    method,
  }: {
    names: readonly string[];
    columns: readonly Float64Array[];
    first: number;
    method: WholeSettings['method'];
  },
): Note[] {
  const rows = isOdd.length;
  const count = countMarked(isOdd);
  if (count === 0) return [{ why: 'odd-none', params: { rows } }];
  const column = reasons.columns[first]!;
  const distance = reasons.distances[first]!;
  const side = Math.abs(distance) < FAR ? 'mix' : distance > 0 ? 'high' : 'low';
  const score = scores[first]!;
  return [
    {
      why: `odd-${method === 'lof' ? 'lof-' : ''}${side}`,
      params: { count, rows, score, column: names[column]!, value: columns[column]![first]! },
    },
    ...(score < STANDS_OUT[method]
      ? [{ why: method === 'lof' ? 'odd-lof-hardly' : 'odd-hardly', params: { score } }]
      : []),
  ];
}
