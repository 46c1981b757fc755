import type { Model, Relation } from '../../steps/model/relations';

export interface Box {
  table: string;
  rows: number;
  /** The columns that matter: of its key, and those that name another table's rows. */
  columns: readonly { name: string; isKey: boolean }[];
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  relation: Relation;
  path: string;
}

const WIDTH = 190;
const GAP_X = 90;
const GAP_Y = 24;
const HEAD = 30;
const ROW = 20;
const MARGIN = 8;

/** Where the tables stand: each to the right of those whose rows name rows of it, as far as they do not go round in a ring. */
export function toLayout({ tables, relations }: Model): {
  boxes: Box[];
  lines: Line[];
  width: number;
  height: number;
} {
  const depths = new Map(tables.map(({ table }) => [table.name, 0]));
  // a ring would push its tables on for ever
  for (let round = 0; round < tables.length; round++) {
    for (const { from, to } of relations) {
      const next = depths.get(from.table)! + 1;
      if (from.table !== to.table && next > depths.get(to.table)! && next < tables.length)
        depths.set(to.table, next);
    }
  }
  const filled: number[] = [];
  const boxes = tables.map(({ table, rows, keys }): Box => {
    const depth = depths.get(table.name)!;
    const key = keys[0]?.columns ?? [];
    const links = relations
      .flatMap(({ from, to }) => [from, to])
      .flatMap((place) => (place.table === table.name ? place.column : []));
    const names = [...new Set([...key, ...links])];
    const height = HEAD + Math.max(1, names.length) * ROW + MARGIN;
    const y = filled[depth] ?? MARGIN;
    filled[depth] = y + height + GAP_Y;
    return {
      table: table.name,
      rows,
      columns: names.map((name) => ({ name, isKey: key.includes(name) })),
      x: MARGIN + depth * (WIDTH + GAP_X),
      y,
      width: WIDTH,
      height,
    };
  });
  const find = (name: string) => boxes.find(({ table }) => table === name)!;
  const lines = relations.map((relation) => ({
    relation,
    path: toPath(
      toSide(find(relation.from.table), relation.from.column, 'right'),
      toSide(
        find(relation.to.table),
        relation.to.column,
        relation.from.table === relation.to.table ? 'right' : 'left',
      ),
    ),
  }));
  const width = Math.max(...boxes.map(({ x }) => x + WIDTH), 0) + MARGIN + GAP_X / 2;
  const height = Math.max(...boxes.map((box) => box.y + box.height), 0) + MARGIN;
  return { boxes, lines, width, height };
}

interface Point {
  x: number;
  y: number;
  side: 'left' | 'right';
}

function toSide(box: Box, column: string, side: 'left' | 'right'): Point {
  const at = Math.max(
    0,
    box.columns.findIndex(({ name }) => name === column),
  );
  return { x: side === 'right' ? box.x + box.width : box.x, y: box.y + HEAD + at * ROW + ROW / 2, side };
}

function toPath(from: Point, to: Point): string {
  const bend = (point: Point) => point.x + (point.side === 'right' ? 1 : -1) * (GAP_X / 2);
  return `M ${from.x} ${from.y} C ${bend(from)} ${from.y}, ${bend(to)} ${to.y}, ${to.x} ${to.y}`;
}
