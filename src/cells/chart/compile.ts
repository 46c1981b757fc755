import { makeChart, toAsked, toWhole } from '../../charts/spec/compile';
import type { Chart, Made } from '../../charts/spec/chart';
import type { Loose } from '../../steps/field';
import { withInputs } from '../../sql/inputs';
import { fold, isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import { findReferences, toReadName } from '../../sql/references';
import { renameParameter, renameTable } from '../../sql/rename';
import type { Column } from '../../table/column';
import type { Cell, CellSpec } from '../../workbook/cell';
import type { PlanContext, RunKind, Tools } from '../../workbook/plan';
import { toName, toText } from '../../workbook/settings';

/** A picture of a table. All other settings lie beside these: what is on each slot, and the options of its kind. */
export interface ChartCell extends Cell {
  readonly kind: 'chart';
  readonly name: string;
  readonly from: string;
  /** The table behind the cell `from` that is drawn, in place of its rows: `centers` of `segments.centers`. */
  readonly table?: string;
  readonly mark: string;
}

/** What a chart's rows were asked for as, which its view needs beside them. */
export interface ChartTold {
  readonly made: Omit<Made, 'sql'>;
  /** Of the table that it is drawn from. */
  readonly columns: readonly Column[];
}

/** A picture about so wide is asked for before anybody has seen it. */
const PIXELS = 1000;

export const chartKind: RunKind<ChartCell> = {
  kind: 'chart',
  gives: 'table',

  toCell(spec, id) {
    const {
      kind: _,
      name: __,
      from: ___,
      mark: ____,
      id: _____,
      table: ______,
      ...settings
    } = spec as CellSpec & { id?: string };
    const mark = toText(spec, 'mark', 'bar') || 'bar';
    toWhole(mark, settings);
    const table = spec['table'] === null ? '' : toText(spec, 'table');
    const kept = Object.entries(settings).filter(([, value]) => value !== undefined && value !== null);
    return {
      ...(Object.fromEntries(kept) as object),
      id,
      kind: 'chart',
      name: toName(spec, 'chart'),
      from: toText(spec, 'from'),
      ...(table && { table }),
      mark,
    };
  },

  findReads(cell) {
    const where = toCondition(cell);
    const { tables, parameters } = where ? findReferences(`SELECT ${where}`) : { tables: [], parameters: [] };
    return {
      tables: [...new Set([...(cell.from ? [cell.from] : []), ...tables.map((table) => toReadName(table))])],
      values: [...new Set(parameters.map(({ name }) => name))],
    };
  },

  rename(cell, { of, from, to }) {
    const where = toCondition(cell);
    const change = of === 'table' ? renameTable : renameParameter;
    return {
      ...cell,
      from: of === 'table' && isSameName(cell.from, from) ? to : cell.from,
      ...(where && { where: change(`SELECT ${where}`, from, to).slice('SELECT '.length) }),
    };
  },

  toPlan(cell, { findValue }) {
    if (!cell.from) return { do: 'nothing' };
    const chart = toChartOf(cell);
    // a new one, of which nothing is said yet
    if (isBlank(chart)) return { do: 'nothing' };
    const { values } = this.findReads(cell);
    const bound = values.flatMap((name) => {
      const value = findValue(name);
      return value ? [[fold(name), value] as const] : [];
    });
    return {
      do: 'ask',
      said: JSON.stringify([cell.from, cell.table, toAsked(chart)]),
      values: Object.fromEntries(bound),
      async toPlan(tools) {
        const from = toFromSql(cell);
        const put = toPut(tools, findValue, toCondition(cell) !== '');
        const { columns } = await put.ask(`SELECT * FROM ${from} LIMIT 0`);
        const { sql, ...made } = await makeChart({
          chart,
          from,
          columns,
          pixels: PIXELS,
          ask: async (question) => (await put.ask(question)).values,
          hold: put.hold,
        });
        const told: ChartTold = { made, columns };
        return { do: 'keep', ...withInputs(sql, findValue), told };
      },
    };
  },
};

/** Whether no column has been put on it. */
export function isBlank({ slots }: Chart): boolean {
  return Object.values(slots).every((channels) => channels.every(({ column }) => column === undefined));
}

/** What stands after `FROM`. */
export function toFromSql({ from, table }: Pick<ChartCell, 'from' | 'table'>): string {
  return table ? `${quoteName(from)}.${quoteName(table)}` : quoteName(from);
}

/** What is said of the picture itself: what is on each slot, and the options of its kind. */
export function toSettingsOf(cell: ChartCell): Loose {
  const { id: _, kind: __, name: ___, from: ____, table: _____, mark: ______, ...rest } = cell;
  const { collapsed: _______, ...settings } = rest;
  return settings;
}

/** The chart of a cell, made whole. */
export function toChartOf(cell: ChartCell): Chart {
  return toWhole(cell.mark, toSettingsOf(cell));
}

function toCondition(cell: ChartCell): string {
  const { where } = cell as ChartCell & { where?: unknown };
  return typeof where === 'string' ? where.trim() : '';
}

/** Questions and rows that are held, with the values of inputs. Where nothing is held, the rows are read anew each time. */
function toPut({ ask, recall = ask, hold }: Tools, findValue: PlanContext['findValue'], mayVary: boolean) {
  return {
    ask(sql: string) {
      const bound = withInputs(sql, findValue);
      // a condition of a person's own may have chance or the clock in it; what is held on the way has another name each time
      return (mayVary ? ask : recall)(bound.sql, bound.values);
    },
    async hold(sql: string): Promise<string> {
      if (!hold) return `(${sql})`;
      const bound = withInputs(sql, findValue);
      return (await hold(bound.sql, bound.values)).table;
    },
  };
}
