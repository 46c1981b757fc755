import { Problem, type ProblemParams } from '../../lib/problem';

/** The problem of data that an analysis cannot be made of; `i18n` has the words of each `why`. */
export function toMisfit(why: string, params: ProblemParams = {}): Problem {
  return new Problem('analysis-misfit', { params: { why, ...params } });
}

export function checkRows(rows: number, needed: number): void {
  if (rows < needed) throw toMisfit('too-few-rows', { needed, rows });
}

export function checkFinite(columns: readonly Float64Array[]): void {
  for (const [column, values] of columns.entries()) {
    for (let row = 0; row < values.length; row++) {
      if (!Number.isFinite(values[row])) throw toMisfit('not-finite', { column });
    }
  }
}
