import { expect, test } from 'vitest';
import type { Fine } from '../../src/charts/spec/kinds/fine';
import { createStudio } from './harness';

/** `test/browser/thinned.test.ts` compares what Chromium draws of 30,000 rows; here as many are drawn as nobody would wait for there. */
const ROWS = 5_000_000;
const COLUMNS = 1000;
const HEIGHT = 400;

const walks = {
  'a walk': 'sum(((hash(range) % 1000) / 1000.0) - 0.5) OVER (ORDER BY range)',
  noise: '(hash(range) % 100000) / 1000.0 + 30 * sin(range / 900000.0)',
};

test.each(Object.entries(walks))(
  '%s of 5 million rows, thinned, has the same points of the page black',
  async (_, sql) => {
    const studio = await createStudio();
    const table = `SELECT CAST(range AS INTEGER) AS t, CAST(${sql} AS FLOAT)::DOUBLE AS v FROM range(${ROWS})`;
    const spec = { mark: 'line', x: 't', y: { column: 'v', aggregate: 'none' }, zero: false };
    const drawn = await studio.chart(spec, table, { width: COLUMNS });
    const fine = drawn.made.told.fine as Fine;
    expect(fine).toMatchObject({ rows: ROWS, columns: COLUMNS });
    expect(drawn.rows.length).toBeLessThanOrEqual(4 * COLUMNS);
    const [times, values] = studio.query(`SELECT t, v FROM ${drawn.table} ORDER BY t`).values as [
      number[],
      number[],
    ];
    expect(times.length).toBe(ROWS);
    const [least, greatest] = studio.rows(`SELECT min(v), max(v) FROM ${drawn.table}`)[0] as [number, number];
    const paint = (count: number, at: (row: number) => [x: number, y: number]) =>
      toBitmap(count, (row) => {
        const [x, y] = at(row);
        const column = Math.floor(((x - fine.from) / (fine.to - fine.from)) * COLUMNS);
        return [
          Math.min(COLUMNS - 1, column),
          Math.round(((greatest - y) / (greatest - least)) * (HEIGHT - 1)),
        ];
      });
    const thinned = paint(drawn.rows.length, (row) => [
      Number(drawn.rows[row]!.x),
      Number(drawn.rows[row]!.y),
    ]);
    const all = paint(ROWS, (row) => [times[row]!, values[row]!]);
    expect(thinned.inked).toBeGreaterThan(COLUMNS);
    expect(all.inked).toBe(thinned.inked);
    expect(Buffer.compare(all.bitmap, thinned.bitmap)).toBe(0);
    // a picture that lacks one column of rows is another
    const poorer = paint(drawn.rows.length - 4, (row) => [
      Number(drawn.rows[row]!.x),
      Number(drawn.rows[row]!.y),
    ]);
    expect(Buffer.compare(all.bitmap, poorer.bitmap)).not.toBe(0);
  },
);

/** Draws a line point by point, each stretch by the points that lie nearest to it (Bresenham). */
function toBitmap(count: number, at: (row: number) => [x: number, y: number]) {
  const bitmap = new Uint8Array(COLUMNS * HEIGHT);
  let [x, y] = at(0);
  for (let row = 1; row < count; row++) {
    const [nextX, nextY] = at(row);
    const [dx, dy] = [Math.abs(nextX - x), -Math.abs(nextY - y)];
    const [stepX, stepY] = [Math.sign(nextX - x), Math.sign(nextY - y)];
    let error = dx + dy;
    bitmap[y * COLUMNS + x] = 1;
    while (x !== nextX || y !== nextY) {
      const twice = 2 * error;
      if (twice >= dy) {
        error += dy;
        x += stepX;
      }
      if (twice <= dx) {
        error += dx;
        y += stepY;
      }
      bitmap[y * COLUMNS + x] = 1;
    }
  }
  return { bitmap, inked: bitmap.reduce((sum, point) => sum + point, 0) };
}
