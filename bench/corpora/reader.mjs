import { goto, openQuire } from '../page.mjs';
import { pickFile } from '../table.mjs';

/**
 * @typedef {{name: string, rows: number, columns: {name: string, type: string}[], receipt: any}} SourceInfo
 * @typedef {Omit<SourceInfo, 'rows'> & {rowCount: number, rows: unknown[][]}} Source a table that came of a file, with its first rows
 * @typedef {{code: string, message: string}} Refusal
 * @typedef {{sources?: Source[], refused?: Refusal, broken?: string, ms: number, blockedMs: number}} Outcome one of the first three;
 *   `blockedMs`: the longest time for which the page did not answer
 * @typedef {string | {name: string, mimeType: string, buffer: Buffer}} Picked a file on disk, or one that is made on the fly
 * @typedef {Awaited<ReturnType<typeof openReader>>} Reader
 */

const LIMIT_MS = 10_000;
/** What opening and closing a page may take; more means that it hangs. */
const PATIENCE_MS = 20_000;

/** Quire in a browser, to which files are given one after the other; a page that hangs or crashes is replaced by a new one. */
export async function openReader() {
  const quire = await openQuire();
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const dialogs = [];
  let page = await openPage();

  return {
    errors,
    dialogs,
    toForeign: quire.toForeign,

    /**
     * What comes of a file. Nothing of it is left in the page.
     * @param {Picked} file
     * @param {object} options of the import
     * @param {{rows?: number, limitMs?: number}} [settings] `rows`: how many of each table are wanted
     * @returns {Promise<Outcome>}
     */
    async read(file, options, { rows = 100_000, limitMs = LIMIT_MS } = {}) {
      const start = performance.now();
      let outcome = await within(limitMs, importPicked(page, file, { options, rows }));
      if (!outcome.broken) {
        const left = await within(PATIENCE_MS, removeAll(page));
        if (left?.broken) outcome = { ...outcome, broken: `afterwards: ${left.broken}` };
      }
      if (outcome.broken) await restart();
      return { blockedMs: 0, ms: performance.now() - start, ...outcome };
    },

    /** Whether the page still answers a query. */
    async isAlive() {
      const answer = await within(LIMIT_MS, selectOne(page));
      if (answer !== 1) await restart();
      return answer === 1;
    },

    /** Runs a function in the page. @type {<A, R>(work: (argument: A) => R, argument: A) => Promise<Awaited<R>>} */
    evaluate: (work, argument) => page.evaluate(/** @type {any} */ (work), argument),

    close: () => quire.close(),
  };

  async function openPage() {
    const page = await quire.context.newPage();
    page.on('pageerror', (error) => errors.push(`error in the page: ${error.message}`));
    page.on('dialog', async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    await goto(page, quire.url);
    return page;
  }

  async function restart() {
    await within(PATIENCE_MS, page.close());
    page = await openPage();
    await page.evaluate(() => window.quire.reset());
  }
}

/**
 * @param {number} limitMs
 * @param {Promise<any>} work
 */
async function within(limitMs, work) {
  const failed = work.catch((error) => ({ broken: String(error.message).split('\n')[0] }));
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(() => done({ broken: `no answer in ${limitMs / 1000} s` }), limitMs);
  });
  const first = await Promise.race([failed, late]);
  clearTimeout(timer);
  return first;
}

/**
 * @param {import('../page.mjs').Page} page
 * @param {Picked} file
 * @param {{options: object, rows: number}} settings
 */
async function importPicked(page, file, settings) {
  await pickFile(page, file);
  return page.evaluate(async ({ options, rows }) => {
    let last = performance.now();
    const start = last;
    let blockedMs = 0;
    const note = () => {
      const now = performance.now();
      blockedMs = Math.max(blockedMs, now - last);
      last = now;
    };
    const pulse = setInterval(note, 20);
    try {
      const sources = [];
      for (const source of await window.quire.import(window.picked, options)) {
        const limit = Math.min(rows, source.rows);
        const result =
          limit > 0 ? await window.quire.result(source.name, { offset: 0, limit }) : { rows: [] };
        sources.push({ ...source, rowCount: source.rows, rows: result.rows });
      }
      await window.probe.nextFrame();
      note();
      return { sources, blockedMs, ms: performance.now() - start };
    } catch (error) {
      note();
      const { name, code, message } = error;
      const ms = performance.now() - start;
      if (code === undefined || code === 'unexpected')
        return { broken: `${name}: ${message}`, blockedMs, ms };
      return { refused: { code, message }, blockedMs, ms };
    } finally {
      clearInterval(pulse);
      window.picked = undefined;
    }
  }, settings);
}

/** @param {import('../page.mjs').Page} page */
function removeAll(page) {
  return page.evaluate(async () => {
    for (const { name } of window.quire.sources()) await window.quire.removeSource(name);
  });
}

/** @param {import('../page.mjs').Page} page */
function selectOne(page) {
  return page.evaluate(async () => (await window.quire.query('SELECT 1')).rows[0]?.[0]);
}
