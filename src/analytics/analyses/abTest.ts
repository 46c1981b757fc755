import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { toComplete, toNumbers, toTexts } from '../complete';
import { toMisfit } from '../core/check';
import { toChiSquare } from '../core/distributions/gamma';
import { splitGroups } from '../describe/describe';
import type { Analysis, Frame } from '../frame';
import { adjustPValues } from '../relate/adjust';
import { compareMeans } from './ab/means';
import { compareHits } from './ab/rates';
import type { Variant } from './ab/variant';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { sortLabels } from './sortLabels';
import { toHits } from './yes';

export interface AbSettings {
  outcome: 'rate' | 'mean';
  /** The variant that the others are held against; the first where it is empty. */
  control: string;
  /** The value that means yes; what usually does where it is empty. */
  yes: string;
  confidence: number;
}

const MOST_VARIANTS = 20;
/** Sizes that chance makes so rarely come from the way rows are assigned (Fabijan et al., KDD 2019, have 0.0005 to 0.01). */
const UNEVEN_BELOW = 0.001;

/** Each variant of an experiment held against one of them. */
export const analyse: Analysis<AbSettings> = (frame, settings) => {
  const complete = toComplete(frame);
  const texts = complete.columns.filter(({ kind }) => kind === 'text');
  const by = sortLabels(toTexts(texts)[0]!);
  const count = by.labels.length;
  if (count < 2) throw toMisfit('ab-one-variant', { column: by.name, variants: count });
  if (count > MOST_VARIANTS) throw toMisfit('too-many-groups', { groups: count, limit: MOST_VARIANTS });
  const control = findControl(by.labels, settings.control);
  const values = toValues(complete.columns, settings);
  const parts = splitGroups(values, by.codes, count);
  const order = [control, ...[...by.labels.keys()].filter((code) => code !== control)];
  const compare = settings.outcome === 'rate' ? compareHits : compareMeans;
  const variants = order.map((code) =>
    compare(
      by.labels[code]!,
      parts[code]!,
      code === control ? undefined : parts[control]!,
      settings.confidence,
    ),
  );
  const p = adjustPValues(
    Float64Array.from(variants.slice(1), ({ against }) => against!.pValue),
    'holm',
  );
  return {
    tables: { [MAIN]: toTable(variants, p, settings.outcome) },
    notes: [toLead(variants, p, settings), ...toUneven(variants), ...toLeftOut(complete)],
  };
};

/** What people call the variant that nothing was changed in. */
const CONTROL = /^(control|baseline|original|old|a|0|false|off|对照组?|原版|旧版?)$/i;

function findControl(labels: readonly string[], wanted: string): number {
  if (wanted === '')
    return Math.max(
      0,
      labels.findIndex((label) => CONTROL.test(label.trim())),
    );
  const found = labels.indexOf(wanted);
  if (found < 0) throw toMisfit('ab-no-control', { control: wanted });
  return found;
}

function toValues(columns: Frame['columns'], { outcome, yes }: AbSettings): Float64Array {
  return outcome === 'rate'
    ? toHits(toTexts(columns.slice(1))[0]!, yes)
    : toNumbers(columns.slice(0, 1))[0]!.values;
}

function toLead(variants: readonly Variant[], p: Float64Array, { outcome, confidence }: AbSettings): Note {
  const [control, ...others] = variants as [Variant, ...Variant[]];
  const at = p.indexOf(p.reduce((least, value) => Math.min(least, value)));
  const best = others[at]!;
  const { difference, low, high, needed } = best.against!;
  const shown = outcome === 'rate' ? 100 : 1;
  const how =
    p[at]! < 1 - confidence ? (difference > 0 ? 'more' : 'less') : needed === undefined ? 'same' : 'open';
  return {
    why: `ab-${outcome}-${how}`,
    params: {
      variant: best.name,
      control: control.name,
      value: best.middle * shown,
      base: control.middle * shown,
      difference: Math.abs(difference) * shown,
      low: low * shown,
      high: high * shown,
      needed: needed ?? 0,
      p: p[at]!,
    },
  };
}

function toUneven(variants: readonly Variant[]): Note[] {
  const rows = variants.map((variant) => variant.rows);
  const even = rows.reduce((sum, count) => sum + count) / rows.length;
  const square = rows.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
  const p = toChiSquare(square, rows.length - 1).upper;
  return p < UNEVEN_BELOW ? [{ why: 'ab-uneven', params: { p } }] : [];
}

function toTable(variants: readonly Variant[], p: Float64Array, outcome: AbSettings['outcome']) {
  const { counts, doubles, words } = toColumnsOf(variants);
  const middle = outcome === 'rate' ? 'rate' : 'mean';
  return [
    words('variant', ({ name }) => name),
    counts('rows', ({ rows }) => rows),
    ...(outcome === 'rate' ? [counts('hits', ({ hits }) => hits)] : []),
    doubles(middle, (variant) => variant.middle),
    doubles(`${middle}_low`, ({ interval }) => interval.low),
    doubles(`${middle}_high`, ({ interval }) => interval.high),
    ...(outcome === 'mean' ? [doubles('sd', ({ deviation }) => deviation)] : []),
    doubles('difference', ({ against }) => against?.difference),
    doubles('difference_low', ({ against }) => against?.low),
    doubles('difference_high', ({ against }) => against?.high),
    doubles('lift', ({ against }) => against?.lift),
    doubles('p_value', ({ against }) => against?.pValue),
    doubles('p_adjusted', (_, at) => p[at - 1]),
    doubles('power', ({ against }) => against?.power),
    doubles('rows_needed', ({ against }) => against?.needed),
    doubles('detectable_difference', ({ against }) => against?.detectable),
  ];
}
