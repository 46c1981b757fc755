import type { GivenColumn } from '../frame';
import { toBrier, toConfusion, toLogLoss, toRoc, toScores } from '../predict/metrics';
import { toColumnsOf } from './columns';

/** What came, and how likely a model said it was. */
export interface Judged {
  truth: Uint8Array;
  chances: Float64Array;
  /** From this chance on a row is said to be of the class. */
  threshold: number;
}

export type Measures = Readonly<Record<string, number | undefined>>;

export function toMeasures(judged: Judged): Measures {
  const { truth, chances } = judged;
  return {
    ...toScores(count(judged)),
    auc: toRoc(truth, chances).area,
    log_loss: toLogLoss(truth, chances),
    brier: toBrier(truth, chances),
    rows: truth.length,
  };
}

/** A row for each measure, a column for each that was measured. */
export function toQuality(found: Readonly<Record<string, Measures>>): GivenColumn[] {
  const measures = [...new Set(Object.values(found).flatMap(Object.keys))];
  const { doubles, words } = toColumnsOf(measures);
  return [
    words('measure', (measure) => measure),
    ...Object.entries(found).map(([name, values]) => doubles(name, (measure) => values[measure])),
  ];
}

/** How many rows of each class are said to be of which. */
export function toConfusionTable(
  parts: Readonly<Record<string, Judged>>,
  { yes, no }: { yes: string; no: string },
): GivenColumn[] {
  const rows = Object.entries(parts)
    .filter(([, { truth }]) => truth.length > 0)
    .flatMap(([part, judged]) => {
      const { truePositive, falsePositive, falseNegative, trueNegative } = count(judged);
      return [
        { part, actual: yes, predicted: yes, rows: truePositive },
        { part, actual: yes, predicted: no, rows: falseNegative },
        { part, actual: no, predicted: yes, rows: falsePositive },
        { part, actual: no, predicted: no, rows: trueNegative },
      ];
    });
  const { counts, words } = toColumnsOf(rows);
  return [
    words('part', ({ part }) => part),
    words('actual', ({ actual }) => actual),
    words('predicted', ({ predicted }) => predicted),
    counts('rows', (row) => row.rows),
  ];
}

/** More points than these no picture shows. */
const MOST_POINTS = 1000;

/** A row for each point, those of one class after those of another; which class it is where there are several to say it of. */
export function toRocTable(judged: readonly (Judged & { label?: string })[]): GivenColumn[] {
  const points = judged.flatMap((each) => toPoints(each).map((point) => ({ label: each.label, ...point })));
  const { doubles, words } = toColumnsOf(points);
  return [
    ...(judged.some(({ label }) => label !== undefined)
      ? [words('class', ({ label }) => label ?? null)]
      : []),
    doubles('threshold', ({ threshold }) => threshold),
    doubles('false_positive_rate', ({ falseRate }) => falseRate),
    doubles('true_positive_rate', ({ trueRate }) => trueRate),
  ];
}

function toPoints({ truth, chances }: Judged) {
  const { thresholds, falseRates, trueRates } = toRoc(truth, chances);
  const last = thresholds.length - 1;
  const size = Math.min(last, MOST_POINTS);
  return Array.from({ length: size + 1 }, (_, step) => {
    const at = Math.round((step * last) / Math.max(1, size));
    return {
      threshold: at === 0 ? undefined : thresholds[at],
      falseRate: falseRates[at],
      trueRate: trueRates[at],
    };
  });
}

function count({ truth, chances, threshold }: Judged) {
  return toConfusion(
    truth,
    Uint8Array.from(chances, (chance) => Number(chance >= threshold)),
  );
}
