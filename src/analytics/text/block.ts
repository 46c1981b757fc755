import type { Sparse } from './sparse';

/** A full table of few columns, row by row. */
export interface Block {
  width: number;
  values: Float64Array;
}

export function toBlock(columns: readonly Float64Array[]): Block {
  const width = columns.length;
  const values = new Float64Array(width * columns[0]!.length);
  for (const [at, column] of columns.entries())
    for (let row = 0; row < column.length; row++) values[row * width + at] = column[row]!;
  return { width, values };
}

export function toColumns({ width, values }: Block): Float64Array[] {
  return Array.from({ length: width }, (_, at) => {
    const column = new Float64Array(values.length / width);
    for (let row = 0; row < column.length; row++) column[row] = values[row * width + at]!;
    return column;
  });
}

/** Four columns at a time, whose sums stay in registers. */
export function multiply({ rows, starts, places, values }: Sparse, block: Block): Block {
  const { width, values: factors } = block;
  const products = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const [begin, end, to] = [starts[row]!, starts[row + 1]!, row * width];
    let part = 0;
    for (; part + 4 <= width; part += 4) {
      let [one, two, three, four] = [0, 0, 0, 0];
      for (let at = begin; at < end; at++) {
        const from = places[at]! * width + part;
        const value = values[at]!;
        one += value * factors[from]!;
        two += value * factors[from + 1]!;
        three += value * factors[from + 2]!;
        four += value * factors[from + 3]!;
      }
      products[to + part] = one;
      products[to + part + 1] = two;
      products[to + part + 2] = three;
      products[to + part + 3] = four;
    }
    for (; part < width; part++) {
      let sum = 0;
      for (let at = begin; at < end; at++) sum += values[at]! * factors[places[at]! * width + part]!;
      products[to + part] = sum;
    }
  }
  return { width, values: products };
}

/** The same with the table turned on its side. */
export function multiplyTurned({ rows, columns, starts, places, values }: Sparse, block: Block): Block {
  const { width, values: factors } = block;
  const products = new Float64Array(columns * width);
  for (let row = 0; row < rows; row++) {
    const [begin, end, from] = [starts[row]!, starts[row + 1]!, row * width];
    let part = 0;
    for (; part + 4 <= width; part += 4) {
      const one = factors[from + part]!;
      const two = factors[from + part + 1]!;
      const three = factors[from + part + 2]!;
      const four = factors[from + part + 3]!;
      for (let at = begin; at < end; at++) {
        const to = places[at]! * width + part;
        const value = values[at]!;
        products[to]! += value * one;
        products[to + 1]! += value * two;
        products[to + 2]! += value * three;
        products[to + 3]! += value * four;
      }
    }
    for (; part < width; part++) {
      const factor = factors[from + part]!;
      for (let at = begin; at < end; at++) products[places[at]! * width + part]! += values[at]! * factor;
    }
  }
  return { width, values: products };
}

/** The products of every two of its columns. */
export function toGram({ width, values }: Block): Float64Array {
  const gram = new Float64Array(width * width);
  for (let from = 0; from < values.length; from += width) {
    for (let one = 0; one < width; one++) {
      const value = values[from + one]!;
      for (let other = one; other < width; other++)
        gram[one * width + other]! += value * values[from + other]!;
    }
  }
  for (let one = 0; one < width; one++)
    for (let other = 0; other < one; other++) gram[one * width + other] = gram[other * width + one]!;
  return gram;
}
