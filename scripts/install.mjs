import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNpm } from './run.mjs';

/**
 * Installs the packages of a folder when they are missing or are not those of package-lock.json.
 * @param {string} [folder]
 */
export async function ensurePackages(folder = root) {
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  if (wanted && isInstalled(wanted, readPackages(path.join(folder, 'node_modules/.package-lock.json'))))
    return;
  console.log(`Installing packages${folder === root ? '' : ` of ${path.relative(root, folder)}`} …`);
  const quiet = ['--no-audit', '--no-fund'];
  if (wanted) {
    if ((await runNpm(['ci', '--silent', ...quiet], { cwd: folder })) === 0) return;
    console.log('package-lock.json does not fit package.json here: npm install mends it …');
  }
  const code = await runNpm(['install', '--loglevel=error', ...quiet], { cwd: folder });
  if (code !== 0) throw new Error('npm could not install the packages: see above, then try again');
}

/** @typedef {Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>} Packages */

/**
 * npm notes what it installed once it has finished. Optional packages may be missing: most are for other systems.
 * @param {Packages} wanted
 * @param {Packages} [installed]
 */
function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    const found = installed[name];
    return name === '' || (found ? found.version === version : optional || devOptional);
  });
}

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
