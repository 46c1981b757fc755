import path from 'node:path';
import { runnerImport } from 'vite';
import { goto } from './page.mjs';
import { formatSpread, toTimeRow } from './report.mjs';

const CUSTOMERS = 200_000;
const GOALS = { near: 60_000, f1: 0.9, key: 1000, distance: 20_000 };

const step = { step: 'near', name: 'name', phone: 'phone', email: 'email', address: 'address' };

const syllables = 'ba be bo ka ke ko la le lo ma me mi na ne ni ra re ro sa se shi ta te to va ve za'.split(
  ' ',
);

/** Rows that mean the same person, and spellings that mean the same thing: in seeded sets whose answers are known. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { quire, page, repeats } = bench;
  await goto(page, quire.url);
  const near = await page.evaluate(findNear, { csv: await writeCustomers(), step, repeats });
  const f1 = (2 * near.right) / (near.found + near.known);
  bench.log(`near duplicates: ${formatSpread(near.times)}, F1 ${f1.toFixed(3)}`);
  bench.check('rows of near duplicates', near.rows === CUSTOMERS ? undefined : `${near.rows} rows`);

  await page.goto('about:blank');
  await bench.quiet();
  const spellings = await timeSpellings(repeats);
  return {
    rows: [
      toTimeRow('near duplicates over 200,000 customers, by name, phone, e-mail and address', near.times, {
        goal: GOALS.near,
      }),
      {
        what: 'F1 of the pairs found, seeded set',
        ours: f1.toFixed(3),
        goal: `≥ ${GOALS.f1}`,
        isMet: f1 >= GOALS.f1,
      },
      toTimeRow('merge spellings, 200,000 distinct, by words', spellings.words, { goal: GOALS.key }),
      toTimeRow('merge spellings, 200,000 distinct, by letters that differ', spellings.distance, {
        goal: GOALS.distance,
      }),
      toTimeRow('merge spellings, 200,000 distinct Chinese names, by sound', spellings.sound),
    ],
    notes: [
      `Alike: near duplicates by \`quire.run(cell)\`; precision ${(near.right / near.found).toFixed(3)}, recall ${(near.right / near.known).toFixed(3)} of
${near.known} pairs. Spellings: the same code as in the page, in Node without the pauses that keep a page alive.`,
    ],
  };
}

async function writeCustomers() {
  const file = path.resolve('test/steps/clean/near/customers.ts');
  const { module } = await runnerImport(file);
  const columns = ['person', 'name', 'phone', 'email', 'address'];
  const rows = module.createCustomers(CUSTOMERS).slice(0, CUSTOMERS);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].join('\n');
}

/** Runs in the page. @param {{csv: string, step: object, repeats: number}} options */
async function findNear({ csv, step, repeats }) {
  await window.quire.import(new File([csv], 'customers.csv'), { name: 'bench_customers', types: 'text' });
  const times = [];
  const spec = { kind: 'steps', name: 'bench_near', from: 'bench_customers', steps: [step] };
  let counts = [];
  for (let n = 0; n < repeats; n++) {
    const id = await window.quire.addCell(spec);
    const start = performance.now();
    const [report] = await window.quire.run(id);
    if (report.status !== 'ok') throw new Error(JSON.stringify(report));
    times.push(performance.now() - start);
    const toPairs = (keys, where) =>
      `(SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM bench_near WHERE ${where} GROUP BY ${keys}))`;
    const isFound = 'same_group IS NOT NULL';
    const query = `SELECT (SELECT count(*) FROM bench_near), ${toPairs('same_group', isFound)}, ${toPairs('person', 'true')}, ${toPairs('same_group, person', isFound)}`;
    counts = (await window.quire.query(query)).rows[0].map(Number);
    await window.quire.removeCell(id);
  }
  await window.quire.removeSource('bench_customers');
  const [rows, found, known, right] = counts;
  return { times, rows, found, known, right };
}

/** @param {number} repeats */
async function timeSpellings(repeats) {
  const load = async (/** @type {string} */ name) =>
    (await runnerImport(path.resolve(`src/steps/clean/spellings/${name}.ts`))).module;
  const [keys, distance, sound] = await Promise.all(['keys', 'distance', 'sound'].map(load));
  const random = createRandom();
  const draw = (/** @type {readonly string[]} */ from, /** @type {number} */ length) =>
    Array.from({ length }, () => from[random(from.length)]).join('');
  const latin = toSpellings(
    () => `${draw(syllables, 3)} ${draw(syllables, 4)} ${['ltd', 'company', 'gmbh'][random(3)]}`,
  );
  const han = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at * 6));
  const chinese = toSpellings(() => draw(han, 3));
  const time = (/** @type {() => Generator} */ work) =>
    Array.from({ length: repeats }, () => {
      const start = performance.now();
      for (const running = work(); !running.next().done;);
      return performance.now() - start;
    });
  return {
    words: time(() => keys.findByKey(latin, keys.toFingerprint)),
    distance: time(() => distance.findByDistance(latin)),
    sound: time(() => keys.findByKey(chinese, sound.toSound)),
  };
}

/** @param {() => string} draw */
function toSpellings(draw) {
  const values = new Set();
  while (values.size < CUSTOMERS) values.add(draw());
  return [...values].map((value) => ({ value, count: 1 }));
}

function createRandom() {
  let state = 7;
  return (/** @type {number} */ below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
