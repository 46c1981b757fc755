import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { canOpen, findOpener, openBrowser } from '../scripts/openBrowser.mjs';

const address = 'http://localhost:4173/';

test('a browser is opened where there is a screen, unless somebody said not to', () => {
  const env = { DISPLAY: ':0' };
  expect(canOpen({ args: [], env, platform: 'linux' })).toBe(true);
  expect(canOpen({ args: [], env: { WAYLAND_DISPLAY: 'wayland-0' }, platform: 'linux' })).toBe(true);
  expect(canOpen({ args: [], env: {}, platform: 'linux' })).toBe(false);
  expect(canOpen({ args: [], env: {}, platform: 'darwin' })).toBe(true);
  expect(canOpen({ args: ['--no-open'], env, platform: 'linux' })).toBe(false);
  expect(canOpen({ args: [], env: { ...env, CI: '1' }, platform: 'win32' })).toBe(false);
});

test('each system has its own way to open an address', () => {
  expect(findOpener('linux', address)).toEqual(['xdg-open', address]);
  expect(findOpener('darwin', address)).toEqual(['open', address]);
  expect(findOpener('win32', address)).toEqual(['cmd', '/c', 'start', '', address]);
});

test.runIf(process.platform === 'linux')(
  'the system is told the address, and its lack of a browser is no error',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quire-open-'));
    const told = path.join(folder, 'told');
    const found = process.env.PATH;
    try {
      process.env.PATH = folder;
      openBrowser(address);
      writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > '${told}'\n`);
      chmodSync(path.join(folder, 'xdg-open'), 0o755);
      openBrowser(address);
      await vi.waitFor(
        () => expect(existsSync(told) && readFileSync(told, 'utf8')).toBe(`${address}\n`),
        20_000,
      );
    } finally {
      process.env.PATH = found;
      rmSync(folder, { recursive: true });
    }
  },
);
