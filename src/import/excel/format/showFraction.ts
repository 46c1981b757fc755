import type { FormatToken } from './numberFormat';

/** A number by a format such as `# ??/??` or `?/8`. */
export function showFraction(value: number, tokens: readonly FormatToken[]): string {
  const slashAt = tokens.findIndex(({ is }) => is === 'slash');
  const upperFrom = findRunStart(tokens, slashAt);
  const lowerTo = findRunEnd(tokens, slashAt);
  const wholeTokens = tokens.slice(0, upperFrom);
  const isMixed = wholeTokens.some(({ is }) => is === 'digit');
  const lower = tokens.slice(slashAt + 1, lowerTo);
  const given = Number(lower.map((token) => (token.is === 'literal' ? token.text : '')).join(''));
  const width = lower.length;
  const whole = isMixed ? Math.floor(value) : 0;
  const [upper, bottom] = given
    ? [Math.round((value - whole) * given), given]
    : approximate(value - whole, 10 ** width - 1);
  // as good as a whole one more
  const isWhole = isMixed && upper === bottom;
  const shownWhole = isWhole ? whole + 1 : whole;
  const top = isWhole ? 0 : upper;
  const upperWidth = slashAt - upperFrom;
  const isBlank = isMixed && top === 0;
  const fraction = isBlank
    ? ' '.repeat(upperWidth + 1 + (given ? String(given).length : width))
    : `${String(top).padStart(upperWidth)}/${String(bottom).padEnd(given ? 0 : width)}`;
  const before = wholeTokens.map((token) => toWholeText(token, shownWhole, isBlank)).join('');
  const after = tokens.slice(lowerTo).map((token) => toWholeText(token, 0, true));
  return before + fraction + after.join('');
}

function toWholeText(token: FormatToken, whole: number, isBlank: boolean): string {
  if (token.is === 'literal') return token.text;
  if (token.is === 'skip') return ' ';
  if (token.is !== 'digit') return '';
  return whole > 0 || isBlank || token.sign === '0' ? String(whole) : '';
}

function findRunStart(tokens: readonly FormatToken[], slashAt: number): number {
  let at = slashAt;
  while (tokens[at - 1]?.is === 'digit') at--;
  return at;
}

/** The lower half: placeholders, or the digits of a denominator that is given. */
function findRunEnd(tokens: readonly FormatToken[], slashAt: number): number {
  let at = slashAt + 1;
  for (let token = tokens[at]; token; token = tokens[++at]) {
    if (token.is !== 'digit' && !(token.is === 'literal' && /^\d$/.test(token.text))) break;
  }
  return at;
}

/** The nearest fraction whose denominator is not above a limit, by continued fractions. */
function approximate(value: number, limit: number): [number, number] {
  let [top, bottom, lastTop, lastBottom] = [1, 0, 0, 1];
  let rest = value;
  for (let step = 0; step < 40; step++) {
    const whole = Math.floor(rest);
    const nextBottom = whole * bottom + lastBottom;
    if (nextBottom > limit) {
      // the largest multiple that still fits may be nearer than the last convergent
      const fits = Math.floor((limit - lastBottom) / bottom);
      const other: [number, number] = [fits * top + lastTop, fits * bottom + lastBottom];
      const isNearer = Math.abs(other[0] / other[1] - value) < Math.abs(top / bottom - value);
      return isNearer ? other : [top, bottom];
    }
    [top, bottom, lastTop, lastBottom] = [whole * top + lastTop, nextBottom, top, bottom];
    if (rest === whole || Math.abs(top / bottom - value) < 1e-12) break;
    rest = 1 / (rest - whole);
  }
  return [top, bottom];
}
