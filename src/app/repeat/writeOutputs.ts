import { findFormat } from '../../export/formats/catalog';
import type { Outputs, TableOutput } from '../../workbook/outputs';
import type { App } from '../context';
import type { ExportTable } from '../exporting/current';
import { exportByName } from '../exporting/exportByName';
import { toNames } from '../exporting/naming';
import { listTables } from '../exporting/tables';
import { exportReport, toReportName } from '../report/leave';

export interface OutputFile {
  name: string;
  blob: Blob;
}

/** What left the workbook the last time, of the rows of now and under names by the same template. */
export async function writeOutputs(app: App, outputs: Outputs): Promise<OutputFile[]> {
  const { report, tables } = outputs;
  const files: OutputFile[] = [];
  if (report)
    files.push({ name: toReportName(app, report), blob: await exportReport(app, report.format, report) });
  const name = tables && toTablesName(app, tables);
  if (tables && name !== undefined) {
    const found = findTables(app, tables).map((table) => table.name);
    const what = tables.names.length > 1 ? found : found[0]!;
    files.push({ name, blob: await exportByName(app, what, tables.format, tables.settings) });
  }
  return files;
}

/** What the files will be called, with the date of today where their template has it; of tables that are all gone there is none. */
export function toOutputNames(app: App, { report, tables }: Outputs): Partial<Record<keyof Outputs, string>> {
  const ofTables = tables && toTablesName(app, tables);
  return { ...(report && { report: toReportName(app, report) }), ...(ofTables && { tables: ofTables }) };
}

function toTablesName(app: App, output: TableOutput): string | undefined {
  const tables = findTables(app, output);
  if (tables.length === 0) return undefined;
  const { ending, holdsSeveral } = findFormat(output.format);
  const isZip = output.names.length > 1 && !holdsSeveral;
  const { template } = output;
  return toNames(app, { tables, template, ending: isZip ? 'zip' : ending, inner: ending }).file;
}

function findTables(app: App, { names }: TableOutput): ExportTable[] {
  const all = listTables(app);
  return names.flatMap((name) => all.find((table) => table.name === name) ?? []);
}

/** The tables of the last export that are not there any more. */
export function findMissing(app: App, { tables }: Outputs): string[] {
  const all = new Set(listTables(app).map(({ name }) => name));
  return (tables?.names ?? []).filter((name) => !all.has(name));
}
