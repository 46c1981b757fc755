import { toColumnLetters } from '../../import/excel/address';
import { take, writeText } from '../formats/out';
import type { Picture } from './book';
import { PACKAGE_RELATIONS } from './drawings';
import type { BookState } from './state';
import { MAIN, RELATIONS, toAscii, toAttribute, XML } from './xml';

/** So many bytes go on at a time. */
export const PIECE_BYTES = 2 ** 18;
/** A part of a zip ends at 4 GB, and a row begun has to end before. */
const MOST_SHEET_BYTES = 2 ** 32 - 2 ** 28;
/** Excel takes no more links in a sheet. */
const MOST_LINKS = 65_530;

export interface SheetOptions {
  widths: readonly number[];
  /** Rows that stay in sight. */
  frozen?: number;
  pictures?: readonly Picture[];
}

export interface Ending {
  /** A range with a filter over it. */
  filter?: string;
  /** Ranges of text that looks like numbers, which Excel need not remark upon. */
  texts?: readonly string[];
  /** What is told at a cell when it is chosen. */
  prompt?: { place: string; title: string; text: string };
}

export interface Link {
  place: string;
  to: { url: string } | { location: string };
}

/** A worksheet that is being written. */
export async function openSheet(book: BookState, { widths, frozen = 0, pictures = [] }: SheetOptions) {
  const part = book.nextPart();
  const drawing = pictures.length > 0 ? await book.drawings.add(pictures) : undefined;
  const entry = await book.zip.open(`xl/worksheets/sheet${part}.xml`);
  const { out, pen } = book;
  pen.start();
  const links: Link[] = [];
  let bytes = 0;
  writeText(out, toHead(widths, frozen));

  const send = async () => {
    book.check();
    const piece = take(out);
    bytes += piece.length;
    await entry.write(piece);
  };
  return {
    part,
    out,
    pen,
    isDue: () => out.at >= PIECE_BYTES,
    send,
    isFull: () => bytes > MOST_SHEET_BYTES,
    /** Says whether there was room for it. */
    link(link: Link): boolean {
      if (links.length < MOST_LINKS) links.push(link);
      return links.length < MOST_LINKS;
    },
    async close(ending: Ending): Promise<void> {
      const relations: string[] = [];
      const relate = (type: string, target: string, mode = '') =>
        `rId${relations.push(`<Relationship Id="rId${relations.length + 1}" Type="${RELATIONS}/${type}" Target="${toAttribute(target)}"${mode}/>`)}`;
      const linkTags = links.map(({ place, to }) =>
        'url' in to
          ? `<hyperlink ref="${place}" r:id="${relate('hyperlink', to.url, ' TargetMode="External"')}"/>`
          : `<hyperlink ref="${place}" location="${toAttribute(to.location)}"/>`,
      );
      writeText(out, '</sheetData>');
      writeText(out, toTail(ending, linkTags));
      if (drawing !== undefined)
        writeText(out, `<drawing r:id="${relate('drawing', `../drawings/drawing${drawing}.xml`)}"/>`);
      writeText(out, '</worksheet>');
      await send();
      await entry.close();
      if (relations.length === 0) return;
      const text = `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${relations.join('')}</Relationships>`;
      await book.zip.store(`xl/worksheets/_rels/sheet${part}.xml.rels`, toAscii(text));
    },
  };
}

export type OpenSheet = Awaited<ReturnType<typeof openSheet>>;

function toHead(widths: readonly number[], frozen: number): string {
  const pane =
    frozen > 0
      ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : '';
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData>'
  );
}

/** Longer ones Excel takes for damage. */
const [LONGEST_TITLE, LONGEST_PROMPT] = [32, 255];

/** The elements behind the rows; their order is fixed (ECMA-376, part 1, 18.3.1.99). */
function toTail({ filter, texts = [], prompt }: Ending, links: readonly string[]): string {
  const validation =
    prompt &&
    `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${toAttribute(prompt.title.slice(0, LONGEST_TITLE))}" prompt="${toAttribute(prompt.text.slice(0, LONGEST_PROMPT))}" sqref="${prompt.place}"/>`;
  return [
    filter && `<autoFilter ref="${filter}"/>`,
    validation && `<dataValidations count="1">${validation}</dataValidations>`,
    links.length > 0 && `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    texts.length > 0 &&
      `<ignoredErrors><ignoredError sqref="${texts.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`,
  ]
    .filter(Boolean)
    .join('');
}

/** `A2:A101`; rows counted from 1. */
export function toRange(column: number, from: number, to: number, last = column): string {
  return `${toColumnLetters(column)}${from}:${toColumnLetters(last)}${to}`;
}
