import { parseHTML } from 'linkedom';
import { render } from '../../src/charts/render/render';
import type { Rendered } from '../../src/charts/render/render';
import type { Datum, Made } from '../../src/charts/spec/chart';
import { makeChart, toData, toWhole } from '../../src/charts/spec/compile';
import { drawChart } from '../../src/charts/spec/drawing';
import type { Zoom } from '../../src/charts/spec/look';
import type { Picture } from '../../src/charts/spec/picture';
import { toColumns, toValues } from '../../src/engine/arrow';
import { charts as english } from '../../src/i18n/charts/charts.en';
import { charts as chinese } from '../../src/i18n/charts/charts.zh';
import type { Column, Value } from '../../src/table/column';
import { toWireType } from '../../src/table/wire';
import { createDuck } from '../run/duck';

const languages = { 'en-GB': english, 'zh-CN': chinese } as const;

export interface LookOptions {
  width?: number;
  height?: number;
  locale?: keyof typeof languages;
  dark?: boolean;
  entitled?: boolean;
  zoom?: Zoom;
}

/** What a chart's settings are, as `quire.addCell` takes them. */
export type ChartSpec = Readonly<{ mark: string } & Record<string, unknown>>;

export interface Drawn extends Rendered {
  /** What it was drawn from, for SQL of a test's own. */
  table: string;
  made: Made;
  /** The columns that the query gives, and its rows by slot. */
  columns: readonly Column[];
  rows: readonly Datum[];
  picture: Picture;
  /** The picture's text, normalised: see `toNormalSvg`. */
  text: string;
}

/** A real DuckDB in which charts are asked for and drawn as in a cell. */
export async function createStudio() {
  const duck = await createDuck();
  let held = 0;
  const tables = new Map<string, string>();

  /** A query that is drawn several times becomes a table once. */
  function toTable(query: string): string {
    if (!/\s/.test(query)) return query;
    const name = tables.get(query) ?? duck.create(`charted_${tables.size + 1}`, query).name;
    tables.set(query, name);
    return name;
  }

  /** Rows as they cross to the page: what Arrow does not hold exactly as text. */
  function query(sql: string): { columns: Column[]; values: Value[][] } {
    const columns = toColumns(duck.stream(`DESCRIBE SELECT * FROM (${sql}\n)`));
    const list = columns.map(({ name, type }) => {
      const it = `"${name.replaceAll('"', '""')}"`;
      return toWireType(type) === type ? it : `CAST(${it} AS ${toWireType(type)}) AS ${it}`;
    });
    return { columns, ...toValues(duck.stream(`SELECT ${list.join(', ')} FROM (${sql}\n)`)) };
  }

  return {
    ...duck,
    query,
    rows: (sql: string): Value[][] => toRows(query(sql).values),

    /** A chart of a table, or of a query where more than a name is given. */
    async chart({ mark, ...settings }: ChartSpec, from: string, look: LookOptions = {}): Promise<Drawn> {
      const { width = 720, height, locale = 'en-GB', dark = false, entitled = false, zoom } = look;
      const table = toTable(from);
      const chart = toWhole(mark, settings);
      const { columns } = query(`SELECT * FROM ${table} LIMIT 0`);
      const made = await makeChart({
        chart,
        from: table,
        columns,
        pixels: width,
        ask: async (sql) => query(sql).values,
        hold: async (sql) => duck.create(`held_${++held}`, sql).name,
      });
      const given = query(made.sql);
      const rows = toData(given, made.slots);
      const { picture: words } = languages[locale];
      const picture = drawChart(
        { chart, made, rows, columns },
        {
          tag: locale,
          width,
          dark,
          words,
          entitled,
          ...(zoom && { zoom }),
          ...(height !== undefined && { height }),
        },
      );
      const { document } = parseHTML('<!doctype html><html><body></body></html>');
      const rendered = render(picture, { document: document as unknown as Document, dark });
      return {
        table,
        made,
        columns: given.columns,
        rows,
        picture,
        ...rendered,
        text: toNormalSvg(rendered.svg.toString()),
      };
    },
  };
}

export type Studio = Awaited<ReturnType<typeof createStudio>>;

function toRows(values: readonly Value[][]): Value[][] {
  return Array.from({ length: values[0]?.length ?? 0 }, (_, row) =>
    values.map((column) => column[row] ?? null),
  );
}

/** An SVG in which only what can be seen counts: places to a tenth of a point, a line for each element. */
export function toNormalSvg(svg: string): string {
  const toTenth = (number: string) => String(Math.round(Number(number) * 10) / 10 + 0);
  return svg
    .replaceAll(/ (?:class|font-family|xmlns|aria-hidden)="[^"]*"/g, '')
    .replaceAll(/ (?!aria-)[\w-]+="[^"]*"/g, (attribute) =>
      attribute.replaceAll(/-?\d*\.\d+(?:e-?\d+)?/g, toTenth),
    )
    .replaceAll(/plot-[\w-]+/g, 'plot')
    .replaceAll(/></g, '>\n<');
}
