import type { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Given, Loose } from '../field';
import { column, value } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { isMoment } from '../shape/moments';
import type { StepContext } from '../step';
import { checkDay, checkTwo } from './suggested';

/** From when to when somebody was there, and up to which day that is known. */
export interface Stay {
  readonly start: string;
  readonly end: string;
  readonly until: Given;
}

export const toStayFields = (when?: (settings: Loose) => boolean) => ({
  start: column({ families: ['date'], when }),
  end: column({ families: ['date'], when }),
  until: value({ optional: true, when }),
});

const END = /end|stop|cancel|churn|leave|left|quit|close|terminat|until|流失|结束|取消|离职|退订|终止|到期/i;

export function suggestStay(all: readonly Column[]): { start?: string; end?: string } {
  const moments = all.filter(({ type }) => isMoment(type)).map(({ name }) => name);
  const end = moments.find((name) => END.test(name)) ?? moments[1];
  return { start: moments.find((name) => name !== end), end };
}

export function checkStay({ start, end, until }: Stay, context: StepContext): Problem | undefined {
  return (
    checkTwo([start, end]) ??
    checkDay({ date: start }, context) ??
    checkDay({ date: end }, context) ??
    (until === '' ? undefined : checkGiven(until, { type: 'DATE' }))
  );
}

/**
 * Rows with the day on which each stay `began` and `ended`, and `today`: an end that is missing, infinite or yet to come is none, and
 * today is the last day of all unless it is said.
 */
export function toStays(
  { start, end, until }: Stay,
  from: string,
  { group }: { group?: string } = {},
): string {
  const toDay = (name: string) => {
    const day = `CAST(${quoteName(name)} AS DATE)`;
    return `CASE WHEN isfinite(${day}) THEN ${day} END`;
  };
  const last = `greatest(max(${toDay(start)}), max(${toDay(end)}))`;
  const today =
    until === ''
      ? `SELECT ${last} AS today FROM ${from}`
      : `SELECT CAST(${toGivenSql(until, { type: 'DATE' })} AS DATE) AS today`;
  const named = group ? `, ${group} AS "group"` : '';
  return [
    `SELECT * REPLACE (CASE WHEN ended <= today THEN ended END AS ended)`,
    `FROM (SELECT ${toDay(start)} AS began, ${toDay(end)} AS ended${named} FROM ${from}) AS stays`,
    `CROSS JOIN (${today}) AS days`,
  ].join('\n');
}
