import { RELATIONS, XML } from '../xlsx/xml';
import { group, listContents } from './body';
import type { Block, ReportContent, TableBlock } from './content';
import { fromHtml } from './docx/fromHtml';
import { toSection } from './docx/page';
import {
  toApp,
  toContentTypes,
  toCore,
  toFooter,
  toFootnotes,
  toHeader,
  toNumbering,
  toPackageRelations,
  toRelations,
  toSettings,
} from './docx/parts';
import type { DocxPicture, Pen } from './docx/pen';
import { createPen } from './docx/pen';
import { toStyles } from './docx/styles';
import { toGrid, toHalves } from './docx/table';
import { toOpenField, toParagraph, toRun, TWIPS, WORD } from './docx/xml';
import { EDGE, GAP, toBlockWidth, toTallest } from './style';

export interface DocxOptions {
  /** Of charts by their cells, of the logo and images in texts by their addresses. */
  pictures: ReadonlyMap<string, DocxPicture>;
  /** Reads a text that was laid out. */
  parse?: (html: string) => Node;
  date?: Date;
}

/** A part of the file, which is a zip of them. */
export interface DocxPart {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A report as a document of Word. Its parts are written by hand, as those of workbooks are: a library would bring a second zip writer
 * and a description of all that Word can do.
 */
export function toDocx(
  content: ReportContent,
  { pictures, parse = parseHere, date = new Date() }: DocxOptions,
): DocxPart[] {
  const { look, lang } = content;
  const headings = content.blocks.flatMap((block) => (block.kind === 'text' ? block.headings : []));
  const bookmarks = new Map(headings.map(({ id }, at) => [id, `_Toc${at + 1}`]));
  const pen = createPen({ pictures, tallest: toTallest(look), bookmarks });
  const document = toDocument(content, { pen, parse, bookmarks });
  const encoder = new TextEncoder();
  const texts = {
    '[Content_Types].xml': toContentTypes(),
    '_rels/.rels': toPackageRelations(),
    'docProps/core.xml': toCore(content, date),
    'docProps/app.xml': toApp(),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': toRelations(pen.relations),
    'word/styles.xml': toStyles(look, { lang, top: listContents(content).top }),
    'word/settings.xml': toSettings(),
    'word/numbering.xml': toNumbering(pen),
    'word/footnotes.xml': toFootnotes(pen),
    'word/header.xml': toHeader(look),
    'word/footer.xml': toFooter(look),
  };
  return [
    ...Object.entries(texts).map(([path, text]) => ({ path, bytes: encoder.encode(text) })),
    ...pen.media.map((bytes, at) => ({ path: `word/media/image${at + 1}.png`, bytes })),
  ];
}

function parseHere(html: string): Node {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

interface Writing {
  pen: Pen;
  parse: (html: string) => Node;
  bookmarks: ReadonlyMap<string, string>;
}

const NEW_PAGE = toParagraph('', { style: 'NewPage' });

function toDocument(content: ReportContent, writing: Writing): string {
  const { pen } = writing;
  const { look } = content;
  for (const part of ['styles', 'settings', 'numbering', 'footnotes']) pen.relate(part, `${part}.xml`);
  const references = (['header', 'footer'] as const)
    .map((part) => `<w:${part}Reference w:type="default" r:id="${pen.relate(part, `${part}.xml`)}"/>`)
    .join('');
  const contents = look.contents ? toContents(content, writing) : '';
  const pieces = [
    toHead(content, pen),
    contents,
    look.cover && contents && NEW_PAGE,
    ...group(content.blocks).flatMap((blocks) => toGroup(blocks, content, writing)),
    ...toSources(content),
  ].filter((piece): piece is string => !!piece);
  // a page that is begun twice would be empty
  const body = pieces.filter((piece, at) => piece !== NEW_PAGE || pieces[at - 1] !== NEW_PAGE);
  const spaces = [
    `xmlns:w="${WORD}" xmlns:r="${RELATIONS}"`,
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  ];
  return `${XML}<w:document ${spaces.join(' ')}><w:body>${body.join('')}${toSection(look, references)}</w:body></w:document>`;
}

function toHead(content: ReportContent, pen: Pen): string {
  const { look, logo, title, subtitle, author, asOf, filters, words } = content;
  const facts = [author, asOf].filter(Boolean).join(' · ');
  const values = filters.map(
    ({ name, value }, at) =>
      `${toRun(at > 0 ? '  ·  ' : ' ')}${toRun(name, { bold: true })}${toRun(` ${value}`)}`,
  );
  return [
    look.cover && toParagraph('', { style: 'CoverTop' }),
    logo && toParagraph(pen.picture(logo, { alt: '', room: toBlockWidth(look) }), { style: 'Picture' }),
    toParagraph(toRun(title), { style: 'Title' }),
    subtitle && toParagraph(toRun(subtitle), { style: 'Subtitle' }),
    facts && toParagraph(toRun(facts), { style: 'Facts' }),
    values.length > 0 && toParagraph(toRun(words.filters) + values.join(''), { style: 'Facts' }),
    look.cover ? toParagraph('', { section: toSection(look) }) : toParagraph('', { style: 'HeadEnd' }),
  ]
    .filter(Boolean)
    .join('');
}

/** Contents as Word makes them itself, with what it would find; page numbers come when a person has it look anew. */
function toContents(content: ReportContent, { bookmarks }: Writing): string {
  const { top, shown } = listContents(content);
  const items = shown.map(({ level, text, id }) => ({
    style: `TOC${level}`,
    link: `<w:hyperlink w:anchor="${bookmarks.get(id)}" w:history="1">${toRun(text)}</w:hyperlink>`,
  }));
  if (items.length < 2) return '';
  const code = `TOC \\o "${top}-${top + 1}" \\h \\z`;
  const { begin, end } = toOpenField(code);
  return [
    toParagraph(toRun(content.words.contents), { style: 'TOCHeading' }),
    ...items.map(({ link, style }, at) => toParagraph(at === 0 ? begin + link : link, { style })),
    toParagraph(end, { style: 'Gap' }),
  ].join('');
}

function toGroup(blocks: readonly Block[], { look }: ReportContent, writing: Writing): string[] {
  const isPair = blocks.length > 1;
  const first = blocks[0]!;
  const room = toBlockWidth(look, isPair || first.half);
  const written = blocks.map((block) => toBlock(block, room, writing));
  const shown = isPair
    ? // what stands in a half ends with a paragraph, as the format demands
      toHalves(written, { room: toBlockWidth(look), gap: GAP }) + toParagraph('', { style: 'Gap' })
    : written[0]!;
  return first.newPage ? [NEW_PAGE, shown] : [shown];
}

function toBlock(block: Block, room: number, { pen, parse }: Writing): string {
  const { kind, caption, sql, warning, cell } = block;
  const mark = sql === undefined ? '' : pen.note(sql);
  const warned = warning ? toParagraph(toRun(warning), { style: 'Warning' }) : '';
  if (kind === 'text') {
    const below = caption || mark ? toParagraph(toRun(caption) + mark, { style: 'Below' }) : '';
    return toEnded(fromHtml(parse(block.html), { pen, room })) + below + warned;
  }
  const above = caption && toParagraph(toRun(caption) + mark, { style: 'Caption' });
  // a number alone takes no line from the picture that says its own title
  const bare = caption ? '' : mark;
  switch (kind) {
    case 'chart': {
      const reach = -EDGE * TWIPS;
      const picture = pen.picture(cell, { alt: block.says, room: room + 2 * EDGE });
      const line = toParagraph(picture, { style: 'Picture', indent: [reach, reach] });
      return above + line + (bare && toParagraph(bare, { style: 'Below', align: 'right' })) + warned;
    }
    case 'table':
      return (
        above + toTable(block, room) + toParagraph(toRun(block.note) + bare, { style: 'Below' }) + warned
      );
    default:
      return above + toParagraph(toRun(block.text) + bare, { style: 'Missing' }) + warned;
  }
}

function toTable({ columns }: TableBlock, room: number): string {
  return toGrid(columns, {
    room,
    toInside: (column, row) => {
      const { name, texts } = columns[column]!;
      return toRun((row < 0 ? name : texts[row]) ?? '');
    },
  });
}

/** A text with something in it, whatever it was. */
function toEnded(paragraphs: string): string {
  return paragraphs || toParagraph('');
}

function toSources({ sources, words }: ReportContent): string[] {
  if (sources.length === 0) return [];
  return [
    toParagraph(toRun(words.sources), { style: 'Sources' }),
    ...sources.map((source) => toParagraph(toRun(source), { style: 'Source' })),
  ];
}
