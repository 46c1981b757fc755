import { toAttribute } from '../../xlsx/xml';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Twentieths of a point, in which Word measures: 1,440 an inch, of which a CSS pixel is the 96th part. */
export const TWIPS = 15;

/** How a piece of a line looks, other than its paragraph. */
export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly place?: 'superscript' | 'subscript';
  /** A style of letters: Hyperlink, Code … */
  readonly style?: string;
}

/** A text as it stands in a line; line ends and tabs are marks of their own. */
export function toRun(text: string, look: RunLook = {}): string {
  if (text === '') return '';
  const pieces = text.replace(/\r\n?/g, '\n').split(/([\n\t])/);
  const inside = pieces.map((piece) =>
    piece === '\n'
      ? '<w:br/>'
      : piece === '\t'
        ? '<w:tab/>'
        : piece && `<w:t xml:space="preserve">${toText(piece)}</w:t>`,
  );
  return `<w:r>${toRunLook(look, HAN.test(text))}${inside.join('')}</w:r>`;
}

/** Signs that Chinese shares with others, as quotes, are as wide as Chinese only where it is said. */
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The order is the format's own, here and in all that follows. */
function toRunLook({ bold, italic, strike, underline, place, style }: RunLook, isHan: boolean): string {
  const inside = [
    style && `<w:rStyle w:val="${style}"/>`,
    isHan && '<w:rFonts w:hint="eastAsia"/>',
    bold && '<w:b/><w:bCs/>',
    italic && '<w:i/><w:iCs/>',
    strike && '<w:strike/>',
    underline && '<w:u w:val="single"/>',
    place && `<w:vertAlign w:val="${place}"/>`,
  ].filter(Boolean);
  return inside.length > 0 ? `<w:rPr>${inside.join('')}</w:rPr>` : '';
}

export interface ParagraphLook {
  readonly style?: string;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
  readonly list?: { readonly number: number; readonly level: number } | undefined;
  /** Left free before and behind it, in twips; below 0 it reaches out. */
  readonly indent?: readonly [number, number];
  readonly align?: 'right' | 'center' | undefined;
  /** With what a section ends. */
  readonly section?: string;
}

export function toParagraph(runs: string, look: ParagraphLook = {}): string {
  const { style, keepNext, newPage, list, indent, align, section } = look;
  const inside = [
    style && `<w:pStyle w:val="${style}"/>`,
    keepNext && '<w:keepNext/>',
    newPage && '<w:pageBreakBefore/>',
    list && `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>`,
    indent && `<w:ind w:left="${indent[0]}" w:right="${indent[1]}"/>`,
    align && `<w:jc w:val="${align}"/>`,
    section,
  ].filter(Boolean);
  return `<w:p>${inside.length > 0 ? `<w:pPr>${inside.join('')}</w:pPr>` : ''}${runs}</w:p>`;
}

/** What Word works out itself, and what stands there until it has. */
export function toField(code: string, shown: string): string {
  const { begin, end } = toOpenField(code);
  return begin + shown + end;
}

/** What stands around it where it goes over several paragraphs. */
export function toOpenField(code: string): { begin: string; end: string } {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return {
    begin: `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${toText(code)} </w:instrText></w:r>${mark('separate')}`,
    end: mark('end'),
  };
}

/** Text as it stands in an element. Signs that XML has no form for are left out: Word would refuse the file. */
export function toText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => ('\t\n'.includes(sign) ? sign : ''))
    .replaceAll(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Where a link may lead: the web and letters. Word refuses a file with an address that is none, so that it is written anew. */
export function maybeAddress(href: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(href) || !URL.canParse(href)) return undefined;
  const address = new URL(href).href.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
  return address.length <= LONGEST_ADDRESS ? toAttribute(address) : undefined;
}

/** Word takes none that is longer than 2,083. */
const LONGEST_ADDRESS = 2000;
