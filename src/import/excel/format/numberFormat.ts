/** A number format as Excel writes it, taken apart: `#,##0.00;[Red]-#,##0.00`, `yyyy"年"m"月"`, `[h]:mm`. */
export interface NumberFormat {
  sections: FormatSection[];
  /** What its numbers mean. */
  kind: FormatKind;
  /** Zeros before the first digit belong to what is shown: `00000`. */
  isPadded: boolean;
}

export type FormatKind =
  'general' | 'number' | 'percent' | 'date' | 'timestamp' | 'time' | 'duration' | 'text';

export interface FormatSection {
  condition?: { sign: '<' | '<=' | '>' | '>=' | '=' | '<>'; limit: number };
  tokens: FormatToken[];
  kind: FormatKind;
}

export type DatePart = 'y' | 'month' | 'd' | 'h' | 'minute' | 's' | 'a' | 'b';

export type FormatToken =
  | { is: 'literal'; text: string }
  /** Its width is that of a character: `_)`. */
  | { is: 'skip' }
  | { is: 'digit'; sign: '0' | '#' | '?' }
  | { is: 'point' }
  | { is: 'comma' }
  | { is: 'percent' }
  | { is: 'exponent'; plus: boolean }
  | { is: 'slash' }
  | { is: 'text' }
  | { is: 'general' }
  | { is: 'part'; part: DatePart; length: number; elapsed?: boolean }
  | { is: 'fraction'; length: number }
  | { is: 'noon'; words: readonly [string, string] };

const known = new Map<string, NumberFormat>();

export function toNumberFormat(code: string): NumberFormat {
  let format = known.get(code);
  if (!format) {
    format = parse(code);
    // a workbook has at most 65,490 formats; a thousand are more than one is ever read with
    if (known.size > 1000) known.clear();
    known.set(code, format);
  }
  return format;
}

function parse(code: string): NumberFormat {
  const sections = splitSections(code).map(parseSection);
  const first = sections[0]!;
  const dated = sections.slice(0, 2).find(({ kind }) => isMoment(kind));
  const kind = dated?.kind ?? first.kind;
  return { sections, kind, isPadded: kind === 'number' && isPadded(first.tokens) };
}

export function isMoment(kind: FormatKind): boolean {
  return kind === 'date' || kind === 'timestamp' || kind === 'time' || kind === 'duration';
}

/** Digits only, of which two or more are always shown: an identifier, not an amount. */
function isPadded(tokens: readonly FormatToken[]): boolean {
  let zeros = 0;
  for (const token of tokens) {
    if (token.is === 'digit') zeros += token.sign === '0' ? 1 : 0;
    else if (token.is !== 'literal' && token.is !== 'skip') return false;
  }
  return zeros >= 2;
}

function splitSections(code: string): string[] {
  const sections: string[] = [];
  let start = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code[at];
    if (char === '"') at = endOf(code, '"', at + 1);
    else if (char === '\\' || char === '_' || char === '*') at++;
    else if (char === '[') at = endOf(code, ']', at + 1);
    else if (char === ';') {
      sections.push(code.slice(start, at));
      start = at + 1;
    }
  }
  sections.push(code.slice(start));
  return sections;
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from);
  return end < 0 ? code.length : end;
}

const PARTS: Record<string, DatePart> = {
  y: 'y',
  m: 'month',
  d: 'd',
  h: 'h',
  s: 's',
  a: 'a',
  b: 'b',
  e: 'y',
};
const NOON: [string, readonly [string, string]][] = [
  ['am/pm', ['AM', 'PM']],
  ['a/p', ['A', 'P']],
  ['上午/下午', ['上午', '下午']],
  ['午前/午後', ['午前', '午後']],
  ['오전/오후', ['오전', '오후']],
];

