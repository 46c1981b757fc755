import type { Datum } from './chart';

/** How a group's values lie, at places evenly apart from the least to the greatest. */
export interface Density {
  readonly at: readonly number[];
  readonly density: readonly number[];
  readonly bandwidth: number;
}

export interface Counted {
  readonly least: number;
  readonly greatest: number;
  readonly first: number;
  readonly third: number;
  readonly deviation: number;
  readonly count: number;
  /** Cells that are not empty, of so many between the least and the greatest, and how many values each has. */
  readonly cells: readonly number[];
  readonly counts: readonly number[];
}

/** The rule of thumb of Silverman (Density Estimation, 1986, 3.31), which R has as `bw.nrd0`. */
export function toBandwidth({ deviation, first, third, count, least }: Counted): number {
  const spread = Math.min(deviation, (third - first) / 1.34) || deviation || Math.abs(least) || 1;
  return 0.9 * spread * count ** -0.2;
}

/**
 * A Gaussian kernel on counted values, each taken to lie in the middle of its cell. It ends where the values do, so that nothing is drawn
 * where there is none.
 */
export function toDensity(counted: Counted, cells: number, places = 128): Density {
  const { least, greatest, count } = counted;
  const width = (greatest - least) / cells;
  // no finer than the values were counted
  const bandwidth = Math.max(toBandwidth(counted), width);
  const at = Array.from(
    { length: places },
    (_, place) => least + ((greatest - least) * place) / (places - 1),
  );
  const middles = counted.cells.map((cell) => (width > 0 ? least + (cell + 0.5) * width : least));
  const factor = 1 / (count * bandwidth * Math.sqrt(2 * Math.PI));
  const density = at.map((x) => {
    let sum = 0;
    for (const [index, middle] of middles.entries()) {
      const apart = (x - middle) / bandwidth;
      if (Math.abs(apart) < 8) sum += counted.counts[index]! * Math.exp(-0.5 * apart * apart);
    }
    return sum * factor;
  });
  return { at, density, bandwidth };
}

/** A group as its query gives it. */
export function toCounted(row: Datum): Counted {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(Number) : []);
  return {
    least: Number(row.least),
    greatest: Number(row.greatest),
    first: Number(row.first),
    third: Number(row.third),
    deviation: Number(row.deviation),
    count: Number(row.count),
    cells: list(row.cells),
    counts: list(row.counts),
  };
}
