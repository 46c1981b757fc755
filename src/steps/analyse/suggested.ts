import { Problem } from '../../lib/problem';
import { fold } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Loose } from '../field';
import { isMoment } from '../shape/moments';
import type { MoreAsked, StepContext } from '../step';
import { findColumn } from '../write';

/** Names of numbers that say who somebody is, not how much of something there is. */
const KEY = /(^|_|\b)(id|no|nr|code|zip|postcode|phone|year)$|编号|号码|电话|邮编/i;

/** The columns of numbers, without those that are keys by their names, unless there are no others. */
export function toNumberNames(columns: readonly Column[]): string[] {
  const numbers = columns.filter(({ type }) => toFamily(type) === 'number').map(({ name }) => name);
  const measures = numbers.filter((name) => !KEY.test(name));
  return measures.length > 0 ? measures : numbers;
}

/** What is meant by how much, before what only goes into it, and a part of it last. */
const AMOUNT =
  /amount|revenue|turnover|sales|spend|spent|paid|payment|total|金额|销售额|营业额|营收|收入|实付|货款/i;
const SHARE = /discount|rate|ratio|share|percent|pct|tax|折扣|折让|比例|占比|税|率$/i;

/** Of the columns of numbers the one that is worth adding up. */
export function suggestAmount(columns: readonly Column[], except?: string): string | undefined {
  const numbers = toNumberNames(columns).filter((name) => name !== except);
  return (
    numbers.find((name) => AMOUNT.test(name) && !SHARE.test(name)) ??
    numbers.find((name) => !SHARE.test(name)) ??
    numbers[0]
  );
}

/** Texts of more values than these, or longer ones, are names and notes rather than kinds. */
const MOST_VALUES = 20;
const MOST_LENGTH = 50;
/** Of fewer rows a value, most values are there by chance. */
const LEAST_ROWS = 5;
/** Rows without a value are left out: a column of which more are lacking would cost too many. */
const LEAST_KNOWN = 0.9;

/** The columns of a model with the short texts of few values among them, whose values become columns of 0 and 1: one pass over all of them. */
export function suggestTexts({
  columns,
  from,
  settings,
}: {
  columns: readonly Column[];
  from: string;
  settings: Loose;
}): MoreAsked | undefined {
  const texts = columns
    .filter(({ name, type }) => /^(text|flag)$/.test(toFamily(type)) && !KEY.test(name))
    .map(({ name }) => name)
    .filter((name) => name !== settings.target);
  if (texts.length === 0) return undefined;
  const counts = texts.map((name) => {
    const it = quoteName(name);
    return `approx_count_distinct(${it}), count(${it}), max(length(CAST(${it} AS VARCHAR)))`;
  });
  return {
    sql: `SELECT count(*), ${counts.join(', ')}\nFROM ${from}`,
    toMore(found, { target, columns: chosen }) {
      const [rows = 0, ...figures] = found.map(([value]) => Number(value ?? 0));
      const few = texts.filter((name, at) => {
        const [values, known, longest] = figures.slice(3 * at) as [number, number, number];
        const isFew = values > 1 && values <= MOST_VALUES && known >= LEAST_ROWS * values;
        return name !== target && isFew && longest <= MOST_LENGTH && known >= LEAST_KNOWN * rows;
      });
      const taken = new Set([...(chosen as readonly string[]), ...few]);
      return { columns: columns.map(({ name }) => name).filter((name) => taken.has(name)) };
    },
  };
}

const CUSTOMER = /customer|client|buyer|user|member|客户|顾客|会员|用户/i;

/** Who did something, and when: the column that was chosen, or one that is named so. */
export function suggestVisits(
  columns: readonly Column[],
  chosen: string | undefined,
): { customer?: string; date?: string } {
  const customer = (
    columns.find(({ name }) => name === chosen) ??
    columns.find(({ name }) => CUSTOMER.test(name)) ??
    columns.find(({ type }) => toFamily(type) === 'text')
  )?.name;
  const date = columns.find(({ type }) => isMoment(type))?.name;
  return { customer, date };
}

/** The same with what was paid. */
export function suggestOrders({ columns, column }: { columns: readonly Column[]; column?: string }): Loose {
  const visits = suggestVisits(columns, column);
  return { ...visits, amount: suggestAmount(columns, visits.customer) };
}

/** One column alone has nothing to be held against. */
export function checkTwo(names: readonly string[]): Problem | undefined {
  const count = new Set(names.map(fold)).size;
  return count < 2 ? new Problem('step-misfit', { params: { why: 'two-columns', count } }) : undefined;
}

/** A time of day is on no day. */
export function checkDay({ date }: { date: string }, { columns }: StepContext): Problem | undefined {
  if (date === '') return undefined;
  const { name, type } = findColumn(columns, date)!;
  return isMoment(type) ? undefined : new Problem('step-family', { params: { column: name, type } });
}