function parseSection(code: string): FormatSection {
  const tokens: FormatToken[] = [];
  let condition: FormatSection['condition'];
  for (let at = 0; at < code.length;) {
    const char = code[at]!;
    const rest = code.slice(at, at + 7).toLowerCase();
    const noon = NOON.find(([sign]) => rest.startsWith(sign));
    if (char === '"') {
      const end = endOf(code, '"', at + 1);
      tokens.push({ is: 'literal', text: code.slice(at + 1, end) });
      at = end + 1;
    } else if (char === '\\') {
      tokens.push({ is: 'literal', text: code[at + 1] ?? '' });
      at += 2;
    } else if (char === '_') {
      tokens.push({ is: 'skip' });
      at += 2;
    } else if (char === '*') {
      at += 2;
    } else if (char === '[') {
      const end = endOf(code, ']', at + 1);
      const inside = code.slice(at + 1, end);
      const token = parseBracket(inside);
      if (token) tokens.push(token);
      condition ??= parseCondition(inside);
      at = end + 1;
    } else if (rest.startsWith('general')) {
      tokens.push({ is: 'general' });
      at += 7;
    } else if (noon) {
      const [sign, words] = noon;
      tokens.push({ is: 'noon', words: sign === 'a/p' ? [code[at]!, code[at + 2]!] : words });
      at += sign.length;
    } else if (/e/i.test(char) && /^e[-+]/.test(rest)) {
      tokens.push({ is: 'exponent', plus: rest[1] === '+' });
      at += 2;
    } else if (/[ymdhsabe]/i.test(char) && !(/a/i.test(char) && !rest.startsWith('aaa'))) {
      let end = at + 1;
      while (code[end]?.toLowerCase() === rest[0]) end++;
      tokens.push({
        is: 'part',
        part: PARTS[rest[0]!]!,
        length: rest[0] === 'e' ? 4 : end - at,
      });
      at = end;
    } else {
      tokens.push(toSimpleToken(char));
      at++;
    }
  }
  const settled = settleFractions(settleMinutes(tokens));
  return { ...(condition && { condition }), tokens: settled, kind: toKind(settled) };
}

function toSimpleToken(char: string): FormatToken {
  switch (char) {
    case '0':
    case '#':
    case '?':
      return { is: 'digit', sign: char };
    case '.':
      return { is: 'point' };
    case ',':
      return { is: 'comma' };
    case '%':
      return { is: 'percent' };
    case '/':
      return { is: 'slash' };
    case '@':
      return { is: 'text' };
    default:
      return { is: 'literal', text: char };
  }
}

/** `[h]`, `[$€-2]`; colours, languages and other digits have nothing to show. */
function parseBracket(inside: string): FormatToken | undefined {
  const elapsed = /^(h+|m+|s+)$/i.exec(inside);
  if (elapsed) {
    const letter = inside[0]!.toLowerCase();
    const part = letter === 'm' ? 'minute' : (letter as 'h' | 's');
    return { is: 'part', part, length: inside.length, elapsed: true };
  }
  const currency = /^\$([^-]*)/.exec(inside);
  return currency?.[1] ? { is: 'literal', text: currency[1] } : undefined;
}

function parseCondition(inside: string): FormatSection['condition'] {
  const found = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:e[-+]?\d+)?)$/i.exec(inside);
  if (!found) return undefined;
  type Sign = NonNullable<FormatSection['condition']>['sign'];
  return { sign: found[1] as Sign, limit: Number(found[2]) };
}

/** `m` is minutes after hours and before seconds, else months. */
function settleMinutes(tokens: FormatToken[]): FormatToken[] {
  const places = tokens.flatMap((token, at) => (token.is === 'part' ? [at] : []));
  places.forEach((at, index) => {
    const token = tokens[at]!;
    if (token.is !== 'part' || token.part !== 'month' || token.length > 2) return;
    const before = tokens[places[index - 1] ?? -1];
    const after = tokens[places[index + 1] ?? -1];
    const isMinute =
      (before?.is === 'part' && before.part === 'h') || (after?.is === 'part' && after.part === 's');
    if (isMinute) tokens[at] = { ...token, part: 'minute' };
  });
  return tokens;
}

/** `.00` after seconds is a part of a second; `.`, `,` and `/` between other parts of dates stand for themselves. */
function settleFractions(tokens: FormatToken[]): FormatToken[] {
  if (!tokens.some(({ is }) => is === 'part')) return tokens;
  const settled: FormatToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    let end = at + 1;
    if (token.is === 'point') {
      while (tokens[end]?.is === 'digit') end++;
      if (end > at + 1) {
        settled.push({ is: 'fraction', length: end - at - 1 });
        at = end - 1;
      } else settled.push({ is: 'literal', text: '.' });
    } else if (token.is === 'slash') settled.push({ is: 'literal', text: '/' });
    else if (token.is === 'comma') settled.push({ is: 'literal', text: ',' });
    else if (token.is === 'digit') settled.push({ is: 'literal', text: token.sign });
    else settled.push(token);
  }
  return settled;
}

function toKind(tokens: readonly FormatToken[]): FormatKind {
  const has = (is: FormatToken['is']) => tokens.some((token) => token.is === is);
  if (has('part')) {
    const parts = tokens.filter((token) => token.is === 'part');
    if (parts.some(({ elapsed }) => elapsed)) return 'duration';
    const hasTime = parts.some(({ part }) => part === 'h' || part === 'minute' || part === 's');
    if (parts.some(({ part }) => part !== 'h' && part !== 'minute' && part !== 's')) {
      return hasTime ? 'timestamp' : 'date';
    }
    return 'time';
  }
  if (has('text')) return 'text';
  if (has('percent')) return 'percent';
  if (has('digit')) return 'number';
  return 'general';
}
