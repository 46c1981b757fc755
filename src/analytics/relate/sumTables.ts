/**
 * The chance of all tables of the same totals that are as unlikely as one, column by column over what the rows have left: tables that
 * are alike from there on are counted together, and bounds say early which all count or none (after Mehta and Patel's network, JASA 78,
 * 1983). The last two columns are taken at once.
 */
interface Paths {
  /** What the rows have left, rising. */
  left: Int32Array;
  /** By what cells have added so far: how many tables, and the sum. */
  sums: Map<number, { sum: number; tables: number }>;
}

/** Beyond so many states of what the rows have left, tables are drawn sooner than counted. */
const MOST_STATES = 30_000;

export interface Task {
  /** log n! by n. */
  logs: Float64Array;
  /** Σ log cell! of a table that counts, at least. */
  bound: number;
  /** How many steps are taken. */
  most: number;
}

/** The chance of all tables that are as unlikely; undefined where there are too many. */
export function sumTables(
  rows: Float64Array,
  columns: Float64Array,
  { logs, bound, most }: Task,
): number | undefined {
  const order = columns.slice().sort().reverse();
  const start = Int32Array.from(rows).sort();
  let level = new Map([
    [start.join(), { left: start, sums: new Map([[0, { sum: 0, tables: 1 }]]) } as Paths],
  ]);
  let total = columns.reduce((sum, count) => sum + count);
  let fixed = -logs[total]!;
  for (const count of [...rows, ...columns]) fixed += logs[count]!;
  let chance = 0;
  let work = 0;
  for (const [at, column] of order.subarray(0, -1).entries()) {
    const rest = order.subarray(at);
    const next = new Map<string, Paths>();
    for (const { left, sums } of level.values()) {
      const [least, greatest] = findBounds(left, rest, logs);
      let all = logs[total]!;
      for (const count of [...left, ...rest]) all -= logs[count]!;
      for (const [key, { sum, tables }] of sums) {
        if (sum + least >= bound) chance += tables * Math.exp(fixed - sum + all);
        if (sum + least >= bound || sum + greatest < bound) sums.delete(key);
      }
      if (sums.size === 0) continue;
      if (rest.length === 2) {
        const ends = findEnds(left, column, logs, most - work);
        for (const { sum, tables } of sums.values()) {
          chance += tables * Math.exp(fixed - sum - ends.sums[0]!) * toEnd(ends, bound - sum);
        }
        work += ends.sums.length;
      } else {
        spread(left, column, logs, (cells, added) => {
          work += sums.size;
          join(next, left, sums, cells, added);
          if (next.size > MOST_STATES) work = Infinity;
          return work <= most;
        });
      }
      if (work > most) return undefined;
    }
    level = next;
    total -= column;
  }
  return chance;
}

interface Ends {
  /** What the last two columns can add, rising. */
  sums: Float64Array;
  /** By place: Σ exp(least sum - sum) from there on. */
  chances: Float64Array;
}

function findEnds(left: Int32Array, column: number, logs: Float64Array, most: number): Ends {
  const found: number[] = [];
  spread(left, column, logs, (cells, added) => {
    let sum = added;
    for (let row = 0; row < cells.length; row++) sum += logs[left[row]! - cells[row]!]!;
    found.push(sum);
    return found.length <= most;
  });
  const sums = Float64Array.from(found).sort();
  const chances = new Float64Array(sums.length + 1);
  for (let at = sums.length - 1; at >= 0; at--) {
    chances[at] = chances[at + 1]! + Math.exp(sums[0]! - sums[at]!);
  }
  return { sums, chances };
}

/** Σ exp(least sum - sum) over the ends that add at least so much. */
function toEnd({ sums, chances }: Ends, least: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return chances[low]!;
}

/**
 * Bounds of what the cells still to come add, row by row and column by column: log n! is convex, so it is least where a total is spread
 * evenly and greatest where it stands in few cells.
 */
function findBounds(
  left: Int32Array,
  rest: Float64Array,
  logs: Float64Array,
): [least: number, greatest: number] {
  const falling = Float64Array.from(left).reverse();
  const [byRows, byColumns] = [boundLines(falling, rest, logs), boundLines(rest, falling, logs)];
  // what is equal but for rounding counts as equal
  return [Math.max(byRows[0], byColumns[0]) - 1e-10, Math.min(byRows[1], byColumns[1]) + 1e-10];
}

function boundLines(lines: Float64Array, across: Float64Array, logs: Float64Array): [number, number] {
  let [least, greatest] = [0, 0];
  for (const line of lines) {
    const even = Math.floor(line / across.length);
    const over = line - even * across.length;
    least += over * logs[even + 1]! + (across.length - over) * logs[even]!;
    let rest = line;
    for (let at = 0; rest > 0; at++) {
      const cell = Math.min(rest, across[at]!);
      greatest += logs[cell]!;
      rest -= cell;
    }
  }
  return [least, greatest];
}

/** Every way to take a column's total from what the rows have left, until told to stop. */
function spread(
  left: Int32Array,
  column: number,
  logs: Float64Array,
  onCells: (cells: Int32Array, added: number) => boolean,
): void {
  const cells = new Int32Array(left.length);
  const after = left.slice();
  for (let row = left.length - 2; row >= 0; row--) after[row]! += after[row + 1]!;
  const place = (row: number, rest: number, added: number): boolean => {
    if (row === left.length) return onCells(cells, added);
    const fewest = Math.max(0, rest - (after[row + 1] ?? 0));
    for (let cell = Math.min(rest, left[row]!); cell >= fewest; cell--) {
      cells[row] = cell;
      if (!place(row + 1, rest - cell, added + logs[cell]!)) return false;
    }
    return true;
  };
  place(0, column, 0);
}

function join(
  next: Map<string, Paths>,
  before: Int32Array,
  sums: Paths['sums'],
  cells: Int32Array,
  added: number,
): void {
  const left = before.map((count, row) => count - cells[row]!).sort();
  const key = left.join();
  let target = next.get(key);
  if (!target) next.set(key, (target = { left, sums: new Map() }));
  for (const { sum, tables } of sums.values()) {
    const joined = sum + added;
    const rounded = Math.round(joined * 1e9);
    const known = target.sums.get(rounded);
    if (known) known.tables += tables;
    else target.sums.set(rounded, { sum: joined, tables });
  }
}
