import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** What keeps Chromium from talking to anyone on its own account, so that every request seen is the page's. */
export const launchArgs = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * An engine's code is made fast while it runs, on every core, which is work for seconds in which most tests have come to their
 * end: it begins when the code has run sixteen times as long as elsewhere.
 */
export const tieringBudget = 16 * 13_000_000;

/** Those, and what makes pages cheap that do little. */
export const testArgs = [...launchArgs, `--js-flags=--wasm-tiering-budget=${tieringBudget}`];

/** @returns {string | undefined} */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`no browser at CHROMIUM_PATH: ${given}`);
  }
  return [...listPath(), ...listUsual()].find((file) => existsSync(file));
}

/**
 * The browser for the tests; where Debian's packages are at hand and there is none, it is installed.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  await installByApt();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'no Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again',
  );
}

async function installByApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'];
  if (!isRoot && (await runQuietly(['sudo', '-n', 'true'])) !== 0) return;
  console.log('Installing Chromium …');
  await runQuietly([...sudo, 'apt-get', 'update']);
  const packages = ['chromium', 'fonts-noto-cjk'];
  await runQuietly([...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages]);
}

/** @param {string[]} command */
async function runQuietly([program = '', ...args]) {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return await run(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  } catch {
    return 1;
  }
}

function listPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
}

function listUsual() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== 'win32') return [];
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const files = [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return folders.flatMap((folder) => (folder ? files.map((file) => path.join(folder, file)) : []));
}
