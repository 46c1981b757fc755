import { toFreeName } from '../../../lib/freeName';
import { quoteName } from '../../../sql/quote';
import { number } from '../../../steps/field';
import type { ChartKind, MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toRows, toWhere } from '../groups';

/** A table in which each row names the one above it, as a tree: that of a model which decides by questions, or of an organisation. */
export const tree: ChartKind = {
  mark: 'tree',
  slots: {
    node: { role: 'value' },
    above: { role: 'value' },
    label: { role: 'value', optional: true },
    rule: { role: 'value', optional: true },
    size: { role: 'value', families: ['number'], optional: true },
    color: { role: 'value', optional: true },
  },
  whole: true,
  fields: { most: number({ otherwise: 200, min: 2, max: 1000, whole: true }) },
  asks: ['most'],
  make,
};

async function make({ chart, from, ask }: MakeContext): Promise<Made> {
  const { most } = chart.options as { most: number };
  const slots = ['node', 'above', 'label', 'rule', 'size', 'color'].filter((slot) => only(chart, slot));
  const names: string[] = [];
  const list = slots.map((slot) => {
    const { column } = only(chart, slot)!;
    const name = toFreeName(column!, names);
    names.push(name);
    const it = quoteName(column!);
    const isKey = slot === 'node' || slot === 'above';
    return `${isKey ? `CAST(${it} AS VARCHAR)` : it} AS ${quoteName(name)}`;
  });
  const node = quoteName(only(chart, 'node')!.column!);
  const where = toWhere(chart);
  const [answer] = toRows(await ask(`SELECT count(*), count(${node})\nFROM ${from}${where}`));
  const [rows = 0, drawn = 0] = answer!.map(Number);
  return {
    // as they stand, which in a tree's table is from the root down
    sql: `SELECT ${list.join(', ')}\nFROM ${from}${where}${where ? ' AND' : '\nWHERE'} ${node} IS NOT NULL\nLIMIT ${most}`,
    slots,
    chart,
    told: {
      rows,
      ...(rows > drawn && { missing: rows - drawn }),
      ...(drawn > most && { firstOf: { shown: most, groups: drawn } }),
    },
  };
}
