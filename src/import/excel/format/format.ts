import type { FormatSection, FormatToken } from './numberFormat';
import { isMoment, toNumberFormat } from './numberFormat';
import { showDate } from './showDate';
import { showGeneral, showNumber } from './showNumber';

/** What Excel shows where a number is no date although its format says so. */
const NOT_A_DATE = '########';

/** A number as Excel shows it. */
export function formatNumber(value: number, code: string, date1904 = false): string {
  if (code === 'General') return showGeneral(value);
  const { sections } = toNumberFormat(code);
  const { section, isPlain } = chooseSection(sections, value);
  if (!section) return NOT_A_DATE;
  if (isMoment(section.kind)) return showDate(value, section.tokens, date1904) ?? NOT_A_DATE;
  const size = Math.abs(value);
  const sign = value < 0 && !isPlain ? '-' : '';
  if (section.kind === 'number' || section.kind === 'percent') return sign + showNumber(size, section.tokens);
  return sign + section.tokens.map((token) => toText(token, () => showGeneral(size))).join('');
}

/** A text as Excel shows it: most formats leave it alone. */
export function formatText(text: string, code: string): string {
  if (code === 'General' || code === '@') return text;
  const { sections } = toNumberFormat(code);
  const section = sections[3] ?? sections.find(({ kind }) => kind === 'text');
  if (!section || (section.kind !== 'text' && !sections[3])) return text;
  return section.tokens.map((token) => toText(token, () => text)).join('');
}

function toText(token: FormatToken, show: () => string): string {
  switch (token.is) {
    case 'general':
    case 'text':
      return show();
    case 'literal':
      return token.text;
    case 'skip':
      return ' ';
    case 'percent':
      return '%';
    case 'point':
      return '.';
    case 'comma':
      return ',';
    case 'slash':
      return '/';
    default:
      return '';
  }
}

interface Choice {
  section: FormatSection | undefined;
  /** The section says itself that the number is negative, or what else it is. */
  isPlain: boolean;
}

function chooseSection(sections: readonly FormatSection[], value: number): Choice {
  const numeric = sections.slice(0, 3);
  if (!numeric.some(({ condition }) => condition)) {
    // a section for text alone has no say on numbers
    const usable = numeric.length > 1 && numeric.at(-1)!.kind === 'text' ? numeric.slice(0, -1) : numeric;
    if (value < 0 && usable.length > 1) return { section: usable[1], isPlain: true };
    if (value === 0 && usable.length > 2) return { section: usable[2], isPlain: true };
    return { section: usable[0], isPlain: false };
  }
  const found = numeric.findIndex(({ condition }, index) =>
    holds(toCondition(condition, index, numeric), value),
  );
  const section = numeric[found];
  const condition = section && toCondition(section.condition, found, numeric);
  const isNegative =
    condition?.sign === '<' ? condition.limit <= 0 : condition?.sign === '<=' && condition.limit < 0;
  return { section, isPlain: isNegative };
}

/** A section without a condition beside one that has it takes the rest; a second of three takes what is negative. */
function toCondition(
  condition: FormatSection['condition'],
  index: number,
  sections: readonly FormatSection[],
): FormatSection['condition'] {
  if (condition || index === sections.length - 1) return condition;
  return index === 0 ? { sign: '>', limit: 0 } : { sign: '<', limit: 0 };
}

function holds(condition: FormatSection['condition'], value: number): boolean {
  if (!condition) return true;
  const { sign, limit } = condition;
  switch (sign) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    case '<>':
      return value !== limit;
  }
}
