import { toFreeName } from '../../../lib/freeName';
import { toAllCodes, toAllRows } from '../../complete';
import type { GivenColumn } from '../../frame';
import type { KeptModel } from '../../predict/keptModel';
import type { Predicted } from '../../predict/target';
import { toSaid } from './classTables';

/** What a model says of rows, as columns beside all of them: nothing where a column has no value, or a text that it has not learned. */
export function toPredictedColumns(
  { target, threshold }: Pick<KeptModel, 'target' | 'threshold'>,
  predicted: Predicted,
  {
    unseen,
    places,
    rows,
    withAll,
  }: {
    unseen: Uint8Array;
    places: Int32Array;
    rows: number;
    /** The chance of each class, besides that of the one that is told. */
    withAll: boolean;
  },
): GivenColumn[] {
  const known = (values: Float64Array) => values.map((value, row) => (unseen[row] ? NaN : value));
  if (target.kind === 'number')
    return [
      {
        name: 'predicted',
        type: 'DOUBLE',
        values: toAllRows(known(predicted as Float64Array), places, rows),
      },
    ];
  const shares = (predicted as Float64Array[]).map(known);
  const said = toSaid(shares, target.asked, threshold).map((code, row) => (unseen[row] ? -1 : code));
  const chances = Float64Array.from(said, (code, row) => shares[target.asked ?? code]?.[row] ?? NaN);
  return [
    toClassColumn(toAllCodes(said, places, rows), target.labels),
    { name: 'probability', type: 'DOUBLE', values: toAllRows(chances, places, rows) },
    ...(withAll
      ? toNames(target.labels).map((name, code): GivenColumn => {
          return { name, type: 'DOUBLE', values: toAllRows(shares[code]!, places, rows) };
        })
      : []),
  ];
}

/** Classes that differ in case alone would have one name. */
function toNames(labels: readonly string[]): string[] {
  const names: string[] = [];
  for (const label of labels) names.push(toFreeName(`probability_${label}`, names));
  return names;
}

/** Yes and no stay what they were. */
function toClassColumn(codes: Int32Array, labels: readonly string[]): GivenColumn {
  const name = 'predicted';
  if (labels.some((label) => !/^(true|false)$/.test(label))) return { name, type: 'VARCHAR', codes, labels };
  const values = Uint8Array.from(codes, (code) => (code < 0 ? 2 : Number(labels[code] === 'true')));
  return { name, type: 'BOOLEAN', values };
}
