import { ROW } from '../../charts/spec/behind';
import { findChartKind } from '../../charts/spec/catalog';
import { makeChart, toData } from '../../charts/spec/compile';
import type { Chart, Datum, Made } from '../../charts/spec/chart';
import { only } from '../../charts/spec/chart';
import { drawChart } from '../../charts/spec/drawing';
import { toPanelNames } from '../../charts/spec/frame';
import type { Look, Zoom } from '../../charts/spec/look';
import { layOver } from '../../charts/spec/overlay';
import type { Picture } from '../../charts/spec/picture';
import type { Engine } from '../../engine/engine';
import { chartWords } from '../../i18n/charts/charts';
import { localeTag } from '../../i18n/format';
import type { Bound } from '../../sql/bound';
import { withInputs } from '../../sql/inputs';
import { quoteName, quoteText } from '../../sql/quote';
import { findColumn } from '../../steps/write';
import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import type { ChartCell, ChartTold } from './compile';
import { toChartOf, toFromSql } from './compile';

/** No kind of chart asks for more rows than this. */
const MOST_ROWS = 200_000;

/** What a picture is drawn of: the rows of a chart's query, and what they were asked for as. */
export interface Drawn {
  readonly rows: readonly Datum[];
  /** The same as the engine wrote them, a column at a time. */
  readonly values: readonly (readonly Value[])[];
  readonly made: Omit<Made, 'sql'>;
  /** Of the table that it is drawn from. */
  readonly columns: readonly Column[];
}

/** The rows that a chart's cell has kept. */
export async function readDrawn(
  engine: Engine,
  { id, told: { made, columns } }: { id: string; told: ChartTold },
  signal?: AbortSignal,
): Promise<Drawn> {
  const found = await engine.query('SELECT * FROM the_table', {
    of: id,
    maxRows: MOST_ROWS,
    ...(signal && { signal }),
  });
  return { rows: toNumbered(found, made), values: found.values, made, columns };
}

function toNumbered(
  found: { columns: readonly Column[]; values: readonly (readonly Value[])[] },
  { slots }: Omit<Made, 'sql'>,
): Datum[] {
  const rows = toData(found, slots);
  return rows.map((row, at) => Object.assign(row, { [ROW]: at }));
}

/** A chart of some of its rows, asked for anew: what is visible when a person has come closer, or what is chosen elsewhere. */
export async function readCloser(
  engine: Engine,
  {
    cell,
    drawn,
    zoom = {},
    where,
    findValue,
    pixels,
  }: {
    cell: ChartCell;
    drawn: Drawn;
    zoom?: Zoom;
    where?: string;
    findValue: (name: string) => Bound | undefined;
    pixels: number;
  },
  signal: AbortSignal,
): Promise<Drawn> {
  const { columns } = drawn;
  const chart = withCondition(toVisible(toChartOf(cell), zoom, columns), where);
  const ask = (sql: string) => {
    const bound = withInputs(sql, findValue);
    return engine.query(bound.sql, { values: bound.values, maxRows: MOST_ROWS, signal });
  };
  const { sql, ...made } = await makeChart({
    chart,
    from: toFromSql(cell),
    columns,
    pixels,
    ask: async (question) => (await ask(question)).values,
    hold: (rows) => Promise.resolve(`(${rows})`),
  });
  const found = await ask(sql);
  // small multiples stay where they are, also those of which no row is left
  const panels = Object.fromEntries(
    ['facet', 'rows']
      .filter((slot) => only(chart, slot))
      .map((slot) => [slot, toPanelNames({ rows: drawn.rows, told: drawn.made.told }, slot)]),
  );
  const whole = { ...made, told: { ...made.told, panels } };
  return { rows: toNumbered(found, made), values: found.values, made: whole, columns };
}

/** Whether more can be seen when what is visible is asked for by itself. */
export function isThinned({ made: { chart, told }, columns, rows }: Drawn): boolean {
  if (toSpans(chart, columns).length === 0) return false;
  const { rows: all = 0, missing = 0, thinned } = told;
  const isOfRows = findChartKind(chart.mark)!.slots.x?.role === 'value';
  return thinned !== undefined || (isOfRows && rows.length < all - missing);
}

/** Slots along the axes on which each row has its own value. */
function toSpans(chart: Chart, columns: readonly Column[]) {
  return (['x', 'y'] as const).flatMap((slot) => {
    const column = findColumn(columns, only(chart, slot)?.column ?? '');
    const family = column && toFamily(column.type);
    return column && (family === 'number' || family === 'date') ? [{ slot, column, family }] : [];
  });
}

function toVisible(chart: Chart, zoom: Zoom, columns: readonly Column[]): Chart {
  const spans = toSpans(chart, columns).flatMap(({ slot, column, family }) => {
    const span = zoom[slot];
    if (!span) return [];
    const [from, to] = span.map((value) =>
      family === 'date'
        ? `CAST(${quoteText(new Date(value).toISOString().slice(0, -1))} AS TIMESTAMP)`
        : `CAST(${quoteText(String(value))} AS DOUBLE)`,
    );
    return [`${quoteName(column.name)} BETWEEN ${from} AND ${to}`];
  });
  return withCondition(chart, spans.join(' AND '));
}

/** A chart of those of its rows that a condition is true of. */
export function withCondition(chart: Chart, condition: string | undefined): Chart {
  if (!condition) return chart;
  const { where } = chart.options;
  return {
    ...chart,
    options: { ...chart.options, where: where ? `(${String(where)}) AND (${condition})` : condition },
  };
}

/** The picture of a cell as it is set now; undefined where its rows are those of another kind. */
export function drawCell(
  cell: ChartCell,
  { rows, made, columns }: Drawn,
  look: Omit<Look, 'tag' | 'words'>,
): Picture | undefined {
  if (made.chart.mark !== cell.mark) return undefined;
  const whole = { tag: localeTag(), words: chartWords().picture, ...look };
  return drawChart({ chart: toChartOf(cell), made, rows, columns }, whole);
}

/** The picture of some of a cell's rows, in the frame of the picture of all. */
export function drawPart(
  whole: Picture,
  { drawn, sameGroups }: { drawn: Drawn; sameGroups: boolean },
  { cell, look }: { cell: ChartCell; look: Parameters<typeof drawCell>[2] },
): Picture {
  const part = drawCell(cell, drawn, { ...look, height: whole.height });
  return part ? layOver(whole, part, { chart: toChartOf(cell), sameGroups }) : whole;
}
