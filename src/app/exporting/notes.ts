import type { SqlCell } from '../../cells/sql/compile';
import type { StepsCell } from '../../cells/steps/compile';
import { findLastRun } from '../../cells/steps/compile';
import { appVersion } from '../../export/manifest';
import type { PageRow } from '../../export/xlsx/book';
import { exportWords } from '../../i18n/exporting';
import { formatBytes, formatCount, formatWhen } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { toSql } from '../../steps/chain';
import type { SourceRecord } from '../../storage/catalog';
import type { Cell } from '../../workbook/cell';
import type { App } from '../context';
import type { ExportTable } from './current';
import { toText } from './naming';

type Parts = Pick<App, 'sources' | 'workbooks'>;

/** What somebody who gets the file should know of it: when it was made, of what, and how. */
export async function toNotes(parts: Parts, tables: readonly ExportTable[]): Promise<PageRow[]> {
  const words = exportWords().noted;
  const { sources } = parts.sources.state;
  const cells = parts.workbooks()?.workbook()?.cells ?? [];
  const rows: PageRow[] = [
    [{ value: toTitle(parts), look: 'title' }],
    toLine(words.written, `${formatWhen(Date.now())} · Quire ${appVersion}`),
  ];
  const shown = tables.map((table) => ({ table, cell: findCell(parts, cells, table) }));
  if (shown.some(({ cell }) => cell)) rows.push(...toInputs(parts, cells));
  const told = new Set<string>();
  for (const { table, cell } of shown) {
    const source = sources.find(({ id }) => id === table.id);
    rows.push([], toHeading(table.name), toLine(words.rows, toRows(table)));
    if (table.isOld) rows.push(toLine(words.note, words.old));
    if (cell) rows.push(...toLines(words.sql, await findSql(cell)));
    if (source) {
      rows.push(...toReceipt(source));
      told.add(source.id);
    }
  }
  const needed = toNeeded(parts).filter(({ id }) => !told.has(id));
  if (shown.some(({ cell }) => cell))
    for (const source of needed) rows.push([], toHeading(words.source(source.name)), ...toReceipt(source));
  return rows;
}

export function toTitle({ workbooks }: Pick<App, 'workbooks'>): string {
  return workbooks()?.workbook()?.title || t('workbook.untitled');
}

function toLine(label: string, value: string): PageRow {
  return [{ value: label, look: 'label' }, value];
}

function toHeading(value: string): PageRow {
  return [
    { value, look: 'heading' },
    { value: '', look: 'heading' },
  ];
}

/** Code stays in lines, as it was written. */
function toLines(label: string, text: string | undefined): PageRow[] {
  return (text ?? '')
    .split(/\r?\n/)
    .filter((_, __, all) => all.join('') !== '')
    .map((line, at) => [at === 0 ? { value: label, look: 'label' } : null, { value: line, look: 'code' }]);
}

function toRows({ from, to }: ExportTable): string {
  const words = exportWords().noted;
  return from > 0 ? words.some(formatCount(from + 1), formatCount(to)) : formatCount(to);
}

function toInputs({ workbooks }: Parts, cells: readonly Cell[]): PageRow[] {
  return cells.flatMap(({ kind, name }): PageRow[] => {
    const bound = kind === 'input' && name ? workbooks()!.findValue(name) : undefined;
    return bound ? [toLine(exportWords().noted.input(name!), toText(bound))] : [];
  });
}

function findCell({ workbooks }: Parts, cells: readonly Cell[], { id }: ExportTable): Cell | undefined {
  return cells.find((cell) => {
    const { result, beside = {} } = workbooks()!.stateOf(cell.id)();
    return result?.id === id || Object.values(beside).some((table) => table.id === id);
  });
}

export async function findSql(cell: Cell): Promise<string | undefined> {
  if (cell.kind === 'sql') return (cell as SqlCell).sql;
  if (cell.kind !== 'steps') return undefined;
  const written = await findLastRun(cell as StepsCell)?.written.catch(() => undefined);
  return written && toSql(written);
}

/** The sources that the workbook reads. */
export function toNeeded({ sources, workbooks }: Parts): SourceRecord[] {
  const book = workbooks()?.workbook();
  const names = new Set(
    book
      ? workbooks()!
          .listNeeds(book)
          .map(({ name }) => name)
      : [],
  );
  return sources.state.sources.filter(({ name }) => names.has(name));
}

function toReceipt({ receipt, created }: SourceRecord): PageRow[] {
  const words = exportWords().noted;
  const { file, records, header, skipped, loaded, rejected, unread } = receipt;
  return [
    toLine(words.file, `${file.name} · ${formatBytes(file.bytes)}`),
    toLine(words.imported, formatWhen(created)),
    toLine(
      words.records,
      words.sum(...([records, header, skipped, loaded, rejected].map(formatCount) as Five)),
    ),
    ...(unread > 0 ? [toLine(words.unread, formatCount(unread))] : []),
  ];
}

type Five = [string, string, string, string, string];
