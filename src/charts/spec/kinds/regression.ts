import { choice, number } from '../../../steps/field';
import { quoteName } from '../../../sql/quote';
import { findColumn } from '../../../steps/write';
import { toFamily } from '../../../table/column';
import type { ChartKind } from '../chart';
import { only } from '../chart';
import { toRows } from '../groups';
import type { Fit } from '../least';
import { readPoints, toPoints } from './point';

/** Points, and the straight line that comes closest to them, of all rows whether they are drawn or not. */
export const regression: ChartKind = {
  mark: 'regression',
  slots: {
    x: { role: 'value', families: ['number'] },
    y: { role: 'value', families: ['number'] },
    color: { role: 'group', optional: true },
  },
  over: true,
  fields: {
    most: number({ otherwise: 20_000, min: 1, max: 100_000, whole: true }),
    dense: choice(['auto', 'points', 'density']),
    band: choice(['95', '99', 'none']),
  },
  asks: ['most', 'dense'],

  async make(context) {
    const { chart, columns } = context;
    const singles = await readPoints(context);
    const nameOf = new Map([...singles.keys, ...singles.values]);
    const toNumber = (slot: string) => {
      const { type } = findColumn(columns, only(chart, slot)!.column!)!;
      const it = quoteName(nameOf.get(slot)!);
      return toFamily(type) === 'number' ? `CAST(${it} AS DOUBLE)` : `epoch(${it})`;
    };
    const [x, y] = [toNumber('x'), toNumber('y')];
    const keys = singles.keys.map(([slot, name]) => ({ slot, sql: quoteName(name) }));
    const sums = [
      'count(*)',
      `regr_avgx(${y}, ${x})`,
      `regr_avgy(${y}, ${x})`,
      `regr_sxx(${y}, ${x})`,
      `regr_syy(${y}, ${x})`,
      `regr_sxy(${y}, ${x})`,
      `min(${x})`,
      `max(${x})`,
    ];
    // of numbers whose squares are beyond any number there are no sums
    if (Object.values(singles.ends).some((ends) => ends.some((end) => Math.abs(end) > 1e100))) {
      const made = toPoints(context, singles);
      return { ...made, told: { ...made.told, fits: [], isTooLarge: true } };
    }
    const found = toRows(
      await context.ask(
        `SELECT ${[...keys.map(({ sql }) => sql), ...sums].join(', ')}\nFROM ${singles.from}${keys.length > 0 ? '\nGROUP BY ALL\nORDER BY ALL' : ''}`,
      ),
    );
    const fits = found.map((row): Fit => {
      const [count, meanX, meanY, xx, yy, xy, least, greatest] = row.slice(keys.length).map(Number);
      return {
        by: Object.fromEntries(keys.map(({ slot }, at) => [slot, row[at] ?? null])),
        count: count!,
        meanX: meanX!,
        meanY: meanY!,
        xx: xx!,
        yy: yy!,
        xy: xy!,
        least: least!,
        greatest: greatest!,
      };
    });
    const made = toPoints(context, singles);
    return { ...made, told: { ...made.told, fits } };
  },
};
