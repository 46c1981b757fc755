import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCompany } from './samples/company.mjs';
import { toCsv } from './samples/csv.mjs';
import { soil } from './samples/dirt.mjs';
import { COMPANY, FILES } from './samples/listing.mjs';
import { createRandom } from './samples/random.mjs';

const SEED = 'qingxiu 2025-10-01';

writeSamples(process.argv[2] ?? fileURLToPath(new URL('../samples', import.meta.url)));

/** Writes the sample files into a folder, and `index.json`, which lists them. */
function writeSamples(folder) {
  mkdirSync(folder, { recursive: true });
  const tables = createCompany(SEED);
  soil(createRandom(`${SEED} dirt`), tables);
  const files = FILES.map((file) => writeTable(folder, file, tables[file.table]));
  writeFileSync(
    join(folder, 'index.json'),
    `${JSON.stringify({ company: COMPANY, licence: 'CC0-1.0', files }, null, 2)}\n`,
  );
}

function writeTable(folder, { name, csv, title, description }, rows) {
  const bytes = Buffer.from(toCsv(Object.keys(rows[0]), rows, csv));
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}: ${rows.length} rows, ${bytes.length} bytes`);
  return { name, rows: rows.length, bytes: bytes.length, title, description };
}
