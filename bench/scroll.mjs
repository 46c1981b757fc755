import { findDifference } from './compare.mjs';
import { goto, rest } from './page.mjs';
import { formatMs, formatQuantiles, toTable } from './report.mjs';
import { NAME, openTable } from './table.mjs';
import { traceTasks } from './trace.mjs';

const SEED = 7;

/** Scrolls the grid over the whole table, and counts the long tasks on the page's own thread meanwhile. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, quire } = bench;
  await openTable(bench);
  await goto(page, quire.url);
  await page.evaluate(() => window.probe.whenRows());
  await rest(2000);

  const ways = [];
  for (const { title, move } of [
    { title: 'wheel, 200 × 400 px', move: turnWheel },
    { title: 'thumb dragged down and up, 10 s', move: dragThumb },
    { title: 'thumb to 60 random places', move: jump },
  ]) {
    await bench.quiet();
    const stopTrace = await traceTasks(page);
    const recording = await page.evaluateHandle(() => ({ stop: window.probe.record() }));
    const waits = await move(page);
    const { frames, longTasks } = await recording.evaluate(({ stop }) => stop());
    const longestCpu = await stopTrace();
    ways.push({ title, frames, longTasks, longestCpu, waits });
    bench.log(`${title}: ${longTasks.length} long tasks, frames ${formatQuantiles(frames)}`);
    await rest();
  }
  await checkShown(bench);

  const longTasks = ways.flatMap((way) => way.longTasks);
  const waits = ways.flatMap((way) => way.waits ?? []);
  return {
    rows: [
      {
        what: 'long tasks (> 50 ms) while scrolling over the whole table',
        ours: String(longTasks.length),
        goal: '0',
        isMet: longTasks.length === 0,
      },
    ],
    notes: [
      `Scrolling: wheel events by the browser’s input; the thumb by setting \`scrollTop\` in each frame, as dragging does. A task is
long by the clock, so it may be one that waited for a core; beside it stands the most processor time that any task took. Once
there, rows at a random place were on screen after ${formatQuantiles(waits)}.`,
      toTable(
        [
          'way',
          'long tasks',
          'longest by the clock',
          'most processor time of a task',
          'frames',
          'time between frames',
        ],
        ways.map(({ title, frames, longTasks, longestCpu }) => [
          title,
          String(longTasks.length),
          longTasks.length > 0 ? formatMs(Math.max(...longTasks.map(({ duration }) => duration))) : '',
          formatMs(longestCpu),
          String(frames.length),
          formatQuantiles(frames),
        ]),
      ),
    ],
  };
}

/** @param {import('./page.mjs').Page} page */
async function turnWheel(page) {
  const box = await page.getByRole('grid').boundingBox();
  if (!box) throw new Error('no grid to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < 200; turn++) {
    await page.mouse.wheel(0, turn < 150 ? 400 : -400);
    await rest(16);
  }
}

/** @param {import('./page.mjs').Page} page */
async function dragThumb(page) {
  await page.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]');
    const most = grid.scrollHeight - grid.clientHeight;
    const start = performance.now();
    for (let share = 0; share < 1; share = (performance.now() - start) / 10_000) {
      grid.scrollTop = most * (1 - Math.abs(1 - 2 * share));
      await window.probe.nextFrame();
    }
  });
}

/** @param {import('./page.mjs').Page} page @returns {Promise<number[]>} how long each place took to show its rows */
function jump(page) {
  return page.evaluate(async (seed) => {
    const grid = document.querySelector('[role="grid"]');
    const most = grid.scrollHeight - grid.clientHeight;
    const waits = [];
    let place = seed;
    for (let turn = 0; turn < 60; turn++) {
      place = (place * 16807) % 2147483647;
      const start = performance.now();
      grid.scrollTop = (most * place) / 2147483647;
      // The grid says that it is busy in the frame after the event.
      await window.probe.nextFrame();
      await window.probe.nextFrame();
      while (grid.ariaBusy === 'true') await window.probe.nextFrame();
      waits.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 50));
    }
    return waits;
  }, SEED);
}

/** The rows on screen at the end are those of the table. @param {import('./run.mjs').Bench} bench */
async function checkShown(bench) {
  const shown = await bench.page.evaluate(async (name) => {
    const row = [...document.querySelectorAll('[role="row"][aria-rowindex]:not([hidden])')].find(
      (element) => element.ariaRowIndex !== '1',
    );
    const offset = Number(row.ariaRowIndex) - 2;
    const { rows } = await window.quire.result(name, { offset, limit: 1 });
    const texts = [2, 3, 4].map((column) => row.querySelector(`[aria-colindex="${column}"]`).textContent);
    return { offset, texts, expected: rows[0].slice(0, 3) };
  }, NAME);
  bench.check(`row ${shown.offset} on screen`, findDifference([shown.texts], [shown.expected]));
}
