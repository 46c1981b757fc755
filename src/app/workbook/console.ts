import type { CellState, CellStatus } from '../../run/state';
import { toProblem } from '../../lib/problem';
import type { CellSpec } from '../../workbook/cell';
import type { WorkbookJson } from '../../workbook/serialize';
import { serialize } from '../../workbook/serialize';
import { createWorkbook } from '../../workbook/document';
import type { ChartListing } from '../../cells/chart/listing';
import type { StepListing } from '../../cells/steps/listing';
import type { Drift } from '../../run/drift';
import type { App } from '../context';
import type { Asked, TemplateListing } from '../templates/listing';
import type { OutputFile } from '../repeat/writeOutputs';
import type { ReportFormat } from '../../workbook/outputs';
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

export interface AgainOptions {
  files: readonly File[];
  /** By the name of the file, the name of a source; null leaves the file out. */
  as?: Readonly<Record<string, string | null>>;
}

export interface AgainReport {
  sources: { name: string; file: string; drift: Drift }[];
  cells: CellReport[];
  files: OutputFile[];
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
  /** The report as one file: a web page, a document of Word, or a zip of Markdown and pictures. `interactive` is a web page with its rows inside. */
  report(format?: ReportFormat, options?: { interactive?: boolean }): Promise<Blob>;
  /**
   * Next month's files take the places of those of before, all runs, and what left the last time comes as files again, called by the
   * same template. `as` says which file is the next of which source where names do not: `{'export (3).csv': 'orders', 'notes.csv': null}`.
   */
  again(options: AgainOptions): Promise<AgainReport>;
  /** Every template, with what it asks for. */
  templates(): Promise<TemplateListing[]>;
  /**
   * Makes a new workbook of a template, from the tables that it seems to mean; `tables` says which are meant, and which of their
   * columns have which role: `{orders: {source: 'orders', columns: {date: 'ordered_at'}}}`.
   */
  template(id: string, tables?: Asked): Promise<WorkbookJson>;
  /** Every kind of step, with its settings. */
  steps(): Promise<StepListing[]>;
  /** Every kind of chart, with its slots and options. */
  charts(): Promise<ChartListing[]>;
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
      const { deserialize } = await import('../../workbook/deserialize');
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
      return listReports(workbooks, ids ?? workbooks.ids());
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

    async report(format = 'html', { interactive = false } = {}) {
      await ready();
      const { exportReport, noteReport } = await import('../report/leave');
      const file = await exportReport(app, format, { interactive });
      noteReport(app, format, { interactive });
      return file;
    },

    async again(options) {
      const workbooks = await ready();
      const { replaceAgain } = await import('../repeat/replaceAgain');
      const sources = await replaceAgain(app, options);
      await workbooks.run();
      const { writeOutputs } = await import('../repeat/writeOutputs');
      const files = await writeOutputs(app, workbooks.workbook()!.outputs ?? {});
      return { sources, cells: listReports(workbooks, workbooks.ids()), files };
    },

    async templates() {
      return (await import('../templates/listing')).listTemplates();
    },

    async template(id, tables) {
      const { makeAsked } = await import('../templates/listing');
      await makeAsked(app, id, tables);
      const workbooks = await ready();
      await saved(workbooks);
      return this.workbook();
    },

    async steps() {
      const [{ toListing }, { stepKinds }, { loadStepWords, stepWords }] = await Promise.all([
        import('../../cells/steps/listing'),
        import('../../steps/catalog'),
        import('../../i18n/steps/steps'),
      ]);
      await loadStepWords();
      return toListing(stepKinds, stepWords());
    },

    async charts() {
      const [{ toChartListing }, { chartKinds }, { loadChartWords, chartWords }] = await Promise.all([
        import('../../cells/chart/listing'),
        import('../../charts/spec/catalog'),
        import('../../i18n/charts/charts'),
      ]);
      await loadChartWords();
      return toChartListing(chartKinds, chartWords());
    },
  };
}

function listReports(workbooks: Workbooks, ids: readonly string[]): CellReport[] {
  return ids.map((id) => toReport(id, workbooks.cell(id)?.name ?? '', workbooks.stateOf(id)()));
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
