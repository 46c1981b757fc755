import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

/** Makes the files of `test/data/import` that no editor can write: `node scripts/fixtures.mjs`. */

const folder = path.resolve('test/data/import');
for (const name of ['encodings', 'workbooks', 'typed', 'archives']) {
  const { module } = await runnerImport(path.resolve(`test/fixtures/${name}.ts`));
  for (const [file, make] of Object.entries(module[name])) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), await make());
  }
}
