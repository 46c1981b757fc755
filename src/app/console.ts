import type { Column, Value } from '../table/column';
import { toPlain } from '../table/value';
import type { ImportOptions } from '../import/options';
import type { Receipt } from '../import/receipt';
import type { Drift } from '../run/drift';
import type { SourceRecord } from '../storage/catalog';
import type { App } from './context';
import type { ExportSettings } from './exporting/exportByName';
import type { WorkbookApi } from './workbook/console';
import { createWorkbookConsole } from './workbook/console';

/** `window.quire`: for people who automate, and for tests. Documented in the README, kept stable. */
export interface QuireApi extends WorkbookApi {
  ready: Promise<void>;
  import(file: File, options?: ImportOptions): Promise<SourceInfo[]>;
  query(sql: string, options?: { maxRows?: number }): Promise<ResultRows>;
  sources(): SourceInfo[];
  removeSource(name: string): Promise<void>;
  replaceSource(name: string, file: File): Promise<{ source: SourceInfo; drift: Drift }>;
  result(name: string, range?: { offset?: number; limit?: number }): Promise<ResultRows>;
  /** A table as a file, or several in one: `'csv'`, `'parquet'` …; the README names the options. */
  export(name: string | readonly string[], format: string, options?: ExportSettings): Promise<Blob>;
  cancel(): Promise<void>;
  reset(): Promise<void>;
}

export interface SourceInfo {
  name: string;
  rows: number;
  columns: Column[];
  receipt: Receipt;
}

export interface ResultRows {
  columns: Column[];
  /** One array a row, in the order of the columns. */
  rows: Value[][];
  rowCount: number;
}

declare global {
  interface Window {
    quire: QuireApi;
  }
}

export function createConsole(app: App, ready: Promise<void>): QuireApi {
  const { engine, sources, view } = app;

  function find(name: string): SourceRecord {
    const source = sources.state.sources.find((other) => other.name === name);
    if (!source) throw new Error(`no source named: ${name}`);
    return source;
  }

  return {
    ready,

    async import(file, options) {
      // a text with nothing in it has no tables; a person is told that they chose the wrong file
      if (file.size === 0 && /\.(csv|tsv|tab|txt)$/i.test(file.name)) return [];
      const imported = await sources.importFile(file, options);
      view.show(imported[0]!.id);
      return imported.map(toInfo);
    },

    async query(sql, options) {
      await Promise.all(sources.state.sources.map(({ id }) => sources.whenAttached(id)));
      const { columns, values, rowCount } = await engine.query(sql, options);
      return { columns, rows: toRows(columns, values), rowCount };
    },

    sources: () => sources.state.sources.map(toInfo),

    removeSource: (name) => sources.remove(find(name).id),

    async replaceSource(name, file) {
      const { source, drift } = await app.replaceNow(find(name), file);
      return { source: toInfo(source), drift };
    },

    ...createWorkbookConsole(app),

    async result(name, { offset = 0, limit = 1000 } = {}) {
      const result = app.workbooks()?.findTable(name)?.state.result;
      if (result) {
        const read = await engine.read(result.id, 'rows', offset, offset + limit);
        return {
          columns: structuredClone(result.columns),
          rows: toRows(result.columns, read),
          rowCount: result.rowCount,
        };
      }
      const { id, columns, receipt } = find(name);
      await sources.whenAttached(id);
      const values = await engine.read(id, 'rows', offset, offset + limit);
      return {
        columns: structuredClone(toInfo(find(name)).columns),
        rows: toRows(columns, values),
        rowCount: receipt.loaded,
      };
    },

    async export(name, format, options) {
      const { exportByName } = await import('./exporting/exportByName');
      return exportByName(app, name, format, options);
    },

    async cancel() {
      for (const { id } of sources.state.tasks) sources.stopImport(id);
      app.workbooks()?.stopAll();
      await engine.cancelAll();
    },

    async reset() {
      view.show(undefined);
      await sources.erase();
    },
  };
}

function toInfo({ name, columns, receipt }: SourceRecord): SourceInfo {
  return JSON.parse(JSON.stringify({ name, rows: receipt.loaded, columns, receipt })) as SourceInfo;
}

function toRows(columns: readonly Column[], values: Value[][]): Value[][] {
  const count = values[0]?.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    values.map((column, index) => toPlain(column[row] ?? null, columns[index]!.type)),
  );
}
