import { isReserved, toSet } from '../../sql/words';
import { type Token, toTokens } from '../../sql/tokens';

/** How a stretch of SQL looks: a class of `editor.css`, and a scope of Monaco's theme. */
export type Paint =
  | 'keyword'
  | 'function'
  | 'type'
  | 'text'
  | 'number'
  | 'comment'
  | 'parameter'
  | 'name'
  | 'operator'
  | 'plain';

export interface Stroke {
  from: number;
  to: number;
  paint: Paint;
}

export interface PaintedLine {
  strokes: Stroke[];
  /** What is still open at the line's end (`/*`, `'`, `$tag$`), with which the next line begins. */
  open: string;
}

/** The strokes of one line. Lines are painted one by one, because that is how an editor asks for them. */
export function paintLine(line: string, open = ''): PaintedLine {
  const text = `${open}${line}\n`;
  const tokens = toTokens(text);
  const solid = tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const places = new Map(solid.map((token, at) => [token, at]));
  const strokes: Stroke[] = [];
  for (const token of tokens) {
    const at = places.get(token);
    const from = Math.max(0, token.from - open.length);
    const to = Math.min(line.length, token.to - open.length);
    if (token.kind === 'space' || to <= from) continue;
    const around =
      at === undefined ? {} : { before: toWord(text, solid[at - 1]), after: toWord(text, solid[at + 1]) };
    strokes.push({ from, to, paint: toPaint(token, text.slice(token.from, token.to), around) });
  }
  return { strokes, open: findOpen(text, tokens.at(-1)) };
}

/** Words of clauses that DuckDB does not reserve. */
const CLAUSES =
  toSet(`by over partition rows range preceding following unbounded current row filter within exclude replace
  first last nulls ties recursive materialized values interval exists between is in like ilike not and or if sample
  percent respect ignore groups ordinality`);

/** Reserved words that are functions where a bracket follows. */
const BOTH = toSet('left right replace if first last glob');

interface Around {
  before?: string;
  after?: string;
}

function toPaint({ kind }: Token, text: string, { before, after }: Around): Paint {
  switch (kind) {
    case 'text':
    case 'number':
    case 'comment':
    case 'parameter':
    case 'operator':
      return kind;
    case 'quoted':
      return 'name';
    case 'word':
      return toWordPaint(text.toLowerCase(), before, after);
    default:
      return 'plain';
  }
}

function toWordPaint(word: string, before = '', after = ''): Paint {
  if (before === '.') return after === '(' ? 'function' : 'name';
  if (before === '::') return 'type';
  if (after === '(' && BOTH.has(word)) return 'function';
  if (isReserved(word) || CLAUSES.has(word)) return 'keyword';
  return after === '(' ? 'function' : 'name';
}

function toWord(text: string, token: Token | undefined): string {
  return token ? text.slice(token.from, token.to) : '';
}

/** A token that goes on over the end of the line took the line end with it. */
function findOpen(text: string, last: Token | undefined): string {
  if (!last || last.kind === 'space' || last.to < text.length) return '';
  const written = text.slice(last.from);
  if (last.kind === 'comment') return written.startsWith('/*') ? '/*'.repeat(toDepth(written)) : '';
  return /^(?:[a-z]&?)?['"]|^\$[^$]*\$/i.exec(written)?.[0] ?? '';
}

function toDepth(comment: string): number {
  let depth = 0;
  for (const [mark] of comment.matchAll(/\/\*|\*\//g)) depth += mark === '/*' ? 1 : -1;
  return depth;
}
