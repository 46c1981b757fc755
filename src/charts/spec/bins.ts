export interface Bins {
  /** Where the first begins. */
  readonly from: number;
  readonly step: number;
  readonly count: number;
  /** They are as wide as one another on a logarithmic axis: `from` and `step` are powers of ten. */
  readonly log?: true;
}

const NICE = [1, 2, 2.5, 5, 10];

/** About so many bins between two numbers, which begin and end at round ones. Whole numbers are not cut in parts. */
export function toBins(least: number, greatest: number, wanted: number, whole = false): Bins {
  if (!(greatest > least)) return { from: whole ? least - 0.5 : least, step: 1, count: 1 };
  const rough = (greatest - least) / Math.max(wanted, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = power * NICE.find((nice) => nice * power >= rough * (1 - 1e-9))!;
  if (whole) step = Math.max(1, Math.ceil(step));
  const first = Math.floor(least / step + 1e-9);
  // a value that ends the last bin belongs to it
  const last = Math.max(Math.ceil(greatest / step - 1e-9), first + 1);
  const isOnEdge = whole && greatest >= last * step;
  return { from: toPlain(first * step), step: toPlain(step), count: last - first + (isOnEdge ? 1 : 0) };
}

/** Bins of numbers above nothing that look as wide as one another on a logarithmic axis. */
export function toLogBins(least: number, greatest: number, wanted: number): Bins {
  if (!(least > 0)) return { from: 0, step: 1, count: 1, log: true };
  return { ...toBins(Math.log10(least), Math.log10(greatest), wanted), log: true };
}

/** Where a bin begins and ends, by where it begins as the engine says it. */
export function toBinEnds(start: number, bins: Bins): [number, number] {
  const { from, step, log } = bins;
  const at = Math.round(((log ? Math.log10(start) : start) - from) / step);
  const [begin, end] = [toPlain(from + step * at), toPlain(from + step * (at + 1))];
  return log ? [toPlain(10 ** begin), toPlain(10 ** end)] : [begin, end];
}

/** Without what counting in steps leaves behind: 0.30000000000000004. */
export function toPlain(value: number): number {
  return Number(value.toPrecision(12));
}

/** The number of a value's bin, from 0; of what has no place in any, nothing. */
export function toBinSql(value: string, bins: Bins): string {
  const number = `CAST(${value} AS DOUBLE)`;
  if (!bins.log) return toCellSql(number, bins);
  return `CASE WHEN ${number} > 0 THEN ${toCellSql(`log10(${number})`, bins)} END`;
}

/** The number of the cell that a number lies in; one at or beyond an end is in the cell there. The engine's `least` takes several times as long. */
export function toCellSql(
  number: string,
  { from, step, count }: { from: number; step: number; count: number },
): string {
  return toInside(toRawCellSql(number, { from, step }), number, count);
}

/** The same as it comes out; of what is no finite number, no number of a cell. */
export function toRawCellSql(number: string, { from, step }: { from: number; step: number }): string {
  return `floor((${number} - (${from})) / ${step})`;
}

function toInside(at: string, number: string, count: number): string {
  const beyond = `WHEN isfinite(${number}) THEN CASE WHEN ${at} < 0 THEN 0 ELSE ${count - 1} END`;
  return `CAST(CASE WHEN ${at} >= 0 AND ${at} < ${count} THEN ${at} ${beyond} END AS INTEGER)`;
}

/** Where the bin begins whose number came out so. */
export function toBinStartOfCell(at: string, { from, step, count }: Bins): string {
  return `CAST(${from} + ${step} * ${toInside(at, at, count)} AS DOUBLE)`;
}

/** Where a value's bin begins. */
export function toBinStartSql(value: string, bins: Bins): string {
  const start = `CAST(${bins.from} + ${bins.step} * ${toBinSql(value, bins)} AS DOUBLE)`;
  return bins.log ? `pow(10, ${start})` : start;
}
