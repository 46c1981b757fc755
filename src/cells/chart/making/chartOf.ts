import type { Proposal } from '../../../charts/spec/propose/drawable';
import { findKnownChart } from '../../../charts/spec/propose/known';
import { toFacts, toFactsSql } from '../../../charts/spec/propose/facts';
import { proposeFor } from '../../../charts/spec/propose/propose';
import type { Engine } from '../../../engine/engine';
import type { Column } from '../../../table/column';
import type { CellSpec } from '../../../workbook/cell';
import { toFromSql } from '../compile';

/** A table of which a chart is wanted, and columns of it that a person has chosen. */
export interface ChartAsk {
  readonly from: string;
  /** The table behind `from`: `centers` of `segments.centers`. */
  readonly table?: string;
  readonly columns: readonly Column[];
  readonly chosen?: readonly string[];
  /** The chart that a person has chosen already. */
  readonly proposal?: Proposal;
  /** The cell below which it is to stand. */
  readonly after?: string;
}

/** The chart that suits best: of chosen columns, or of a table that an analysis gave; else one of which nothing is said yet. */
export async function toChartSpec(
  engine: Pick<Engine, 'query'>,
  { from, table, columns, chosen = [], proposal }: ChartAsk,
): Promise<CellSpec> {
  const blank: CellSpec = { kind: 'chart', name: 'chart', from, ...(table && { table }) };
  if (proposal) return { ...blank, mark: proposal.mark, ...proposal.settings };
  const picked = columns.filter(({ name }) => chosen.includes(name));
  if (picked.length === 0) {
    const known = findKnownChart(columns);
    return known ? { ...blank, mark: known.mark, ...known.settings } : blank;
  }
  const sql = toFactsSql(picked, toFromSql({ from, ...(table && { table }) }));
  const facts = toFacts(picked, (await engine.query(sql)).values);
  const [best] = proposeFor(facts, chosen);
  return best ? { ...blank, mark: best.mark, ...best.settings } : blank;
}
