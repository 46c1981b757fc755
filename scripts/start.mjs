import { dist, ensureBuild } from './build.mjs';
import { ensurePackages } from './install.mjs';
import { canOpen, openBrowser } from './openBrowser.mjs';
import { findFlag, runMain } from './run.mjs';
import { serve } from './serve.mjs';

await runMain(async () => {
  const wanted = findFlag('--port') ?? '4173';
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535) throw new Error(`invalid port: ${wanted}`);
  await ensurePackages();
  await ensureBuild();
  const server = await serve({ root: dist, port: Number(wanted) });
  // A browser keeps data by address, port included, so that another port looks like an empty Quire.
  if (server.port !== Number(wanted) && wanted !== '0') {
    console.log(`Port ${wanted} is taken. Workbooks kept at that address are not seen at this one.`);
  }
  console.log(`Quire is at ${server.url}`);
  if (canOpen()) openBrowser(server.url);
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, done);
  });
  await server.close();
});
