import { parseHTML } from 'linkedom';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureChromium, launchArgs } from '../../scripts/chromium.mjs';
import { render } from '../../src/charts/render/render';
import type { Datum } from '../../src/charts/spec/chart';
import { toData } from '../../src/charts/spec/compile';
import { drawChart } from '../../src/charts/spec/drawing';
import type { Fine } from '../../src/charts/spec/kinds/fine';
import type { Mark, Picture } from '../../src/charts/spec/picture';
import { charts } from '../../src/i18n/charts/charts.en';
import type { Drawn, Studio } from '../charts/harness';
import { createStudio } from '../charts/harness';

/** So many points of the page lie between the ends of the axis. */
const COLUMNS = 1000;
const ROWS = 30_000;

/** A walk, which goes by small steps, and noise, which leaps: 30 rows to a column of points. */
const walks = {
  walk: 'sum(((hash(range) % 1000) / 1000.0) - 0.5) OVER (ORDER BY range)',
  noise: '(hash(range) % 100000) / 1000.0 + 30 * sin(range / 9000.0)',
};

describe('a line that is thinned', () => {
  let studio: Studio;
  let browser: Browser;
  beforeAll(async () => {
    studio = await createStudio();
    browser = await chromium.launch({ executablePath: await ensureChromium(), args: launchArgs });
  });
  afterAll(() => browser.close());

  test.each(Object.entries(walks))(
    '%s is equal, point by point, to the line through every row',
    async (_, sql) => {
      const { thinned, all, unaligned, drawn } = await draw(sql);
      expect(drawn.rows.length).toBeLessThanOrEqual(4 * COLUMNS);
      expect(all.rows).toBe(ROWS);
      const { different, inked } = await compare(toSvg(thinned), toSvg(all.picture));
      expect(inked).toBeGreaterThan(3000);
      expect(different).toBe(0);
      // where every row stands where it truly does, and not in the middle of its column, hardly any is another
      const exact = await compare(toSvg(thinned), toSvg(unaligned));
      expect(exact.different / inked).toBeLessThan(0.05);
    },
  );

  async function draw(sql: string) {
    const table = `SELECT CAST(range AS INTEGER) AS t, CAST(${sql} AS DOUBLE) AS v FROM range(${ROWS})`;
    const spec = { mark: 'line', x: 't', y: { column: 'v', aggregate: 'none' }, zero: false };
    // asked for as many columns as there will be points between the ends
    const drawn = await studio.chart(spec, table, { width: COLUMNS });
    const { left, right } = drawn.picture.margins;
    const width = COLUMNS + left + right;
    const rows = toData(studio.query(`SELECT t, v FROM ${drawn.table} ORDER BY t`), ['x', 'y']);
    const toPicture = (some: readonly Datum[]) => toWide(drawn, some, width);
    const fine = drawn.made.told.fine as Fine;
    const exact = { ...drawn, made: { ...drawn.made, told: { fine: { ...fine, columns: 0 } } } };
    return {
      drawn,
      thinned: toPicture(drawn.rows),
      all: { rows: rows.length, picture: toPicture(rows) },
      unaligned: toCrisp(toWide(exact, rows, width)),
    };
  }

  /** In how many points of the page two pictures differ, and how many of the first are not empty. */
  async function compare(first: string, second: string): Promise<{ different: number; inked: number }> {
    const page = await browser.newPage();
    try {
      return await page.evaluate(
        async (svgs) => {
          const read = async (svg: string) => {
            const image = new Image();
            image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d')!;
            context.drawImage(image, 0, 0);
            return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
          };
          const [a, b] = [await read(svgs[0]!), await read(svgs[1]!)];
          let different = 0;
          let inked = 0;
          for (const [at, value] of a.entries()) {
            if (value !== b[at]) different += 1;
            if (value !== 0) inked += 1;
          }
          return { different: a.length === b.length ? different : a.length, inked };
        },
        [first, second],
      );
    } finally {
      await page.close();
    }
  }
});

function toWide({ made }: Drawn, rows: readonly Datum[], width: number): Picture {
  const columns = [
    { name: 't', type: 'INTEGER' },
    { name: 'v', type: 'DOUBLE' },
  ];
  const look = { tag: 'en-GB', width, dark: false, words: charts.picture };
  return drawChart({ chart: made.chart, made, rows, columns }, look);
}

function toCrisp(picture: Picture): Picture {
  const toMark = (mark: Mark): Mark => ({
    ...mark,
    options: { ...mark.options, ...(mark.mark === 'line' && { shapeRendering: 'crispEdges' }) },
  });
  return { ...picture, marks: picture.marks.map(toMark) };
}

/** The line alone: what is written differs, as of the one it says that it was thinned. */
function toSvg(picture: Picture): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { svg } = render(
    { ...picture, notes: [], marks: picture.marks.filter(({ mark }) => mark === 'line') },
    { document: document as unknown as Document, dark: false },
  );
  return svg.toString();
}
