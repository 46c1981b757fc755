import { Problem } from '../../lib/problem';
import type { CellRange } from './address';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { CellsBuilder } from './cells';
import { createCells, ERROR, FLAG, NUMBER, UNKNOWN } from './cells';
import { toBuiltIn } from './format/builtIn';
import { isMoment, toNumberFormat } from './format/numberFormat';
import { maybeIsoMs, toSerial } from './format/serial';
import type { ReadSheetOptions, Workbook } from './workbook';
import type { XmlTag } from './xml';
import { readTags } from './xml';

/** What the format's own names for number formats stand for. */
const NAMED: Record<string, string> = {
  'General Number': 'General',
  'General Date': toBuiltIn(22),
  'Long Date': 'dddd, mmmm d, yyyy',
  'Medium Date': toBuiltIn(15),
  'Short Date': toBuiltIn(14),
  'Long Time': toBuiltIn(19),
  'Medium Time': toBuiltIn(18),
  'Short Time': toBuiltIn(20),
  Currency: toBuiltIn(8),
  'Euro Currency': '[$€-2]#,##0.00',
  Fixed: toBuiltIn(2),
  Standard: toBuiltIn(4),
  Percent: toBuiltIn(10),
  Scientific: toBuiltIn(11),
};

interface XmlSheet {
  name: string;
  hidden: boolean;
  tags: { from: number; to: number };
}

/** Opens a workbook in the XML of Excel 2002 and 2003, which many web sites save as `.xls`. */
export function openSpreadsheetXml(xml: string): Workbook {
  const tags = [...readTags(xml)];
  const styles = toStyleFormats(tags);
  const sheets = findSheets(tags);
  const date1904 = tags.some(({ name }) => name === 'Date1904');

  async function readSheet(index: number, { maxRows = MAX_ROWS }: ReadSheetOptions = {}) {
    const sheet = sheets[index];
    if (!sheet) throw new Problem('workbook-damaged', { params: { detail: String(index) } });
    const { from, to } = sheet.tags;
    return readWorksheet(tags.slice(from, to), { styles, date1904, maxRows });
  }

  return {
    kind: 'xml',
    date1904,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden, hasCells: true })),
    readSheet,
  };
}

function toStyleFormats(tags: readonly XmlTag[]): Map<string, string> {
  const styles = new Map<string, string>();
  let id = '';
  for (const { name, isEnd, attributes } of tags) {
    if (name === 'Worksheet') break;
    if (name === 'Style' && !isEnd) {
      id = attributes['ID'] ?? '';
      // a style is that of its parent where it says nothing itself
      styles.set(id, styles.get(attributes['Parent'] ?? '') ?? 'General');
    }
    const code = attributes['Format'];
    if (name === 'NumberFormat' && code) styles.set(id, NAMED[code] ?? code);
  }
  return styles;
}

function findSheets(tags: readonly XmlTag[]): XmlSheet[] {
  const sheets: XmlSheet[] = [];
  tags.forEach(({ name, isEnd, attributes, text }, at) => {
    const last = sheets.at(-1);
    if (name === 'Worksheet' && !isEnd) {
      sheets.push({
        name: attributes['Name'] ?? `Sheet${sheets.length + 1}`,
        hidden: false,
        tags: { from: at + 1, to: tags.length },
      });
    } else if (name === 'Worksheet' && last) last.tags.to = at;
    else if (name === 'Visible' && !isEnd && last && text.trim() !== 'SheetVisible') last.hidden = true;
  });
  return sheets;
}

interface SheetContext {
  styles: ReadonlyMap<string, string>;
  date1904: boolean;
  maxRows: number;
}

function readWorksheet(tags: readonly XmlTag[], { styles, date1904, maxRows }: SheetContext) {
  const cells = createCells();
  const formats = ['General'];
  const merges: CellRange[] = [];
  let hiddenRows = 0;
  let row = -1;
  let rowsAfter = 0;
  let column = -1;
  let columnsAfter = 0;
  let rowStyle = '';
  let style = '';
  let hasFormula = false;
  let isFilled = false;
  let isCut = false;
  let data: { type: string; text: string } | undefined;

  const placeOf = (code: string): number => {
    const place = formats.indexOf(code);
    return place >= 0 ? place : formats.push(code) - 1;
  };

  for (const { name, isEnd, isClosed, attributes, text } of tags) {
    if (name === 'Row' && !isEnd) {
      row = toPlace(attributes['Index'], row + 1 + rowsAfter, MAX_ROWS);
      rowsAfter = Number(attributes['Span'] ?? 0);
      column = -1;
      columnsAfter = 0;
      rowStyle = attributes['StyleID'] ?? '';
      if (attributes['Hidden'] === '1') hiddenRows++;
      isCut = row >= maxRows;
      if (isCut) break;
    } else if (name === 'Cell') {
      if (!isEnd) {
        column = toPlace(attributes['Index'], column + 1 + columnsAfter, MAX_COLUMNS);
        columnsAfter = Number(attributes['MergeAcross'] ?? 0);
        const down = Number(attributes['MergeDown'] ?? 0);
        if (columnsAfter > 0 || down > 0) {
          merges.push({ top: row, left: column, bottom: row + down, right: column + columnsAfter });
        }
        style = attributes['StyleID'] ?? rowStyle;
        hasFormula = attributes['Formula'] !== undefined;
        isFilled = false;
      }
      if (isClosed && hasFormula && !isFilled) cells.put(row, column, UNKNOWN, 0, 0);
    } else if (name === 'Data') {
      if (!isEnd) data = { type: attributes['Type'] ?? 'String', text };
      if (isClosed && data) {
        putData(cells, data, { row, column, date1904, code: styles.get(style) ?? 'General', placeOf });
        isFilled = true;
        data = undefined;
      }
      // rich text comes as tags of HTML
    } else if (data) data.text += text;
  }
  return cells.finish({ date1904, formats, merges, hiddenRows, isCut });
}

function toPlace(index: string | undefined, next: number, most: number): number {
  const place = index === undefined ? next : Number(index) - 1;
  if (Number.isInteger(place) && place >= 0 && place < most) return place;
  throw new Problem('workbook-damaged', { params: { detail: String(index ?? next) } });
}

interface DataPlace {
  row: number;
  column: number;
  date1904: boolean;
  code: string;
  placeOf(code: string): number;
}

function putData(
  cells: CellsBuilder,
  { type, text }: { type: string; text: string },
  { row, column, date1904, code, placeOf }: DataPlace,
): void {
  const number = Number(text);
  const ms = type === 'DateTime' ? maybeIsoMs(text.trim()) : undefined;
  if (type === 'Number' && text.trim() !== '' && Number.isFinite(number)) {
    cells.put(row, column, NUMBER, number, placeOf(code));
  } else if (type === 'Boolean') cells.put(row, column, FLAG, text.trim() === '1' ? 1 : 0, placeOf(code));
  else if (ms !== undefined) {
    const plain = ms % 86_400_000 === 0 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
    const isDated = isMoment(toNumberFormat(code).kind);
    cells.put(row, column, NUMBER, toSerial(ms, date1904), placeOf(isDated ? code : plain));
  } else cells.putText(row, column, text, placeOf(code), type === 'Error' ? ERROR : undefined);
}
