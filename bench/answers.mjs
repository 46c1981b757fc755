import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

// Native DuckDB answers what tests hold Quire's templates to: a file of SQL by hand, its answer frozen beside it.
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const folder = path.join('test', 'data', 'templates');
const connection = await (await DuckDBInstance.create()).connect();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
  const reader = await connection.runAndReadAll(readFileSync(path.join(folder, file), 'utf8'));
  const answer = JSON.parse(String(reader.getRows()[0][0]));
  writeFileSync(path.join(folder, file.replace(/sql$/, 'json')), `${JSON.stringify(answer, null, 2)}\n`);
  console.log(file, answer);
}
