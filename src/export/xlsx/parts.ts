import type { ZipStream } from '../zipStream';
import type { Book } from './book';
import { PACKAGE_RELATIONS } from './drawings';
import { toRange } from './sheet';
import { toReference } from './sheetNames';
import type { BookState, WrittenSheet } from './state';
import { MAIN, RELATIONS, toAscii, toAttribute, toElementText, XML } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const SPREADSHEET = `${OFFICE}.spreadsheetml`;

/** What comes first, by which other programs tell what the file is. */
export async function writeHead(zip: ZipStream, { title }: Book, date: Date): Promise<void> {
  const core = `${PACKAGE}/metadata/core-properties`;
  await store(
    zip,
    '_rels/.rels',
    toRelations([
      [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ]),
  );
  await store(
    zip,
    'docProps/app.xml',
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Quire</Application></Properties>`,
  );
  const when = `${date.toISOString().slice(0, 19)}Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`;
  await store(
    zip,
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:title>${toElementText(title)}</dc:title><dc:creator>Quire</dc:creator>${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
  );
}

/** What holds the sheets together, which is known when all are written. */
export async function writeFrame(book: BookState, sheets: readonly WrittenSheet[]): Promise<void> {
  const { zip, strings, styles, drawings } = book;
  const shared = await zip.open('xl/sharedStrings.xml');
  for (const piece of strings.toXml()) await shared.write(piece);
  await shared.close();
  await store(zip, 'xl/styles.xml', styles.toXml().slice(XML.length));
  await store(zip, 'xl/workbook.xml', toWorkbook(sheets));
  await store(
    zip,
    'xl/_rels/workbook.xml.rels',
    toRelations([
      ...sheets.map(({ part }) => [`${RELATIONS}/worksheet`, `worksheets/sheet${part}.xml`] as const),
      [`${RELATIONS}/styles`, 'styles.xml'],
      [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml'],
    ]),
  );
  const drawn = Array.from({ length: drawings.count() }, (_, at) => at + 1);
  await store(
    zip,
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      (drawn.length > 0 ? '<Default Extension="png" ContentType="image/png"/>' : '') +
      [
        ['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
        ...sheets.map(({ part }) => [`/xl/worksheets/sheet${part}.xml`, `${SPREADSHEET}.worksheet+xml`]),
        ['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
        ['/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`],
        ...drawn.map((number) => [`/xl/drawings/drawing${number}.xml`, `${OFFICE}.drawing+xml`]),
        ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
        ['/docProps/app.xml', `${OFFICE}.extended-properties+xml`],
      ]
        .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
        .join('') +
      '</Types>',
  );
  await zip.finish();
}

function toWorkbook(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${toAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  // Excel looks for what it filters and prints on each page under these names
  const names = sheets.flatMap(({ name, rows, columns, hasHeader }, at) => {
    if (!hasHeader) return [];
    const range = toRange(0, 1, rows + 1, columns - 1).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const sheet = toElementText(toReference(name));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${range}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$1</definedName>`,
    ];
  });
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>` +
    `<sheets>${list.join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '<calcPr calcId="191029"/></workbook>'
  );
}

function toRelations(list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${items.join('')}</Relationships>`;
}

async function store(zip: ZipStream, path: string, xml: string): Promise<void> {
  await zip.store(path, toAscii(XML + xml));
}
