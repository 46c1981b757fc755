import { splitRecords } from '../../import/text/split';
import type { Fields, Loose } from '../../steps/field';

/** Two columns of a text as items of a list. */
export interface Pasted {
  readonly items: readonly Loose[];
  /** Lines that are no pair, as they stand. */
  readonly odd: readonly { readonly line: number; readonly text: string }[];
  /** What was listed before, and stays as it was. */
  readonly twice: readonly string[];
}

const DELIMITERS = ['\t', ',', '，', ';', '；', '→', '='];

/** Whether items are pairs of what can be typed. */
export function isOfPairs(fields: Fields): boolean {
  const kinds = Object.values(fields).map(({ kind }) => kind);
  return kinds.length === 2 && kinds[0] !== 'number' && kinds.every((kind) => TYPED.has(kind));
}

const TYPED = new Set(['text', 'value', 'number']);

/** Pairs as a spreadsheet copies them, or with a comma or the like between; after those that are listed. */
export function toPasted(text: string, fields: Fields, listed: readonly Loose[]): Pasted {
  const [from = '', to = ''] = Object.keys(fields);
  const isNumber = fields[to]?.kind === 'number';
  const seen = new Set(listed.map((item) => item[from]));
  const items: Loose[] = [];
  const odd: { line: number; text: string }[] = [];
  const twice: string[] = [];
  for (const { line, cells, text: written } of toLines(text)) {
    const [key = '', typed = ''] = cells;
    const value = isNumber ? toNumber(typed) : typed;
    if (cells.length !== 2 || key === '' || value === undefined) odd.push({ line, text: written });
    else if (seen.has(key)) twice.push(key);
    else {
      seen.add(key);
      items.push({ [from]: key, [to]: value });
    }
  }
  return { items, odd, twice };
}

interface Line {
  line: number;
  cells: string[];
  text: string;
}

/** The delimiter is the one that makes pairs of most lines; blanks around it count only where it is a tab. */
function toLines(text: string): Line[] {
  const ways = DELIMITERS.map((delimiter) =>
    splitRecords(text, { delimiter, quote: '"' }).flatMap((fields, at): Line[] => {
      const cells = delimiter === '\t' ? fields : fields.map((cell) => cell.trim());
      // a selection in a spreadsheet may hold empty columns to the right
      while (cells.length > 2 && cells.at(-1) === '') cells.pop();
      if (cells.every((cell) => cell.trim() === '')) return [];
      return [{ line: at + 1, cells, text: fields.join(delimiter) }];
    }),
  );
  const count = (lines: readonly Line[]) => lines.filter(({ cells }) => cells.length === 2).length;
  return ways.reduce((best, way) => (count(way) > count(best) ? way : best));
}

function toNumber(typed: string): number | undefined {
  const plain = typed.replace(/[,\s]/g, '');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? value : undefined;
}
