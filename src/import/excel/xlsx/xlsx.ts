import { Problem } from '../../../lib/problem';
import type { ZipEntry } from '../../pack/zip';
import { MAX_ROWS, maybeRange } from '../address';
import type { DefinedTable, SheetCells } from '../cells';
import { createCells, ERROR, TEXT } from '../cells';
import { isMoment, toNumberFormat } from '../format/numberFormat';
import type { StringTable } from '../strings';
import type { ReadSheetOptions, SheetInfo, Workbook } from '../workbook';
import { readTags } from '../xml';
import type { Unpack } from './part';
import { readPartText, scanPart } from './part';
import { readSharedStrings } from './sharedStrings';
import { createSheetScan } from './sheetScan';
import { toStyles } from './styles';

/** Styles of a workbook that was edited for years take tens of megabytes; more than this is no workbook. */
const SMALL_PART_BYTES = 128 * 2 ** 20;

/** Shared texts that take more are read no further than a sheet needs them. */
const EARLY_BYTES = 512 * 2 ** 20;

/** Opens a workbook of XLSX or XLSM. */
export async function openXlsx(file: Blob, entries: readonly ZipEntry[], unpack?: Unpack): Promise<Workbook> {
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  const find = (path: string) => byPath.get(path.toLowerCase());
  const readText = async (path: string) => {
    const entry = find(path);
    return entry ? readPartText(file, entry, SMALL_PART_BYTES) : '';
  };

  const root = await readRelations('');
  const bookPath = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const bookXml = await readText(bookPath);
  if (!bookXml) throw new Problem('workbook-damaged', { params: { detail: bookPath } });
  const relations = await readRelations(bookPath);
  const book = toBook(bookXml, relations);
  const findKind = (kind: string) => relations.find(({ type }) => type === kind)?.path;
  const stylesXml = await readText(findKind('styles') ?? 'xl/styles.xml');
  const stringsEntry = find(findKind('sharedStrings') ?? 'xl/sharedStrings.xml');
  let strings: StringTable | undefined;
  let isWholeTable = false;
  let whole: Promise<StringTable> | undefined;

  /** A sheet that is read whole has nearly all of the texts: these are read while it is unpacked. */
  function readWhole(signal: AbortSignal | undefined): Promise<StringTable> | undefined {
    if (!unpack || !stringsEntry || stringsEntry.bytes > EARLY_BYTES || strings) return whole;
    whole ??= readSharedStrings(file, stringsEntry, { last: Infinity, signal });
    whole.catch(() => {});
    return whole;
  }

  async function readRelations(path: string): Promise<Relation[]> {
    const slash = path.lastIndexOf('/') + 1;
    return toRelations(await readText(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`), path);
  }

  async function readSheet(
    index: number,
    { signal, onProgress, maxRows = MAX_ROWS }: ReadSheetOptions = {},
  ): Promise<SheetCells> {
    const path = book.sheets[index]?.path;
    const entry = path === undefined ? undefined : find(path);
    if (!entry) throw new Problem('workbook-damaged', { params: { detail: path ?? String(index) } });
    const { formats, styleFormats, placeOf } = toStyles(stylesXml);
    const cells = createCells();
    const scan = createSheetScan({
      cells,
      styleFormats,
      isoFormats: {
        date: placeOf('yyyy-mm-dd'),
        timestamp: placeOf('yyyy-mm-dd hh:mm:ss'),
        isDate: (format) => isMoment(toNumberFormat(formats[format]!).kind),
      },
      date1904: book.date1904,
      maxRows,
    });
    const total = entry.packedBytes + (stringsEntry?.packedBytes ?? 0);
    const early = maxRows === MAX_ROWS ? readWhole(signal) : undefined;
    await scanPart(file, entry, scan.push, {
      unpack,
      signal,
      onProgress: (bytes) => onProgress?.(bytes, total),
    });
    if (early && scan.lastShared >= 0) {
      strings = await early;
      isWholeTable = true;
    } else if (stringsEntry && scan.lastShared >= (strings?.count ?? 0) && !isWholeTable) {
      strings = await readSharedStrings(file, stringsEntry, {
        last: scan.lastShared,
        signal,
        onProgress: (bytes) => onProgress?.(entry.packedBytes + bytes, total),
      });
      isWholeTable = strings.count <= scan.lastShared;
    }
    onProgress?.(total, total);
    const sheet = cells.finish({
      date1904: book.date1904,
      formats,
      claimed: scan.claimed,
      merges: scan.merges,
      defined: await readDefined(path!, scan.tableIds),
      hiddenRows: scan.hiddenRows,
      hiddenColumns: scan.hiddenColumns,
      isCut: scan.isCut,
      ...(strings && { shared: strings }),
    });
    if (scan.lastShared >= (strings?.count ?? 0))
      markLost(sheet, strings?.count ?? 0, cells.internText('#REF!'));
    return sheet;
  }

  /** Tables made in Excel say where they are. */
  async function readDefined(sheetPath: string, ids: readonly string[]): Promise<DefinedTable[]> {
    if (ids.length === 0) return [];
    const tables: DefinedTable[] = [];
    const sheetRelations = await readRelations(sheetPath);
    for (const id of ids) {
      const path = sheetRelations.find((relation) => relation.id === id)?.path;
      const table = path && maybeTable(await readText(path));
      if (table) tables.push(table);
    }
    return tables;
  }

  return {
    kind: 'xlsx',
    date1904: book.date1904,
    sheets: book.sheets.map(({ name, hidden, hasCells }) => ({ name, hidden, hasCells })),
    readSheet,
  };
}

interface Relation {
  id: string;
  /** The last word of its type. */
  type: string;
  path: string;
}

/** What a part names; paths from the root of the package. */
function toRelations(xml: string, from: string): Relation[] {
  return [...readTags(xml)].flatMap(({ name, isEnd, attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (name !== 'Relationship' || isEnd || mode === 'External') return [];
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolve(target, from) }];
  });
}

function resolve(target: string, from: string): string {
  const even = target.replaceAll('\\', '/');
  const steps = even.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of even.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function toBook(xml: string, relations: readonly Relation[]) {
  const sheets: (SheetInfo & { path: string })[] = [];
  let date1904 = false;
  for (const { name, isEnd, attributes } of readTags(xml)) {
    if (name === 'workbookPr') date1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
    if (name !== 'sheet' || isEnd) continue;
    const relation = relations.find(({ id }) => id === attributes['id']);
    const state = attributes['state'];
    sheets.push({
      name: attributes['name'] ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
      hasCells: !relation || relation.type === 'worksheet',
      path: relation?.path ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
    });
  }
  return { sheets, date1904 };
}

function maybeTable(xml: string): DefinedTable | undefined {
  const table = [...readTags(xml)].find(({ name, isEnd }) => name === 'table' && !isEnd);
  const range = maybeRange(table?.attributes['ref'] ?? '');
  if (!table || !range) return undefined;
  return {
    name: table.attributes['displayName'] ?? table.attributes['name'] ?? '',
    range,
    headerRows: Number(table.attributes['headerRowCount'] ?? 1),
    totalsRows: Number(table.attributes['totalsRowCount'] ?? 0),
  };
}

/** A cell that names a shared text which is not there is an error, and listed as one. */
function markLost(sheet: SheetCells, known: number, fault: number): void {
  for (const column of sheet.columns) {
    if (!column) continue;
    for (let at = 0; at < column.length; at++) {
      if (column.kinds[at] !== TEXT || column.values[at]! < known) continue;
      column.kinds[at] = ERROR;
      column.values[at] = fault;
    }
  }
}
