import { findBlocks, findLines } from './compile/code';

export interface Heading {
  /** 1 to 6. */
  level: number;
  /** Without its marks. */
  text: string;
  /** Lines before it. */
  line: number;
}

const MARKED = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;

/** What is no paragraph, so that a line under it underlines nothing. */
const OTHER = /^(?: {0,3}(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)][ \t]|[|<])| {4}|\t)/;

/** The headings of a text, for an outline: those that stand by themselves, not in quotes, lists or code. */
export function findHeadings(markdown: string): Heading[] {
  const headings: Heading[] = [];
  const { fences } = findBlocks(markdown);
  let paragraph: { text: string; line: number } | undefined;
  let line = -1;
  const add = (level: number, written: string, at: number) => {
    const text = toPlainText(written);
    if (text) headings.push({ level, text, line: at });
  };
  for (const { from, to } of findLines(markdown)) {
    line++;
    while (fences[0] && fences[0].to < from) fences.shift();
    const text = markdown.slice(from, to).trimEnd();
    const isFenced = fences[0] !== undefined && fences[0].from <= from;
    const marked = isFenced ? null : MARKED.exec(text);
    const underline = paragraph && UNDERLINE.exec(text)?.[1];
    if (marked) add(marked[1]!.length, (marked[2] ?? '').replace(/(?:^|[ \t])#+$/, ''), line);
    else if (paragraph && underline) add(underline.startsWith('=') ? 1 : 2, paragraph.text, paragraph.line);
    if (isFenced || marked || underline || text === '') paragraph = undefined;
    else if (paragraph) paragraph.text += ` ${text.trim()}`;
    else if (!OTHER.test(text)) paragraph = { text: text.trim(), line };
  }
  return headings;
}

function toPlainText(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\))?/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\\([!-/:-@[-`{-~])|\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\{\{\s*([^{}|]*?)\s*(?:\|[^{}]*)?\}\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
