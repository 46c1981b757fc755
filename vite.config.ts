import { defineConfig } from 'vitest/config';
import solid from 'vite-plugin-solid';
import './scripts/node20.mjs';
import { tieringBudget } from './scripts/chromium.mjs';
import LongFirst from './scripts/longFirst.mjs';
import { monacoPlugin } from './scripts/monacoPlugin.mjs';
import { policyPlugin } from './scripts/policy.mjs';
import { samplesPlugin } from './scripts/samplesPlugin.mjs';

/** Of tests without a browser, in many of which a real engine is asked, on machines of any speed. */
const inNode = {
  environment: 'node',
  // left to itself it would leave one processor idle, which on two is half
  maxWorkers: '100%',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // an engine's code is made fast while it runs, which takes longer than most of what is asked of it here
  execArgv: [`--wasm-tiering-budget=${tieringBudget}`] as string[],
} as const;

export default defineConfig({
  base: './',
  plugins: [solid(), policyPlugin(), samplesPlugin(), monacoPlugin()],
  server: { port: 5173, strictPort: false },
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1200 },
  test: {
    environment: 'node',
    setupFiles: ['./scripts/node20.mjs'],
    expect: { requireAssertions: true },
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          ...inNode,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          // files leave nothing behind, so that they may share a process, and with it the engine that it has started
          isolate: false,
        },
      },
      {
        // Node drives a real Chromium, which opens dist/ as people get it.
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          // files of one process share a browser, and pages that were left as empty as new ones
          isolate: false,
          setupFiles: ['./test/browser/setup.ts'],
          // pages wait for their engines more than they work
          maxWorkers: 2,
          // nothing here may depend on how fast a machine is: what is waited for comes sooner or later, or not at all
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { requireAssertions: true, poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
