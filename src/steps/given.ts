import { Problem } from '../lib/problem';
import { quoteText } from '../sql/quote';
import { type Column, toFamily } from '../table/column';
import type { Given } from './field';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const DAY = /^\d{4,6}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4,6}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?$/;
const TIME = /^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const YES = /^(true|yes|是)$/i;
const SAFE_LENGTH = 15;
const NO = /^(false|no|否)$/i;

/** A value as SQL of the type that a column has: what was typed, digit for digit, or the input that it is taken from. */
export function toGivenSql(given: Given, { type }: Pick<Column, 'type'>): string {
  if (typeof given === 'object') return `$${given.input}`;
  const typed = given.trim();
  switch (toFamily(type)) {
    case 'number':
      return NUMBER.test(typed) ? toNumberSql(typed.replace(/^\+/, ''), type) : refuse(given, type);
    case 'date':
      return toMoment(typed, type) ?? refuse(given, type);
    case 'flag':
      return YES.test(typed) ? 'true' : NO.test(typed) ? 'false' : refuse(given, type);
    case 'text':
      return quoteText(given);
    case 'nested':
      return `CAST(${quoteText(given)} AS ${type})`;
  }
}

/** What is wrong with a value for a column, if anything. */
export function checkGiven(given: Given, like: Pick<Column, 'type'>): Problem | undefined {
  try {
    toGivenSql(given, like);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
}

export function isGiven(value: unknown): value is Given {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && 'input' in value && typeof value.input === 'string';
}

/** One in twenty long decimals is another double than the same digits read as a double. */
function toNumberSql(digits: string, type: string): string {
  const isDouble = (type === 'DOUBLE' || type === 'FLOAT') && digits.length > SAFE_LENGTH;
  return isDouble && /^[-.\d]+$/.test(digits) ? `${digits}e0` : digits;
}

function toMoment(typed: string, type: string): string | undefined {
  if (type === 'DATE') {
    if (DAY.test(typed)) return `DATE ${quoteText(typed)}`;
    return MOMENT.test(typed) ? `TIMESTAMP ${quoteText(typed.replace('T', ' '))}` : undefined;
  }
  if (type === 'TIME') return TIME.test(typed) ? `TIME ${quoteText(typed)}` : undefined;
  if (type.startsWith('TIMESTAMP')) {
    return MOMENT.test(typed) ? `TIMESTAMP ${quoteText(typed.replace('T', ' '))}` : undefined;
  }
  return `CAST(${quoteText(typed)} AS ${type})`;
}

function refuse(given: string, type: string): never {
  throw new Problem('step-value', { params: { value: given, type } });
}
