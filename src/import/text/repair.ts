import type { Field, Grammar } from './fields';
import { findEndAfter, findOpening, toClosing } from './fields';
import type { ColumnForm } from './shape';
import { FREE_FORM, hasForm, toClass } from './shape';

/** What a repair may do besides deciding which quotes are data. */
export interface RepairRules {
  forms: readonly ColumnForm[];
  width: number;
  /** Only quotes are in doubt: no delimiter is one too many or one too few. */
  quotesOnly?: boolean;
}

interface Solution {
  cost: number;
  field: Field;
  rest: Solution | undefined;
  /** All its fields in one text, which tells solutions apart. */
  key: string;
}

const LONGEST = 20_000;
const WIDEST = 300;
const MOST_DELIMITERS = 600;
/** Solutions kept for each place: enough to see that the best one is not the only one. */
const KEPT = 3;
const MARGIN = 2;
/** Steps after which a record is too hard. */
const MOST_STEPS = 20_000;

// what each reading of the text costs: the less it departs from the rule, the likelier it is
const STRAY_QUOTE = 1;
const QUOTE_AS_DATA = 2;
const JOINED = 3;
const DROPPED_BLANK = 3;
const UNEXPECTED_VALUE = 4;
const SPLIT_BETWEEN_KINDS = 5;
const SPLIT_WITHIN_KIND = 8;
const LONGEST_SPLIT = 400;
const MOST_CLOSINGS = 16;

/**
 * The fields of a record that has not the right number of them, where exactly one way of reading it gives every field the
 * form that its column has: a delimiter is missing or one too many, a blank one or one within a text, or a quote is data.
 */
export function maybeRepair(text: string, grammar: Grammar, rules: RepairRules): Field[] | undefined {
  if (text.length > LONGEST || rules.width > WIDEST || rules.width < 2) return undefined;
  if (countDelimiters(text, grammar.delimiter) > MOST_DELIMITERS) return undefined;
  const search = createSearch(text, grammar, rules);
  const [best, second] = search.solve(0, 0);
  if (!best || search.isExhausted() || (second && second.cost < best.cost + MARGIN)) return undefined;
  const fields: Field[] = [];
  for (let at: Solution | undefined = best; at; at = at.rest) fields.push(at.field);
  return fields;
}

function countDelimiters(text: string, delimiter: string): number {
  let count = 0;
  for (let at = text.indexOf(delimiter); at >= 0 && count <= MOST_DELIMITERS; count++)
    at = text.indexOf(delimiter, at + delimiter.length);
  return count;
}

