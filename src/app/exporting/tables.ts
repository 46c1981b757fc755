import type { ResultTable } from '../../engine/engine';
import type { CellState } from '../../run/state';
import { isSameName } from '../../sql/name';
import type { SourceRecord } from '../../storage/catalog';
import type { Cell } from '../../workbook/cell';
import type { App } from '../context';
import type { ExportTable } from './current';

type Parts = Pick<App, 'sources' | 'workbooks'>;

export function fromSource({ id, name, columns, receipt }: SourceRecord, { sources }: Parts): ExportTable {
  return { id, name, columns, from: 0, to: receipt.loaded, whenReady: () => sources.whenAttached(id) };
}

export function fromResult(name: string, { id, columns, rowCount }: ResultTable, isOld = false): ExportTable {
  return { id, name, columns, from: 0, to: rowCount, ...(isOld && { isOld }) };
}

/** A cell's rows, and the tables behind it: `segments`, `segments.centers`. */
export function fromCell(
  { id, kind, name }: Cell,
  { result, beside = {}, status }: CellState,
): ExportTable[] {
  if (!result || !name) return [];
  const isOld = status !== 'done';
  const inner = Object.entries(beside).map(([part, table]) => fromResult(`${name}.${part}`, table, isOld));
  return [{ ...fromResult(name, result, isOld), ...(kind === 'chart' && { chart: id }) }, ...inner];
}

/** Some of a table's rows or columns, which are not what its chart shows. */
export function toPart(table: ExportTable, part: Pick<ExportTable, 'columns' | 'from' | 'to'>): ExportTable {
  const some = { ...table, ...part };
  delete some.chart;
  return some;
}

/** What the cells have come to, without what lies behind them. */
export function listResults(parts: Parts): ExportTable[] {
  const workbooks = parts.workbooks();
  return (workbooks?.workbook()?.cells ?? []).flatMap((cell) =>
    fromCell(cell, workbooks!.stateOf(cell.id)()).slice(0, 1),
  );
}

/** Everything that can leave: what the cells have come to, in their order, and the sources. */
export function listTables(parts: Parts): ExportTable[] {
  const workbooks = parts.workbooks();
  const cells = (workbooks?.workbook()?.cells ?? []).flatMap((cell) =>
    fromCell(cell, workbooks!.stateOf(cell.id)()),
  );
  return [...cells, ...parts.sources.state.sources.map((source) => fromSource(source, parts))];
}

/** The table of a name, as a query would name it. */
export function findTable(parts: Parts, wanted: string): ExportTable {
  const all = listTables(parts);
  const found = all.find(({ name }) => name === wanted) ?? all.find(({ name }) => isSameName(name, wanted));
  if (!found) throw new Error(`no table named: ${wanted}`);
  return found;
}
