import type { TextForm } from './questions';
import { dayForms } from './questions';
import type { Suggestion } from './suggestion';
import { CODE } from './suggestion';

/** What was counted of a text column. */
export interface SeenText {
  name: string;
  present: number;
  different: number;
  /** Mean length. */
  length: number;
  /** The texts that stand for nothing, the most frequent first. */
  markers: readonly string[];
  by: Readonly<Record<TextForm, { count: number; example: string }>>;
}

/** Nearly all, so that a few slips hide nothing. */
const NEARLY_ALL = 0.95;
/** Longer texts are sentences, in which full-width marks are right. */
const SENTENCE = 30;

export function judgeTexts(seen: readonly SeenText[], looked: number): Suggestion[] {
  const found: Suggestion[] = [];
  const add = (
    why: Suggestion['why'],
    columns: readonly string[],
    { count, example }: { count: number; example: string },
    step: Suggestion['step'],
    params: Suggestion['params'] = {},
  ) => found.push({ why, columns, count, looked, example, params, step });

  for (const column of seen) {
    const { name, present, by } = column;
    const words = present - by.marker.count;
    if (words <= 0) continue;
    const isConverted = findTyped(column, words, add);
    if (!isConverted && column.markers.length > 0 && by.marker.count < 0.8 * present && column.length > 1.2)
      add('markers', [name], by.marker, {
        step: 'map',
        column: name,
        pairs: column.markers.map((from) => ({ from, to: '' })),
      });
    if (by.email.count > 0.5 * words && by.capital.count > 0)
      add('email-case', [name], by.capital, { step: 'tidy', columns: [name], case: 'lower' });
    findPhones(column, words, add);
    findIdCards(column, words, add);
  }
  const together = (why: 'spaces' | 'wide', form: TextForm, all: readonly SeenText[], settings: object) => {
    const names = all.map(({ name }) => name);
    if (names.length === 0) return;
    const count = all.reduce((sum, { by }) => sum + by[form].count, 0);
    add(
      why,
      names,
      { count, example: all[0]!.by[form].example },
      { step: 'tidy', columns: names, ...settings },
    );
  };
  const isShort = ({ length }: SeenText) => length < SENTENCE;
  together(
    'spaces',
    'spaced',
    seen.filter((it) => isShort(it) && it.by.spaced.count > 0),
    {},
  );
  together(
    'wide',
    'wide',
    seen.filter((it) => isShort(it) && it.by.wide.count > 0),
    { width: 'half' },
  );
  return found;
}

type Add = (
  why: Suggestion['why'],
  columns: readonly string[],
  what: { count: number; example: string },
  step: Suggestion['step'],
  params?: Suggestion['params'],
) => void;

/** Numbers and days that are texts; what can't be read stays in a column beside. */
function findTyped({ name, by }: SeenText, words: number, add: Add): boolean {
  const days = dayForms.filter((form) => by[form].count > 0);
  const written = countDays(by);
  if (isDays(by, words) && (days.length > 1 || days[0] !== 'compact')) {
    const example = days
      .slice(0, 3)
      .map((form) => by[form].example)
      .join(', ');
    const step = {
      step: 'dates',
      columns: [name],
      to: by.timed.count > 0 ? 'moment' : 'day',
      failing: written < words ? 'beside' : 'clear',
    };
    add('dates-as-text', [name], { count: written, example }, step, { formats: days.length });
    return true;
  }
  const isCode = by.zeros.count > 0 || by.long.count > 0.5 * words || CODE.test(name);
  if (isCode || by.number.count < NEARLY_ALL * words) return false;
  const example = [by.odd, by.marker, by.number].find(({ count }) => count > 0)!.example;
  const step = {
    step: 'convert',
    columns: [name],
    to: 'number',
    failing: by.number.count < words ? 'beside' : 'clear',
  };
  add('numbers-as-text', [name], { count: by.number.count, example }, step);
  return true;
}

/** Mobile numbers, some of which are written in another way or have digits too many or too few. */
function findPhones({ name, by }: SeenText, words: number, add: Add): void {
  if (by.dialled.count < 0.7 * words || by.mobile.count < 0.5 * words) return;
  const count = words - by.mobile.count;
  if (count > 0)
    add('phones', [name], { count, example: '' }, { step: 'phone', columns: [name], invalid: 'flag' });
}

/** ID numbers of citizens whose last digit does not fit the others. */
function findIdCards({ name, by }: SeenText, words: number, add: Add): void {
  if (by.idCard.count < 0.7 * words) return;
  const count = words - by.idCard.count;
  if (count > 0)
    add('id-cards', [name], { count, example: '' }, { step: 'idCard', columns: [name], invalid: 'flag' });
}

export function isDays(by: SeenText['by'], words: number): boolean {
  return countDays(by) >= NEARLY_ALL * words;
}

function countDays(by: SeenText['by']): number {
  return dayForms.reduce((sum, form) => sum + by[form].count, 0);
}
