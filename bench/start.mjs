import { clearCaches, goto, rest } from './page.mjs';
import { toTimeRow } from './report.mjs';

/** From the start of the navigation to a page that is painted, can be used, and has its engine; nothing is stored. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, quire, repeats } = bench;
  const cold = [];
  const warm = [];
  for (let round = 0; round < repeats; round++) {
    await bench.quiet();
    await clearCaches(page);
    cold.push(await visit());
    await visit();
    warm.push(await visit());
  }

  const toRows = (/** @type {string} */ visit, /** @type {typeof cold} */ starts) => [
    toTimeRow(
      `shell painted, ${visit}`,
      starts.map((start) => start.paintedAt),
    ),
    toTimeRow(
      `shell usable (\`window.quire\` is there), ${visit}`,
      starts.map((start) => start.quireAt),
    ),
    toTimeRow(
      `engine ready (\`quire.ready\`), ${visit}`,
      starts.map((start) => start.readyAt),
    ),
  ];
  return {
    rows: [...toRows('first visit', cold), ...toRows('later visit', warm)],
    notes: [
      `Start: from the start of the navigation, served from this machine, nothing stored. Painted is \`first-contentful-paint\`.
First visit: the caches were emptied; later visit: the second one after that.`,
    ],
  };

  async function visit() {
    await rest();
    await goto(page, quire.emptyUrl);
    return page.evaluate(() => ({
      paintedAt: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      quireAt: window.probe.quireAt,
      readyAt: window.probe.readyAt,
    }));
  }
}
