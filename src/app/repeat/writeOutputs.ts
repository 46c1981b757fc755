import { findFormat } from '../../export/formats/catalog';
import type { Outputs } from '../../workbook/outputs';
import type { App } from '../context';
import { exportByName } from '../exporting/exportByName';
import { toNames } from '../exporting/naming';
import { listTables } from '../exporting/tables';
import { exportReport, toReportName } from '../report/leave';

export interface OutputFile {
  name: string;
  blob: Blob;
}

/** What left the workbook the last time, of the rows of now and under names by the same template. */
export async function writeOutputs(app: App, { report, tables }: Outputs): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  if (report) files.push({ name: toReportName(app, report), blob: await exportReport(app, report.format) });
  if (tables) {
    const { names, format, settings, template } = tables;
    const all = listTables(app);
    const found = names.flatMap((name) => all.find((table) => table.name === name) ?? []);
    const [first] = found;
    if (!first) return files;
    const { ending, holdsSeveral } = findFormat(format);
    const isZip = names.length > 1 && !holdsSeveral;
    const inner = found.map(({ name }) => name);
    const { file } = toNames(app, { tables: found, template, ending: isZip ? 'zip' : ending, inner: ending });
    const what = names.length > 1 ? inner : first.name;
    files.push({ name: file, blob: await exportByName(app, what, format, settings) });
  }
  return files;
}

/** The tables of the last export that are not there any more. */
export function findMissing(app: App, { tables }: Outputs): string[] {
  const all = new Set(listTables(app).map(({ name }) => name));
  return (tables?.names ?? []).filter((name) => !all.has(name));
}
