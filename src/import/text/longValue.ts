import { readChunks } from '../../lib/chunks';

/** A quoted value that takes half of a sample and more, is open at its end, and closes behind it. */
export interface LongValue {
  /** Where its record begins in the sample. */
  start: number;
  /** The text as it would be if the value were its first line only. */
  shortened: string;
  /** Its other lines, some of them. */
  lines: string[];
}

export interface SampleHead {
  text: string;
  /** How many bytes of the file it is. */
  bytes: number;
}

/** What stands beside the quotes around a value, whatever the delimiter is. */
const EDGE = [',', ';', '\t', '|', '¦', '^', '~', ':', '\r', '\n'];
/** A quote that nothing closes is data: the search ends somewhere. */
const LONGEST = 2 ** 26;
const AFTER_BYTES = 2 ** 18;
/** So many lines tell whether they are records. */
const LOOKED_AT = 1000;

/** Found before any delimiter is: the lines of such a value say more of a sample than its records do. */
export async function maybeLongValue(
  body: Blob,
  { text, bytes }: SampleHead,
  quote: string,
): Promise<LongValue | undefined> {
  const open = findOpen(text, quote);
  if (open < 0 || open > text.length / 2) return undefined;
  const end = await findClosing(body.slice(bytes, bytes + LONGEST), quote);
  if (end === undefined) return undefined;
  const [first, ...lines] = text.slice(open + 1).split('\n', LOOKED_AT + 1);
  const after = await body.slice(bytes + end, bytes + end + AFTER_BYTES).text();
  return {
    start: text.lastIndexOf('\n', open) + 1,
    shortened: text.slice(0, open + 1) + first!.split(quote, 1)[0]! + quote + after,
    lines,
  };
}

/** Where the quote is that is open at the end of a text; -1 where none is. */
function findOpen(text: string, quote: string): number {
  let open = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (open >= 0 && text[at + 1] === quote) at++;
    else if (open >= 0 && isEdge(text[at + 1])) open = -1;
    else open = isEdge(text[at - 1]) ? at : -1;
  }
  return open;
}

/** How many bytes there are up to the quote that closes, and that one; nothing where another quote comes first. */
async function findClosing(rest: Blob, quote: string): Promise<number | undefined> {
  const mark = quote.charCodeAt(0);
  let isBehindQuote = false;
  let passed = 0;
  for await (const piece of readChunks(rest)) {
    for (let at = 0; at < piece.length;) {
      if (isBehindQuote) {
        if (isEdge(String.fromCharCode(piece[at]!))) return passed + at;
        if (piece[at] !== mark) return undefined;
        isBehindQuote = false;
        at++;
      }
      const found = piece.indexOf(mark, at);
      isBehindQuote = found >= 0;
      at = isBehindQuote ? found + 1 : piece.length;
    }
    passed += piece.length;
  }
  return isBehindQuote ? passed : undefined;
}

const isEdge = (char: string | undefined) => char === undefined || EDGE.includes(char);
