import type { Borders } from './borders';
import { findCrossed } from './borders';
import type { Cut } from './cutter';
import type { Field, Grammar } from './fields';
import { readFields } from './fields';
import type { Layout } from './layout';
import { maybeRepair, withoutQuotes } from './repair';
import { FREE_FORM, hasForm } from './shape';
import { maybeNames, OTHER_DELIMITERS } from './titles';

export interface Fit {
  fields: Field[];
  how?: 'padded' | 'trimmed' | 'repaired' | 'rejected';
}

/** Records that could not be repaired after which no more are tried: a search costs a thousand times what a record does. */
const MOST_FAILURES = 500;

/** Makes rows of records that have too few fields or too many, as far as that is certain. */
export function createFitter({ width, forms, ...layout }: Layout) {
  const grammar: Grammar = layout;
  let failures = 0;
  const hasForms = forms.filter(({ shapes }) => shapes.length > 0).length > 1;
  const others = OTHER_DELIMITERS.filter((delimiter) => delimiter !== grammar.delimiter);

  function fit({ fields, text, from, to, mended }: Cut): Fit {
    if (grammar.borders) return fitBetween(grammar.borders, fields, text.slice(from, to));
    if (mended && fields.length === width) return { fields, how: 'repaired' };
    const extra = fields.slice(width);
    const isShort = fields.length < width;
    const fits = fields.every((field, index) => index >= width || isLikeColumn(field ?? '', index));
    const restCanBeBlank = !isShort || forms.slice(fields.length).every(({ blank }) => blank !== 'never');
    const isBlank = extra.every((field) => field === null || field.trim() === '');
    if (!(fits && restCanBeBlank && isBlank)) {
      const repaired = repair(text.slice(from, to), fields);
      if (repaired) return { fields: repaired, how: 'repaired' };
      failures++;
    }
    if (fields.length === width) return { fields };
    if (isShort) return { fields: pad(fields), how: 'padded' };
    return isBlank ? { fields: fields.slice(0, width), how: 'trimmed' } : { fields, how: 'rejected' };
  }

  /** A value that goes over a border is cut there where both sides have the form of their columns, and one tells. */
  function fitBetween(borders: Borders, fields: Field[], line: string): Fit {
    const isTold = (index: number) =>
      isLikeColumn(fields[index] ?? '', index) &&
      isLikeColumn(fields[index + 1] ?? '', index + 1) &&
      toForm(index).shapes.length + toForm(index + 1).shapes.length > 0;
    const isTorn = findCrossed(line, borders).some((index) => borders.gaps[index] && !isTold(index));
    return isTorn ? { fields, how: 'rejected' } : { fields: fields.slice(0, width) };
  }

  const isLikeColumn = (field: string, column: number) =>
    hasForm(field, toForm(column)) || hasForm(withoutQuotes(field, grammar.quote), toForm(column));

  const toForm = (column: number) => forms[column] ?? FREE_FORM;

  const pad = (fields: Field[]): Field[] => [...fields, ...Array<null>(width - fields.length).fill(null)];

  function repair(text: string, fields: Field[]): Field[] | undefined {
    if (width < 2 || failures >= MOST_FAILURES) return undefined;
    const [only] = fields;
    if (fields.length === 1 && only) {
      // the whole record stands in quotes
      const inner = readFields(only, 0, grammar);
      if (only !== text && inner.fields.length === width && inner.end === only.length) return inner.fields;
    }
    const found = maybeRepair(text, grammar, { forms, width });
    if (found || !hasForms) return found;
    for (const delimiter of others) {
      if (!text.includes(delimiter)) continue;
      const other = maybeRepair(text, { ...grammar, delimiter }, { forms, width });
      if (other) return other;
    }
    return undefined;
  }

  return {
    fit,
    /** A line with a quote that never closes within it, where it is whole if quotes in it are data. */
    mendQuotes(line: string): Field[] | undefined {
      return (
        maybeRepair(line, grammar, { forms, width, quotesOnly: true }) ??
        maybeRepair(line, grammar, { forms: [], width, quotesOnly: true }) ??
        (hasForms ? maybeRepair(line, grammar, { forms, width }) : undefined) ??
        maybeNames(line, grammar, width)
      );
    },
  };
}
