import { goto, rest } from './page.mjs';

export const NAME = 't';
/** Between opening the page and dropping the file: a person has to find it first. */
const PAUSE_MS = 3000;

/**
 * Puts the CSV before the page as a file that a person picked, which stays on disk until it is read.
 * @param {import('./page.mjs').Page} page
 * @param {string} file
 */
export async function pickFile(page, file) {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'bench-file';
    document.body.append(input);
  });
  await page.setInputFiles('#bench-file', file);
  await page.evaluate(() => {
    const input = document.querySelector('#bench-file');
    window.picked = input.files[0];
    input.remove();
  });
}

/**
 * Imports the picked file, and says when its rows were kept and when they were on screen, too.
 * @param {import('./page.mjs').Page} page
 * @param {{mayRefuse?: boolean}} [options] `mayRefuse`: a file that Quire does not read is no error
 */
export function importPicked(page, { mayRefuse = false } = {}) {
  return page.evaluate(
    async ({ name, mayRefuse }) => {
      try {
        const start = performance.now();
        const [source] = await window.quire.import(window.picked, { name });
        const keptMs = performance.now() - start;
        const shownMs = (await window.probe.whenRows()) - start;
        return { keptMs, shownMs, rows: source.rows, columns: source.columns, receipt: source.receipt };
      } catch (error) {
        if (!mayRefuse || error.code === undefined) throw error;
        return { refused: error.message };
      }
    },
    { name: NAME, mayRefuse },
  );
}

/**
 * A page that has just been opened, with nothing stored, and with a file that a person picked.
 * @param {import('./page.mjs').Page} page
 * @param {{url: string, file: string}} options
 */
export async function openAnew(page, { url, file }) {
  await removeTables(page, url);
  await goto(page, url);
  await pickFile(page, file);
  await rest(PAUSE_MS);
}

/**
 * A page with the table open in it.
 * @param {import('./run.mjs').Bench} bench
 */
export async function openTable({ quire, page, data }) {
  await goto(page, quire.url);
  const isThere = await page.evaluate(
    ({ name, rows }) => window.quire.sources().some((source) => source.name === name && source.rows === rows),
    { name: NAME, rows: data.rows },
  );
  if (isThere) return;
  // one of that name that another benchmark left would keep its name
  await removeTables(page, quire.url);
  await goto(page, quire.url);
  await pickFile(page, data.file);
  await importPicked(page);
}

/**
 * Leaves nothing stored.
 * @param {import('./page.mjs').Page} page
 * @param {string} url
 */
export async function removeTables(page, url) {
  await goto(page, url);
  if (await page.evaluate(() => window.quire.sources().length === 0)) return;
  // A table that the grid is reading cannot be let go of; a tab that has shown none shows none now.
  await page.evaluate(() => sessionStorage.getItem('open') !== null && window.probe.whenRows());
  await rest();
  await page.evaluate(() => window.quire.reset());
}
