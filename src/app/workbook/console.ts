import type { CellState, CellStatus } from '../../run/state';
import { toProblem } from '../../lib/problem';
import type { CellSpec } from '../../workbook/cell';
import type { WorkbookJson } from '../../workbook/serialize';
import { deserialize, serialize } from '../../workbook/serialize';
import { createWorkbook } from '../../workbook/document';
import type { App } from '../context';
import type { ExportOptions } from '../sharing/actions';
import type { Workbooks } from './workbooks';

export interface CellReport {
  id: string;
  name: string;
  status: 'ok' | 'error' | Exclude<CellStatus, 'done' | 'failed'>;
  ms?: number;
  rows?: number;
  error?: { code: string; message: string; position?: number };
}

/** The workbook's part of `window.quire`. */
export interface WorkbookApi {
  workbook(): WorkbookJson;
  open(workbook: WorkbookJson | File, options?: { password?: string }): Promise<void>;
  addCell(spec: CellSpec, place?: { after?: string | null }): Promise<string>;
  setCell(id: string, patch: Record<string, unknown>): Promise<void>;
  removeCell(id: string): Promise<void>;
  run(id?: string): Promise<CellReport[]>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  exportWorkbook(options?: ExportOptions): Promise<Blob>;
  exportScript(): Promise<Blob>;
}

export function createWorkbookConsole(app: App): WorkbookApi {
  async function ready(): Promise<Workbooks> {
    const workbooks = await app.loadWorkbooks();
    if (!workbooks.workbook()) await workbooks.create();
    return workbooks;
  }

  /** A cell is named by its id or by its name. */
  function find(workbooks: Workbooks, wanted: string): string {
    const cells = workbooks.workbook()!.cells;
    const cell = cells.find(({ id }) => id === wanted) ?? cells.find(({ name }) => name === wanted);
    if (!cell) throw new Error(`no cell: ${wanted}`);
    return cell.id;
  }

  function saved(workbooks: Workbooks): Promise<void> {
    const book = workbooks.workbook()!;
    return workbooks.keeper.save(book, workbooks.listNeeds(book));
  }

  return {
    workbook() {
      const workbooks = app.workbooks();
      const book = workbooks?.workbook();
      return book ? serialize(book, workbooks!.listNeeds(book)) : serialize(createWorkbook());
    },

    async open(given, options) {
      if (given instanceof File) return app.openFile(given, options);
      const workbooks = await app.loadWorkbooks();
      await workbooks.adopt(deserialize(given).workbook);
      app.view.showWorkbook();
    },

    async addCell(spec, place) {
      const workbooks = await ready();
      const id = workbooks.add(spec, place);
      app.view.showWorkbook();
      await saved(workbooks);
      return id;
    },

    async setCell(id, patch) {
      const workbooks = await ready();
      workbooks.change(find(workbooks, id), patch);
      await saved(workbooks);
    },

    async removeCell(id) {
      const workbooks = await ready();
      workbooks.remove(find(workbooks, id));
      await saved(workbooks);
    },

    async run(id) {
      const workbooks = await ready();
      const ids = id === undefined ? undefined : [find(workbooks, id)];
      await workbooks.run(ids);
      return (ids ?? workbooks.ids()).map((cell) =>
        toReport(cell, workbooks.cell(cell)?.name ?? '', workbooks.stateOf(cell)()),
      );
    },

    async undo() {
      const workbooks = await ready();
      await workbooks.undo();
      await saved(workbooks);
    },

    async redo() {
      const workbooks = await ready();
      await workbooks.redo();
      await saved(workbooks);
    },

    exportWorkbook: async (options) => (await app.loadSharing()).exportWorkbook(options),
    exportScript: async () => (await app.loadSharing()).exportScript(),
  };
}

function toReport(id: string, name: string, { status, ms, result, problem }: CellState): CellReport {
  const failure = problem && toProblem(problem);
  return {
    id,
    name,
    status: status === 'done' ? 'ok' : status === 'failed' ? 'error' : status,
    ...(ms !== undefined && { ms: Math.round(ms) }),
    ...(status === 'done' && result && { rows: result.rowCount }),
    ...(failure && {
      error: {
        code: failure.code,
        message: String(failure.params['detail'] ?? failure.message),
        ...(failure.position !== undefined && { position: failure.position }),
      },
    }),
  };
}
