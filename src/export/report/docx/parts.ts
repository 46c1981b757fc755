import { PACKAGE_RELATIONS } from '../../xlsx/drawings';
import { RELATIONS, XML } from '../../xlsx/xml';
import type { ReportContent, ReportLook } from '../content';
import { LIST_STEP } from './fromHtml';
import type { Pen } from './pen';
import { toField, toParagraph, toRun, toText, WORD } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** What stands before and behind the text of every part that has one. */
const SPACES = `xmlns:w="${WORD}" xmlns:r="${RELATIONS}"`;

/** What the file is, for other programs; it stands first. */
export function toContentTypes(): string {
  const types = [
    ['/word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`],
    ...['styles', 'settings', 'numbering', 'footnotes', 'header', 'footer'].map((part) => [
      `/word/${part}.xml`,
      `${OFFICE}.wordprocessingml.${part}+xml`,
    ]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', `${OFFICE}.extended-properties+xml`],
  ];
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
    `${types.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`
  );
}

export function toPackageRelations(): string {
  const list = [
    [`${RELATIONS}/officeDocument`, 'word/document.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
  ];
  return toRelations(
    list.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`),
  );
}

export function toRelations(list: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${list.join('')}</Relationships>`;
}

export function toCore({ title, subtitle, author, lang }: ReportContent, date: Date): string {
  const when = `${date.toISOString().slice(0, 19)}Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${toText(title)}</dc:title><dc:subject>${toText(subtitle)}</dc:subject><dc:creator>${toText(author || 'Quire')}</dc:creator>` +
    `${stamp('created')}${stamp('modified')}<dc:language>${toText(lang)}</dc:language></cp:coreProperties>`
  );
}

export function toApp(): string {
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Quire</Application></Properties>`;
}

/** Without the last setting Word takes the file for one of 2007, and says so above it. */
export function toSettings(): string {
  return (
    `${XML}<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="compressPunctuation"/>` +
    `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
    `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
  );
}

/** Lists that count each begin anew; one form is for all that do not. */
export function toNumbering({ lists }: Pen): string {
  const levels = (toLevel: (level: number) => string) =>
    Array.from(
      { length: 9 },
      (_, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/>${toLevel(level)}<w:lvlJc w:val="left"/>` +
        `<w:pPr><w:ind w:left="${(level + 1) * LIST_STEP}" w:hanging="${LIST_STEP}"/></w:pPr></w:lvl>`,
    ).join('');
  const dots = levels(
    (level) => `<w:numFmt w:val="bullet"/><w:lvlText w:val="${level % 2 === 0 ? '•' : '–'}"/>`,
  );
  const numbers = levels((level) => `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${level + 1}."/>`);
  const counted = lists.map(
    ({ start, level }, at) =>
      `<w:num w:numId="${at + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  );
  return (
    `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${dots}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${numbers}</w:abstractNum>` +
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${counted.join('')}</w:numbering>`
  );
}

/** How figures were made; the first two are the lines that Word draws above notes. */
export function toFootnotes({ notes }: Pen): string {
  const line = (id: number, type: string) =>
    `<w:footnote w:type="${type}" w:id="${id}">${toParagraph(`<w:r><w:${type}/></w:r>`)}</w:footnote>`;
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const texts = notes.map(
    (sql, at) =>
      `<w:footnote w:id="${at + 1}">${toParagraph(`${mark}${toRun(' ')}${toRun(sql)}`, { style: 'FootnoteText' })}</w:footnote>`,
  );
  return `${XML}<w:footnotes ${SPACES}>${line(-1, 'separator')}${line(0, 'continuationSeparator')}${texts.join('')}</w:footnotes>`;
}

export function toHeader({ header }: ReportLook): string {
  return `${XML}<w:hdr ${SPACES}>${toParagraph(toRun(header), { style: 'Running' })}</w:hdr>`;
}

export function toFooter({ footer }: ReportLook): string {
  const page = `${toField('PAGE', toRun('1'))}${toRun(' / ')}${toField('NUMPAGES', toRun('1'))}`;
  return `${XML}<w:ftr ${SPACES}>${toParagraph(`${toRun(`${footer}\t`)}${page}`, { style: 'Running' })}</w:ftr>`;
}
