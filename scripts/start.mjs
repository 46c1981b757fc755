import { spawn } from 'node:child_process';
import { dist, ensureBuild } from './build.mjs';
import { ensurePackages } from './install.mjs';
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

function canOpen() {
  if (process.argv.includes('--no-open') || process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} url */
function openBrowser(url) {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // The address is printed already: whoever has no browser here opens it elsewhere.
  child.on('error', () => {});
  child.unref();
}
