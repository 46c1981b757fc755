import type { Note } from '../../lib/note';
import { type Complete, pick, pickRows, toComplete } from '../complete';
import { toMisfit } from '../core/check';
import type { Frame, FrameColumn } from '../frame';
import { encode, type Encoded, type Encoding, fitEncoding, type Term, toTermName } from '../predict/encode';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';

/** What a model predicts from: the rows that have a value in each of its columns, in the order in which they were chosen. */
export interface Features {
  target: FrameColumn;
  complete: Complete;
}

export function toFeatures(
  { rows, columns }: Frame,
  { target, columns: chosen }: { target: string; columns: readonly string[] },
): Features {
  return {
    target: findColumn(columns, target),
    complete: toComplete({ rows, columns: chosen.map((name) => findColumn(columns, name)) }),
  };
}

export function findColumn(columns: readonly FrameColumn[], name: string): FrameColumn {
  const column = columns.find((each) => each.name === name);
  if (!column) throw new Error(`missing column: ${name}`);
  return column;
}

/** The columns as a model reads them, as the rows that it learns from have them. */
export interface Learning {
  encoding: Encoding;
  /** The columns that vary, of the rows that it learns from; before they are encoded. */
  features: readonly FrameColumn[];
  /** Encoded columns of the rows that it learns from, and of all that are complete. */
  learned: readonly Float64Array[];
  all: Encoded;
  notes: Note[];
}

/** `places` are among the complete rows. */
export function toLearning(complete: Complete, places: Int32Array): Learning {
  const varying = complete.columns.filter((column) => isVarying(column, places));
  const constant = complete.columns.filter((column) => !varying.includes(column));
  if (places.length > 0 && varying.length === 0) throw toMisfit('nothing-varies');
  const encoding = fitEncoding(varying, places);
  const all = encode(encoding, varying, complete.rows);
  const isAll = places.length === complete.rows;
  const unseen = all.unseen.reduce((sum, value) => sum + value, 0);
  return {
    encoding,
    features: isAll ? varying : varying.map((column) => pickRows(column, places)),
    learned: isAll ? all.columns : all.columns.map((values) => pick(values, places)),
    all,
    notes: [
      ...constant.map(({ name }) => ({ why: 'feature-constant', params: { column: name } })),
      ...encoding.columns.flatMap((column) =>
        column.kind === 'text'
          ? [{ why: 'feature-encoded', params: { column: column.name, base: column.base } }]
          : [],
      ),
      ...toLeftOut(complete),
      ...(unseen > 0 ? [{ why: 'feature-unseen', params: { count: unseen } }] : []),
    ],
  };
}

/** Columns with a row for each coefficient; one that the others make up has no figures. */
export function toCoefficientColumns<C>(
  { coefficients, aliased }: { coefficients: readonly C[]; aliased: readonly number[] },
  terms: readonly Term[],
) {
  const kept = coefficients.map((coefficient, at) => (aliased.includes(at - 1) ? undefined : coefficient));
  const names = ['(intercept)', ...terms.map(toTermName)];
  const { doubles, words } = toColumnsOf(kept);
  return {
    names: words('term', (_, at) => names[at]!),
    doubles: (name: string, read: (coefficient: C) => number | undefined) =>
      doubles(name, (coefficient) => coefficient && read(coefficient)),
  };
}

function isVarying(column: FrameColumn, places: Int32Array): boolean {
  const values = column.kind === 'number' ? column.values : column.codes;
  return places.some((place) => values[place] !== values[places[0]!]);
}
