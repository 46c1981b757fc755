/**
 * Whole numbers and what follows of them, drawn by the linear congruential generator of Numerical Recipes (1664525, 1013904223,
 * modulo 2^32, from 1), six a row, so that other programs can draw the same.
 */
export const drawn = toDrawn(300);

function toDrawn(rows: number) {
  let state = 1;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const columns = Array.from({ length: 4 }, () => new Float64Array(rows));
  const number = new Float64Array(rows);
  const two = new Int32Array(rows);
  const three = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    for (const [at, most] of [10, 50, 100, 200].entries()) columns[at]![row] = Math.floor(next() * most);
    const [a, b, c] = columns.map((column) => column[row]!) as [number, number, number];
    const exact = a * 3 + (b > 25 ? 20 : 0) - (c * a) / 25 + next() * 8;
    const value = Math.round(exact * 1000) / 1000;
    number[row] = value;
    two[row] = value + 10 * next() > 28 ? 1 : 0;
    three[row] = value > 30 ? 2 : value > 18 ? 1 : 0;
  }
  return {
    columns,
    number: { kind: 'number' as const, values: number },
    two: { kind: 'class' as const, codes: two, classes: 2 },
    three: { kind: 'class' as const, codes: three, classes: 3 },
  };
}
