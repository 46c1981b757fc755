import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Loose } from '../field';
import { checkGiven } from '../given';

/** What can be done with a value that is pointed at, or with several of a column. */
export interface ValueOffer {
  does: 'keep' | 'leave' | 'missing' | 'present' | 'above' | 'below' | 'up' | 'down' | 'replace' | 'fill';
  step: Readonly<{ step: string } & Loose>;
  /** Its form is to be filled in before it counts. */
  isOpen?: boolean;
}

/** So many different values can still be read in the step that names them. */
const MOST_VALUES = 200;

/** The steps that suit values of a column; those that a value cannot be written for are not among them. */
export function findValueOffers(column: Column, values: readonly Value[]): ValueOffer[] {
  const { name } = column;
  const hasMissing = values.includes(null);
  const given = [...new Set(values.filter((value) => value !== null).map(toGiven))];
  const isWritable =
    given.length > 0 &&
    given.length <= MOST_VALUES &&
    toFamily(column.type) !== 'nested' &&
    given.every((value) => !checkGiven(value, column));
  const [one = ''] = given;
  const offers: ValueOffer[] = [];

  if (isWritable) {
    const fitting = [
      given.length === 1
        ? { column: name, test: 'is', value: one }
        : { column: name, test: 'one-of', values: given },
      ...(hasMissing ? [{ column: name, test: 'missing' }] : []),
    ];
    const conditions = { conditions: fitting, ...(fitting.length > 1 && { match: 'any' }) };
    offers.push({ does: 'keep', step: { step: 'filter', ...conditions } });
    offers.push({ does: 'leave', step: { step: 'filter', keep: 'others', ...conditions } });
  }
  if (hasMissing && given.length === 0) {
    offers.push({ does: 'present', step: toFilter('present') });
    offers.push({ does: 'missing', step: toFilter('missing') });
    offers.push({ does: 'fill', step: { step: 'fill', columns: [name] }, isOpen: true });
  }
  if (isWritable && given.length === 1 && ['number', 'date'].includes(toFamily(column.type))) {
    offers.push({ does: 'above', step: toFilter('more', one) });
    offers.push({ does: 'below', step: toFilter('less', one) });
  }
  // an empty text is nothing to look for
  if (isWritable && !given.includes('')) {
    const pairs = given.map((value) => ({ from: value, to: value }));
    offers.push({ does: 'replace', step: { step: 'map', column: name, pairs }, isOpen: true });
  }
  return [...offers, ...toSortOffers(name)];

  function toFilter(test: string, value?: string) {
    return {
      step: 'filter',
      conditions: [{ column: name, test, ...(value !== undefined && { value }) }],
    };
  }
}

export function toSortOffers(column: string): ValueOffer[] {
  return (['up', 'down'] as const).map((direction) => ({
    does: direction,
    step: { step: 'sort', order: [{ column, direction }] },
  }));
}

/** A value as a person would write it. */
export function toGiven(value: Value): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
