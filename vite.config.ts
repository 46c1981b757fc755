import { defineConfig } from 'vitest/config';
import solid from 'vite-plugin-solid';
import './scripts/node20.mjs';
import { monacoPlugin } from './scripts/monacoPlugin.mjs';
import { policyPlugin } from './scripts/policy.mjs';
import { samplesPlugin } from './scripts/samplesPlugin.mjs';

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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
        },
      },
      {
        // Node drives a real Chromium, which opens dist/ as people get it.
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          // pages wait for their engines more than they work
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
