import { spawn } from 'node:child_process';

/**
 * Opens an address in the browser that the device opens addresses in.
 * @param {string} url
 */
export function openBrowser(url) {
  const [program, ...args] = findOpener(process.platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // The address is printed already: whoever has no browser here opens it elsewhere.
  child.on('error', () => {});
  child.unref();
}

/** Whether there is somebody in front of a screen who wants one. */
export function canOpen({ args = process.argv, env = process.env, platform = process.platform } = {}) {
  if (args.includes('--no-open') || env.CI) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} url
 * @returns {[program: string, ...args: string[]]}
 */
export function findOpener(platform, url) {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return ['xdg-open', url];
}
