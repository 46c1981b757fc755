import type { GivenColumn } from '../../frame';
import { toCalibration } from '../../predict/calibration';
import { toLikeliest } from '../../predict/learner';
import { toAreas, toConfusionMatrix } from '../../predict/measures';
import type { Predicted, Target } from '../../predict/target';
import type { Threshold } from '../../predict/thresholdByCost';
import { toColumnsOf } from '../columns';
import { toRocTable } from '../judging';
import type { Wanted } from './prepare';

/** What there is to look at of classes: of two of them how far their chances can be believed, of several how well each is told from the rest. */
export function toClassTables(
  wanted: Wanted,
  { target, predicted, threshold }: { target: Target; predicted: Predicted; threshold: number },
): Record<string, GivenColumn[]> {
  if (wanted.kind !== 'class' || target.kind !== 'class') return {};
  const shares = predicted as Float64Array[];
  const { asked, labels } = wanted;
  const { codes } = target;
  const confusion = toConfusionTable(wanted, { codes, shares, threshold });
  const judge = (code: number) => ({
    label: labels[code]!,
    truth: Uint8Array.from(codes, (each) => Number(each === code)),
    chances: shares[code]!,
    threshold,
  });
  if (asked === undefined) {
    const found = findAreas(wanted, codes, shares);
    return {
      confusion,
      classes: toAreaTable(found),
      roc: toRocTable(found.flatMap(({ area, code }) => (area === undefined ? [] : [judge(code)]))),
    };
  }
  const { truth, chances } = judge(asked);
  return {
    confusion,
    roc: toRocTable([judge(asked)]),
    calibration: toCalibrationTable(truth, chances),
  };
}

/** How well a class is told from the rest. */
interface ClassArea {
  code: number;
  label: string;
  rows: number;
  area: number | undefined;
}

export function findAreas(
  { labels }: Extract<Wanted, { kind: 'class' }>,
  codes: Int32Array,
  shares: readonly Float64Array[],
): ClassArea[] {
  const areas = toAreas(codes, shares);
  return labels.map((label, code) => ({
    code,
    label,
    rows: codes.reduce((count, each) => count + Number(each === code), 0),
    area: areas[code],
  }));
}

function toAreaTable(found: readonly ClassArea[]): GivenColumn[] {
  const { words, counts, doubles } = toColumnsOf(found);
  return [
    words('class', ({ label }) => label),
    counts('rows', ({ rows }) => rows),
    doubles('auc', ({ area }) => area),
  ];
}

/** How many rows of each class are said to be of which; those that there are none of as well. */
function toConfusionTable(
  { labels, asked }: Extract<Wanted, { kind: 'class' }>,
  { codes, shares, threshold }: { codes: Int32Array; shares: readonly Float64Array[]; threshold: number },
): GivenColumn[] {
  const classes = labels.length;
  const said = toSaid(shares, asked, threshold);
  const matrix = toConfusionMatrix(codes, said, classes);
  const { words, counts } = toColumnsOf(matrix);
  return [
    words('actual', (_, at) => labels[Math.floor(at / classes)]!),
    words('predicted', (_, at) => labels[at % classes]!),
    counts('rows', (count) => count),
  ];
}

/** What is said of each row: of two classes the one that is asked for from the threshold on, of several the likeliest. */
export function toSaid(
  shares: readonly Float64Array[],
  asked: number | undefined,
  threshold: number,
): Int32Array {
  if (asked === undefined) return toLikeliest(shares);
  return Int32Array.from(shares[asked]!, (share) =>
    Number.isNaN(share) ? -1 : share >= threshold ? asked : 1 - asked,
  );
}

function toCalibrationTable(truth: Uint8Array, chances: Float64Array): GivenColumn[] {
  const { bins } = toCalibration(truth, chances);
  const { doubles, counts } = toColumnsOf(bins);
  return [
    doubles('from', ({ low }) => low),
    doubles('to', ({ high }) => high),
    doubles('predicted', ({ chance }) => chance),
    doubles('observed', ({ share }) => share),
    counts('rows', ({ rows }) => rows),
  ];
}

const MOST_POINTS = 1000;

export function toCostTable({ thresholds, costs }: Threshold): GivenColumn[] {
  const step = Math.max(1, Math.ceil(thresholds.length / MOST_POINTS));
  const places = Array.from(thresholds.keys()).filter((at) => at % step === 0 && thresholds[at]! <= 1);
  const { doubles } = toColumnsOf(places);
  return [doubles('threshold', (at) => thresholds[at]), doubles('cost', (at) => costs[at])];
}