/** The cheapest ways to read the text from a place on as the fields from a column on, the best first. */
function createSearch(text: string, grammar: Grammar, { forms, width, quotesOnly = false }: RepairRules) {
  const { delimiter, quote } = grammar;
  const closing = toClosing(quote);
  const known = new Map<number, Solution[]>();
  let steps = 0;

  function solve(at: number, column: number): Solution[] {
    const place = at * (width + 1) + column;
    const found = known.get(place);
    if (found) return found;
    // a place can't be reached again from itself: a dropped blank and every field but a last one move on
    const solutions: Solution[] = [];
    known.set(place, solutions);
    if (column < width && steps++ < MOST_STEPS) {
      const opens = quote === '' ? -1 : findOpening(text, at, grammar);
      if (opens >= 0) addQuoted(at, opens, column, solutions);
      else addPlain(at, column, solutions);
    }
    return solutions;
  }

  function add(
    to: Solution[],
    field: Field,
    cost: number,
    column: number,
    rests: Solution[] | undefined,
  ): void {
    steps++;
    const form = forms[column] ?? FREE_FORM;
    if (!hasForm(field ?? '', form) && !hasForm(withoutQuotes(field ?? '', quote), form)) return;
    const extra = form.blank === 'always' && (field ?? '').trim() !== '' ? UNEXPECTED_VALUE : 0;
    addSolutions(to, field, cost + extra, column, rests);
  }

  function addSolutions(
    to: Solution[],
    field: Field,
    cost: number,
    column: number,
    rests: Solution[] | undefined,
  ): void {
    if (!rests) {
      if (column === width - 1) keep(to, { cost, field, rest: undefined, key: field ?? '' });
      return;
    }
    for (const rest of rests)
      keep(to, { cost: cost + rest.cost, field, rest, key: `${field ?? ''}\u001f${rest.key}` });
  }

  /** What follows a field that ends here: the next ones, or nothing at the end of the text. */
  const after = (end: number, column: number) =>
    end >= text.length ? undefined : solve(end + delimiter.length, column + 1);

  function addQuoted(at: number, opens: number, column: number, to: Solution[]): void {
    let closings = 0;
    for (
      let close = text.indexOf(closing, opens + 1);
      close >= 0 && closings < MOST_CLOSINGS;
      close = text.indexOf(closing, close + 1)
    ) {
      const end = findEndAfter(text, close, grammar);
      const grown = end < 0 && !quotesOnly;
      if (end < 0 && !grown) continue;
      closings++;
      const { field, strays } = unquote(text.slice(opens + 1, close), grammar);
      const cost = strays * STRAY_QUOTE;
      if (grown && strays > 0) continue;
      if (grown) add(to, field, cost + SPLIT_BETWEEN_KINDS, column, solve(close + 1, column + 1));
      else add(to, field, cost, column, after(end, column));
    }
    // the quote is data; the value behind it has the form of its column
    const end = findDelimiter(at);
    const field = text.slice(at, end);
    const bare = text.slice(opens + 1, end);
    const form = forms[column] ?? FREE_FORM;
    const unexpected = form.blank === 'always' ? UNEXPECTED_VALUE : 0;
    if (bare === '' || hasForm(bare, form))
      addSolutions(to, field, QUOTE_AS_DATA + unexpected, column, after(end, column));
  }

  function addPlain(at: number, column: number, to: Solution[]): void {
    const end = findDelimiter(at);
    const field = text.slice(at, end);
    add(to, toField(field), countQuotes(field), column, after(end, column));
    if (quotesOnly) return;
    if (field === '' && end < text.length)
      for (const rest of solve(end + delimiter.length, column))
        keep(to, { ...rest, cost: rest.cost + DROPPED_BLANK });
    if (isFree(column)) addJoined(at, end, column, to);
    addSplit(at, end, column, to);
  }

  /** A text with delimiters in it, and no quotes around it. */
  function addJoined(at: number, first: number, column: number, to: Solution[]): void {
    if (first === at) return;
    let cost = 0;
    for (let end = first; end < text.length;) {
      const next = end + delimiter.length;
      if (findOpening(text, next, grammar) >= 0) return;
      // a comma within a text has a blank behind it: `tea, green`
      if (delimiter.trim() !== '' && !delimiter.endsWith(' ') && text[next] !== ' ') return;
      end = findDelimiter(next);
      cost += JOINED;
      const field = text.slice(at, end);
      if (end > next) add(to, field, cost + countQuotes(field), column, after(end, column));
    }
  }

  /** Two fields that have grown together. A value with a form is taken as long as it can be. */
  function addSplit(at: number, end: number, column: number, to: Solution[]): void {
    if (column + 1 >= width || end - at > LONGEST_SPLIT) return;
    const canCut = !isFree(column) || !isFree(column + 1);
    let longest = 0;
    for (let cut = end - 1; cut > at && steps < MOST_STEPS; cut--) {
      const atQuote = quote !== '' && text[cut] === quote;
      if (!atQuote && !canCut) continue;
      steps++;
      const field = text.slice(at, cut);
      if (!hasForm(field, forms[column] ?? FREE_FORM)) continue;
      const rests = solve(cut, column + 1);
      if (rests.length === 0) continue;
      longest ||= cut;
      const isCutWithin = !atQuote && toClass(text[cut - 1]!) === toClass(text[cut]!);
      const isShorter = !isFree(column) && cut < longest;
      add(to, field, isCutWithin || isShorter ? SPLIT_WITHIN_KIND : SPLIT_BETWEEN_KINDS, column, rests);
    }
  }

  const countQuotes = (field: string) =>
    quote === '' ? 0 : QUOTE_AS_DATA * Math.min(2, field.split(quote, 3).length - 1);

  const isFree = (column: number) => {
    const form = forms[column] ?? FREE_FORM;
    return form.shapes.length === 0 && form.blank !== 'always';
  };

  const findDelimiter = (from: number) => {
    const end = text.indexOf(delimiter, from);
    return end < 0 ? text.length : end;
  };

  return { solve, isExhausted: () => steps >= MOST_STEPS };
}

/** Keeps the cheapest solutions, each different from the others. */
function keep(solutions: Solution[], solution: Solution): void {
  const same = solutions.findIndex(({ key }) => key === solution.key);
  if (same >= 0) {
    if (solutions[same]!.cost <= solution.cost) return;
    solutions.splice(same, 1);
  }
  const place = solutions.findIndex(({ cost }) => cost > solution.cost);
  solutions.splice(place < 0 ? solutions.length : place, 0, solution);
  if (solutions.length > KEPT) solutions.pop();
}

/** A value as it would be without the quotes that are data in it. */
export function withoutQuotes(field: string, quote: string): string {
  return quote === '' ? field : field.replaceAll(quote, '');
}

const toField = (text: string): Field => (text === '' ? null : text);

/** What stands between two quotes, and how many quotes in it are data without a sign of it. */
function unquote(text: string, { quote, escape }: Grammar): { field: string; strays: number } {
  let strays = 0;
  let field = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const next = text[at + 1];
    if (char === escape && (next === quote || (next === escape && escape !== quote))) field += text[++at];
    else {
      if (char === quote) strays++;
      field += char;
    }
  }
  return { field, strays };
}
