import { expect, test } from 'vitest';
import { openPage } from './harness';
import { wait } from './person';

/** As long as any query goes without a bar, however fast or slow the machine. */
const NO_BAR_MS = 400;

test('a query shows how far it has come once it has taken a while, and not before', async () => {
  const { page } = await openPage();
  const run = async (name: string, sql: string) => {
    await page.evaluate(
      ([name, sql]) => {
        (window as unknown as Watching).begun[name] = performance.now();
        return window.quire.addCell({ kind: 'sql', name, sql });
      },
      [name, sql] as const,
    );
    await expect
      .poll(() => page.locator(`[data-cell=${name}]`).getAttribute('data-status'), wait)
      .toBe('done');
    return page.evaluate((cell) => (window as unknown as Watching).seen[cell] ?? [], name);
  };
  await page.evaluate(() => {
    const watching: Watching = { begun: {}, seen: {}, after: [], told: [] };
    const { begun, seen, after, told } = watching;
    Object.assign(window, watching);
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('.cell [role=progressbar]')) {
        const name = bar.closest<HTMLElement>('.cell')!.dataset.cell!;
        if (!seen[name]) after.push(performance.now() - begun[name]!);
        const shares = (seen[name] ??= []);
        const share = Number(bar.getAttribute('aria-valuenow'));
        if (shares.at(-1) !== share) shares.push(share);
        told.push(/\d+%/.exec(bar.closest('.cell')!.querySelector('.cell-meta')!.textContent!)?.[0] ?? '');
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  for (let n = 0; n < 5; n++) await run(`few${n}`, `select ${n} as n`);
  // on a machine for which it is short, one that is longer
  let shares: number[] = [];
  for (let rows = 2_000_000; shares.length < 3 && rows <= 32_000_000; rows *= 2) {
    await run(`numbers${rows}`, `select range as n, hash(range) as h from range(${rows})`);
    const figures = 'median(h), stddev(n), count(distinct h)';
    shares = await run(`long${rows}`, `select n % 400000 as g, ${figures} from numbers${rows} group by g`);
  }
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 100)).toBe(true);
  const { after, told } = await page.evaluate(() => {
    const { after, told } = window as unknown as Watching;
    return { after, told };
  });
  expect(after.filter((ms) => ms < NO_BAR_MS)).toEqual([]);
  // in words, too
  expect(new Set(told).size).toBeGreaterThan(2);
  await expect.poll(() => page.getByRole('progressbar').count(), wait).toBe(0);
});

/** What is kept in the page of the bars that came, by the name of the cell. */
interface Watching {
  begun: Record<string, number>;
  seen: Record<string, number[]>;
  /** How long each had taken when its bar came. */
  after: number[];
  told: string[];
}
