import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { doors, findViolation, order } from '../scripts/boundaries.mjs';

describe('who may import whom', () => {
  test.each([
    ['src/table/column.ts', '../lib/problem'],
    ['src/sql/columns.ts', '../table/column'],
    ['src/steps/shape/filter.ts', '../../sql/quote'],
    ['src/steps/shape/filter.ts', './sort'],
    ['src/engine/client.ts', '../../workers/data.ts?worker&url'],
    ['src/engine/duckdb.ts', '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'],
    ['src/charts/render.ts', './spec'],
    ['src/run/run.ts', '../cells/sql/compile'],
    ['src/cells/sql/View.tsx', './compile'],
    ['src/app/Shell.tsx', '../i18n/i18n'],
    ['src/main.tsx', './app/Shell'],
    ['workers/data.ts', '../src/engine/duckdb'],
    ['workers/data.ts', 'comlink'],
    ['test/lib/problem.test.ts', '../../src/app/Shell'],
  ])('%s may import %s', (file, specifier) => {
    expect(findViolation(file, specifier)).toBeUndefined();
  });

  test.each([
    ['src/lib/chunks.ts', '../table/column', 'table comes after lib: lib may not import it'],
    ['src/table/column.ts', '../sql/quote', 'sql comes after table: table may not import it'],
    [
      'src/workbook/graph.ts',
      '../steps/catalog',
      'workbook and steps stand side by side: neither may import the other',
    ],
    ['src/charts/spec/bar.ts', '../render', 'charts comes after charts/spec: charts/spec may not import it'],
    [
      'src/cells/sql/compile.ts',
      './View',
      'cells comes after cells/*/compile: cells/*/compile may not import it',
    ],
    ['src/app/Shell.tsx', '../main', 'main comes after app: app may not import it'],
    [
      'src/run/run.ts',
      '../i18n/i18n',
      'i18n may be imported by ui, grid, cells, templates, app, export, main only, not by run',
    ],
    ['src/lib/chunks.ts', 'solid-js/store', 'lib is pure: it may not import solid-js/store'],
    [
      'src/run/run.ts',
      '@duckdb/duckdb-wasm',
      '@duckdb/duckdb-wasm has one door: only src/engine/duckdb.ts may import it',
    ],
    ['src/ui/Dialog.tsx', 'idb', 'idb has one door: only src/storage may import it'],
    [
      'workers/data.ts',
      '../src/app/Shell',
      'workers/ may import engine, import, export only, not src/app/Shell',
    ],
    ['src/lib/chunks.ts', '../../test/data', 'src/ may not import what is outside it: test/data'],
    [
      'src/helpers/text.ts',
      '../lib/problem',
      'src/helpers/text.ts has no place in the order: give its folder one in scripts/boundaries.mjs',
    ],
  ])('%s may not import %s', (file, specifier, message) => {
    expect(findViolation(file, specifier)).toBe(message);
  });

  test('a folder may import its own files, and stands once in the order', () => {
    expect(new Set(order.flat()).size).toBe(order.flat().length);
    expect(findViolation('src/grid/Grid.tsx', './scroll')).toBeUndefined();
  });

  test('a package whose name starts like that of a door is another package', () => {
    expect(Object.keys(doors)).toContain('idb');
    expect(findViolation('src/ui/Dialog.tsx', 'idb-keyval')).toBeUndefined();
  });

  test('the linter fails on an import that goes back, however it is written', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quire-lint-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of ['.oxlintrc.json', 'scripts/boundaries.mjs']) cpSync(name, path.join(folder, name));
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
    mkdirSync(path.join(folder, 'src/lib'), { recursive: true });
    const lines = [
      "import { t } from '../i18n/i18n';",
      "import type { Engine } from '../engine/engine';",
      "export { quoteName } from '../sql/quote';",
      "export * from '../table/column';",
      "export const load = (engine: Engine) => import('../app/Shell').then(() => t(engine.name));",
    ];
    writeFileSync(path.join(folder, 'src/lib/back.ts'), lines.join('\n'));

    const oxlint = path.resolve('node_modules/oxlint/bin/oxlint');
    const { status, stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found = stdout.split('\n').filter((line) => line.includes('quire(boundaries)'));
    expect(found.map((line) => Number(line.split(':')[1])).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(status).toBe(1);
  });
});
