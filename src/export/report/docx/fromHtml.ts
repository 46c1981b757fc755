import type { Pen } from './pen';
import type { GridColumn } from './table';
import { toGrid } from './table';
import type { ParagraphLook, RunLook } from './xml';
import { toParagraph, toRun } from './xml';

/** Where a paragraph stands. The first of a list's item has its mark. */
interface Place {
  style?: string;
  depth: number;
  list?: ParagraphLook['list'];
  room: number;
}

/** As far as a list's text stands in, in twips. */
export const LIST_STEP = 360;
const DEEPEST = 8;
/** Word counts no further, and opens no file whose tables have more columns. */
const HIGHEST_START = 32_767;
const MOST_COLUMNS = 63;
const BLOCKS = new Set(
  'H1 H2 H3 H4 H5 H6 P UL OL LI BLOCKQUOTE PRE TABLE HR DIV DETAILS SUMMARY DL DT DD'.split(' '),
);
const looks: Record<string, RunLook> = {
  STRONG: { bold: true },
  B: { bold: true },
  EM: { italic: true },
  I: { italic: true },
  DEL: { strike: true },
  S: { strike: true },
  U: { underline: true },
  INS: { underline: true },
  SUP: { place: 'superscript' },
  SUB: { place: 'subscript' },
  CODE: { style: 'Code' },
  KBD: { style: 'Code' },
  MARK: { style: 'Mark' },
  SMALL: { style: 'Small' },
};

/** A text that was laid out as HTML, as paragraphs and tables. */
export function fromHtml(root: Node, { pen, room }: { pen: Pen; room: number }): string {
  return toFlow(root, { depth: 0, room }, pen);
}

function toFlow(parent: Node, place: Place, pen: Pen): string {
  const done: string[] = [];
  let line: Node[] = [];
  const endLine = () => {
    if (line.some((node) => isElement(node) || node.textContent?.trim())) done.push(toLine(line, place, pen));
    line = [];
  };
  for (const node of parent.childNodes) {
    if (!isElement(node) || !BLOCKS.has(node.tagName.toUpperCase())) {
      line.push(node);
      continue;
    }
    endLine();
    done.push(toBlock(node, place, pen));
  }
  endLine();
  return done.join('');
}

function toLine(nodes: readonly Node[], place: Place, pen: Pen): string {
  const { style, depth, list, room } = place;
  delete place.list;
  const look = {
    ...(style && { style }),
    ...(list && { list }),
    ...(!list && depth > 0 && { indent: [depth * LIST_STEP, 0] as const }),
  };
  return toParagraph(toRuns(nodes, {}, { pen, room }), look);
}

function toBlock(element: Element, place: Place, pen: Pen): string {
  const tag = element.tagName.toUpperCase();
  const within = { ...place };
  // the mark stands before the first line, wherever in the item it is
  delete place.list;
  const nodes = [...element.childNodes];
  if (/^H\d$/.test(tag)) {
    const runs = toRuns(nodes, {}, { pen, room: place.room });
    return toParagraph(pen.mark(element.id, runs), { style: `Heading${tag[1]}` });
  }
  switch (tag) {
    case 'UL':
    case 'OL':
      return toList(element, within, pen);
    case 'BLOCKQUOTE':
      return toFlow(element, { ...within, style: 'Quote' }, pen);
    case 'PRE':
      return toParagraph(toRun(element.textContent?.replace(/\n$/, '') ?? ''), { style: 'CodeBlock' });
    case 'HR':
      return toParagraph('', { style: 'Rule' });
    case 'TABLE':
      return toTable(element, within, pen);
    case 'SUMMARY':
    case 'DT':
      return toParagraph(toRuns(nodes, { bold: true }, { pen, room: place.room }));
    case 'DD':
      return toFlow(element, { ...within, depth: within.depth + 1 }, pen);
    default:
      return toFlow(element, within, pen);
  }
}

function toList(element: Element, { depth, room }: Place, pen: Pen): string {
  const level = Math.min(depth, DEEPEST);
  const start = Math.min(Math.max(0, Number(element.getAttribute('start') ?? 1) || 0), HIGHEST_START);
  const number = element.tagName.toUpperCase() === 'OL' ? pen.list(start, level) : 1;
  return [...element.children]
    .map((item) =>
      toFlow(item, { style: 'ListParagraph', depth: depth + 1, list: { number, level }, room }, pen),
    )
    .join('');
}

function toTable(element: Element, { room }: Place, pen: Pen): string {
  const [head, ...rows] = [...element.querySelectorAll('tr')].map((row) => [...row.children]);
  if (!head?.length) return '';
  const columns = head.slice(0, MOST_COLUMNS).map((cell, at): GridColumn => {
    const align = cell.getAttribute('align');
    return {
      name: cell.textContent ?? '',
      texts: rows.map((row) => row[at]?.textContent ?? ''),
      isRight: align === 'right',
      isCentred: align === 'center',
    };
  });
  const toInside = (column: number, row: number) => {
    const cell = (row < 0 ? head : rows[row])?.[column];
    return cell ? toRuns([...cell.childNodes], {}, { pen, room }) : '';
  };
  // two tables that follow one another would be one
  return toGrid(columns, { room, toInside }) + toParagraph('', { style: 'Gap' });
}

interface Inline {
  pen: Pen;
  room: number;
}

function toRuns(nodes: readonly Node[], look: RunLook, inline: Inline): string {
  return nodes.map((node) => toInline(node, look, inline)).join('');
}

function toInline(node: Node, look: RunLook, inline: Inline): string {
  if (!isElement(node))
    return node.nodeType === TEXT ? toRun((node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '), look) : '';
  const { pen, room } = inline;
  const tag = node.tagName.toUpperCase();
  if (tag === 'BR') return toRun('\n', look);
  if (tag === 'IMG')
    return pen.picture(node.getAttribute('src') ?? '', { alt: node.getAttribute('alt') ?? '', room });
  const nodes = [...node.childNodes];
  const link = tag === 'A' ? pen.link(node.getAttribute('href') ?? '') : undefined;
  if (link !== undefined) {
    const runs = toRuns(nodes, { ...look, style: 'Hyperlink' }, inline);
    return `<w:hyperlink r:id="${link}">${runs}</w:hyperlink>`;
  }
  return toRuns(nodes, { ...look, ...looks[tag] }, inline);
}

const ELEMENT = 1;
const TEXT = 3;

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}
