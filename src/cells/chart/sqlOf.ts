import { makeChart } from '../../charts/spec/compile';
import type { Engine } from '../../engine/engine';
import type { Bound } from '../../sql/bound';
import { withInputs } from '../../sql/inputs';
import type { ChartCell, ChartTold } from './compile';
import { toChartOf, toFromSql } from './compile';

/** The query whose rows a chart draws, with the names of inputs in it. */
export async function findChartSql(
  engine: Engine,
  {
    cell,
    told,
    findValue,
  }: { cell: ChartCell; told: ChartTold; findValue: (name: string) => Bound | undefined },
  signal?: AbortSignal,
): Promise<string> {
  const { sql } = await makeChart({
    chart: toChartOf(cell),
    from: toFromSql(cell),
    columns: told.columns,
    pixels: 1000,
    async ask(question) {
      const bound = withInputs(question, findValue);
      const found = await engine.query(bound.sql, { values: bound.values, ...(signal && { signal }) });
      return found.values;
    },
    hold: (rows) => Promise.resolve(`(${rows})`),
  });
  return sql;
}
