import { Problem } from '../../../lib/problem';
import { quoteName } from '../../../sql/quote';
import { findColumn } from '../../../steps/write';
import { toFreeName } from '../../../lib/freeName';
import type { Chart, ChartKind, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { choose, toRows, toWhere } from '../groups';
import { toKeySql } from '../keys';
import { number } from '../../../steps/field';

const four = ['open', 'high', 'low', 'close'] as const;

/** Prices of each span of time: the first, the greatest, the least and the last, of columns of their own or of one. */
export const candlestick: ChartKind = {
  mark: 'candlestick',
  slots: {
    x: { role: 'group', families: ['date'] },
    y: { role: 'value', families: ['number'], optional: true },
    open: { role: 'value', families: ['number'], optional: true },
    high: { role: 'value', families: ['number'], optional: true },
    low: { role: 'value', families: ['number'], optional: true },
    close: { role: 'value', families: ['number'], optional: true },
  },
  over: true,
  fields: { most: number({ otherwise: 400, min: 1, max: 2000, whole: true }) },
  asks: ['most'],
  check(chart) {
    const missing = four.find((slot) => only(chart, slot) === undefined);
    if (missing === undefined || only(chart, 'y')) return undefined;
    const slot = four.every((name) => only(chart, name) === undefined) ? 'y' : missing;
    return new Problem('chart-slot', { params: { slot, mark: 'candlestick' } });
  },
  make,
};

async function make(given: MakeContext): Promise<Made> {
  const { chart } = await choose(given, { by: ['x'], moments: 130 });
  const { from, columns, ask } = given;
  const { most } = chart.options as { most: number };
  const x = only(chart, 'x')!;
  const it = quoteName(x.column!);
  const facets = ['facet', 'rows'].filter((slot) => only(chart, slot));
  const [open, high, low, close] = four.map((slot) => quoteName(columnOf(chart, slot)));
  const prices = [...new Set([open!, high!, low!, close!])];
  const there = [it, ...prices].map((name) => `${name} IS NOT NULL`).join(' AND ');
  const names: string[] = [];
  const named = (sql: string, wanted: string) => {
    const name = toFreeName(wanted, names);
    names.push(name);
    return `${sql} AS ${quoteName(name)}`;
  };
  const list = [
    named(toKeySql(x, findColumn(columns, x.column!)!), x.column!),
    named(`arg_min(${open}, ${it})`, 'open'),
    named(`max(${high})`, 'high'),
    named(`min(${low})`, 'low'),
    named(`arg_max(${close}, ${it})`, 'close'),
    ...facets.map((slot) => {
      const channel = only(chart, slot)!;
      return named(toKeySql(channel, findColumn(columns, channel.column!)!), channel.column!);
    }),
  ];
  const where = toWhere(chart);
  const count = quoteName(toFreeName('rows', names));
  const held = await given.hold(
    `SELECT\n  ${list.join(',\n  ')},\n  count(*) AS ${count}\nFROM ${from}${where}${where ? ' AND' : '\nWHERE'} ${there}\nGROUP BY ALL`,
  );
  const [spans] = toRows(
    await ask(`SELECT count(DISTINCT ${quoteName(names[0]!)}), sum(${count}) FROM ${held}`),
  );
  const [rows] = toRows(await ask(`SELECT count(*) FROM ${from}${where}`));
  const [groups, all, drawn] = [Number(spans![0]), Number(rows![0]), Number(spans![1] ?? 0)];
  const shown = names.map((name) => quoteName(name)).join(', ');
  const first = quoteName(names[0]!);
  return {
    // the last are what matters
    sql: `SELECT ${shown}\nFROM ${held}\nQUALIFY dense_rank() OVER (ORDER BY ${first} DESC) <= ${most}\nORDER BY ${first}`,
    slots: ['x', ...four, ...facets],
    chart,
    told: {
      rows: all,
      ...(all > drawn && { missing: all - drawn }),
      ...(groups > most && { lastOf: { shown: most, groups } }),
    },
  };
}

function columnOf(chart: Chart, slot: string): string {
  return (only(chart, slot) ?? only(chart, 'y'))!.column!;
}
