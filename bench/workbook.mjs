import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeWords } from './chinese.mjs';
import { createRandom, folder } from './data.mjs';
import { createZip } from './zip.mjs';

const SEED = 7;
const CHUNK_ROWS = 500;
const DAY_2020 = 43_831;
const DAYS = 1500;

export const columns = [
  'id',
  'code',
  'customer',
  'city',
  'product',
  'category',
  'quantity',
  'price',
  'amount',
  'ordered',
  'shipped',
  'note',
];

/**
 * A workbook as Excel writes it, with one sheet of orders: text, Chinese, numbers, dates and blanks. Made once for each size.
 * @param {number} rows
 */
export async function ensureWorkbook(rows) {
  const file = path.join(folder, `orders-${rows}.xlsx`);
  const about = `${file}.json`;
  if (!existsSync(file) || !existsSync(about)) {
    console.log(`Making a workbook of ${rows.toLocaleString('en')} rows …`);
    mkdirSync(folder, { recursive: true });
    const totals = await writeWorkbook(`${file}.part`, rows);
    writeFileSync(about, JSON.stringify(totals));
    renameSync(`${file}.part`, file);
  }
  /** @type {Totals} */
  const totals = JSON.parse(readFileSync(about, 'utf8'));
  return { file, rows, bytes: statSync(file).size, totals };
}

/** What a reader has to find. @typedef {{quantities: number, quantity: number, amount: number, shipped: number, notes: number}} Totals */

/** @param {string} file @param {number} rows */
async function writeWorkbook(file, rows) {
  const strings = createStrings();
  /** @type {Totals} */
  const totals = { quantities: 0, quantity: 0, amount: 0, shipped: 0, notes: 0 };
  const zip = await createZip(file);
  for (const [name, xml] of Object.entries(parts)) await zip.add(name, [`${HEAD}${xml}`]);
  await zip.add('xl/worksheets/sheet1.xml', toSheet(rows, { strings, totals }));
  await zip.add('xl/sharedStrings.xml', strings.toXml());
  await zip.close();
  return totals;
}

/** @param {number} rows @param {{strings: ReturnType<typeof createStrings>, totals: Totals}} context */
function* toSheet(rows, { strings, totals }) {
  const end = columns.length;
  yield `${HEAD}<worksheet ${MAIN}><dimension ref="A1:${toLetter(end - 1)}${rows + 1}"/><sheetData>`;
  yield toRow(1, columns.map(strings.toCell));
  const makeCells = createOrders({ strings, totals });
  let xml = '';
  for (let row = 0; row < rows; row++) {
    xml += toRow(row + 2, makeCells(row));
    if (row % CHUNK_ROWS !== 0) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

/** @param {number} number @param {string[]} cells without their places */
function toRow(number, cells) {
  const placed = cells.map((cell, at) => cell && `<c r="${toLetter(at)}${number}"${cell}</c>`);
  return `<row r="${number}" spans="1:${columns.length}">${placed.join('')}</row>`;
}

/** @param {{strings: ReturnType<typeof createStrings>, totals: Totals}} context */
function createOrders({ strings, totals }) {
  const random = createRandom(SEED);
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  const cities = makeWords(300, random);
  const products = makeWords(2000, random);
  const remarks = makeWords(5000, random);
  const categories = ['food', 'tools', 'clothes & shoes', 'books', 'garden', 'toys'];
  const pick = (/** @type {string[]} */ from) => strings.toCell(from[below(from.length)]);
  return (/** @type {number} */ row) => {
    const quantity = random() < 0.05 ? undefined : 1 + below(40);
    const price = (1 + below(99_999)) / 100;
    const amount = Math.round(price * (quantity ?? 0) * 100) / 100;
    const ordered = DAY_2020 + below(DAYS);
    const shipped = random() < 0.2 ? undefined : ordered + 1 + below(14) + below(86_400) / 86_400;
    const note = random() < 0.7 ? undefined : remarks[below(remarks.length)];
    if (quantity !== undefined) totals.quantities++;
    totals.quantity += quantity ?? 0;
    totals.amount += amount;
    if (shipped !== undefined) totals.shipped++;
    if (note !== undefined) totals.notes++;
    return [
      toNumber(row + 1),
      strings.toCell(`SO-${String(row).padStart(7, '0')}`),
      strings.toCell(`customer ${below(20_000)}`),
      pick(cities),
      pick(products),
      pick(categories),
      toNumber(quantity),
      toNumber(price),
      toNumber(amount),
      toNumber(ordered, 1),
      toNumber(shipped, 2),
      note === undefined ? '' : strings.toCell(note),
    ];
  };
}

/** @param {number | undefined} value @param {number} [style] */
function toNumber(value, style) {
  if (value === undefined) return '';
  return `${style === undefined ? '' : ` s="${style}"`}><v>${value}</v>`;
}

/** Excel keeps each text once, in a part of its own. */
function createStrings() {
  /** @type {Map<string, number>} */
  const indexes = new Map();
  let count = 0;
  return {
    toCell(/** @type {string} */ text) {
      count++;
      const index = indexes.get(text) ?? indexes.size;
      indexes.set(text, index);
      return ` t="s"><v>${index}</v>`;
    },
    *toXml() {
      yield `${HEAD}<sst ${MAIN} count="${count}" uniqueCount="${indexes.size}">`;
      let xml = '';
      for (const text of indexes.keys()) {
        xml += `<si><t>${text.replaceAll('&', '&amp;')}</t></si>`;
        if (xml.length < 1 << 16) continue;
        yield xml;
        xml = '';
      }
      yield `${xml}</sst>`;
    },
  };
}

/** @param {number} column */
function toLetter(column) {
  return String.fromCharCode(65 + column);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = `xmlns="${SPREADSHEET}"`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': toRelations(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': toRelations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ),
  // the formats 14 and 22 are a date, and a date with its time
  'xl/styles.xml':
    `<styleSheet ${MAIN}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
    [0, 14, 22]
      .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
      .join('') +
    '</cellXfs></styleSheet>',
};

/** @param {...[type: string, target: string]} targets */
function toRelations(...targets) {
  const relations = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}
