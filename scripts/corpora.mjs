import path from 'node:path';
import { ensurePackages } from './install.mjs';
import { root, run, runMain } from './run.mjs';

await runMain(async () => {
  await ensurePackages();
  return run(process.execPath, [path.join(root, 'bench/corpora/run.mjs'), ...process.argv.slice(2)]);
});
