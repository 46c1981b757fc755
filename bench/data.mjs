import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

export const folder = path.join(import.meta.dirname, 'data');

const GROUPS = 100;
const SEED = 42;

/**
 * The table of H2O's group-by benchmark (db-benchmark, G1 with 100 groups) as a CSV file, made once for each size.
 * @param {number} rows
 */
export async function ensureData(rows) {
  const file = path.join(folder, `h2o-${rows}.csv`);
  if (!existsSync(file)) {
    console.log(`Making ${rows.toLocaleString('en')} rows …`);
    mkdirSync(folder, { recursive: true });
    await writeData(`${file}.part`, rows);
    renameSync(`${file}.part`, file);
  }
  return { file, rows, bytes: statSync(file).size };
}

/** Reads the file once, so that nobody is measured on a cold disk. @param {string} file */
export async function warmFile(file) {
  for await (const _ of createReadStream(file, { highWaterMark: 1 << 20 }));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). @param {number} seed */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {string} file @param {number} rows */
async function writeData(file, rows) {
  const random = createRandom(SEED);
  const pick = (/** @type {number} */ most) => 1 + Math.floor(random() * most);
  const text = (/** @type {number} */ most, /** @type {number} */ digits) =>
    `id${String(pick(most)).padStart(digits, '0')}`;
  const few = GROUPS;
  const many = Math.max(1, rows / GROUPS);
  const out = createWriteStream(file);
  let lines = 'id1,id2,id3,id4,id5,id6,v1,v2,v3\n';
  for (let row = 0; row < rows; row++) {
    const ids = [text(few, 3), text(few, 3), text(many, 10), pick(few), pick(few), pick(many)];
    lines += `${ids},${pick(5)},${pick(15)},${(random() * 100).toFixed(6)}\n`;
    if (lines.length < 1 << 20) continue;
    if (!out.write(lines)) await once(out, 'drain');
    lines = '';
  }
  out.end(lines);
  await once(out, 'finish');
}
