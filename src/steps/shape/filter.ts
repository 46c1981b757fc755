import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Given, Loose } from '../field';
import { choice, column, list, value, values } from '../field';
import { toGivenSql } from '../given';
import { toStep } from '../step';
import { findColumn, toFiltered } from '../write';
import { askPattern } from './groups';

const tests = [
  'is',
  'is-not',
  'less',
  'at-most',
  'more',
  'at-least',
  'between',
  'one-of',
  'none-of',
  'contains',
  'lacks',
  'starts',
  'ends',
  'matches',
  'missing',
  'present',
] as const;

export type Test = (typeof tests)[number];

export interface Condition {
  readonly column: string;
  readonly test: Test;
  readonly value: Given;
  readonly to: Given;
  readonly values: readonly string[];
}

const lists = ['one-of', 'none-of'];
const alone = ['missing', 'present'];
const texts = ['contains', 'lacks', 'starts', 'ends', 'matches'];

export const conditionFields = {
  column: column(),
  test: choice(tests, {
    suits: (test, { column: name }, all) => {
      const found = findColumn(all, String(name));
      return !found || !texts.includes(test) || toFamily(found.type) === 'text';
    },
  }),
  value: value({ like: 'column', when: ({ test }) => ![...lists, ...alone].includes(String(test)) }),
  to: value({ like: 'column', when: ({ test }) => test === 'between' }),
  values: values({ like: 'column', when: ({ test }) => lists.includes(String(test)) }),
};

/** Rows that fit conditions, kept or left out. */
export const filter = toStep({
  step: 'filter',
  family: 'shape',
  fields: {
    keep: choice(['fitting', 'others']),
    match: choice(['all', 'any'], { when: ({ conditions }) => (conditions as unknown[]).length > 1 }),
    conditions: list(conditionFields),
  },
  suggest: ({ columns, column: name = columns[0]?.name ?? '' }): Loose => ({
    conditions: [{ column: name }],
  }),

  check({ conditions }, { columns }) {
    for (const { column: name, test } of conditions) {
      const { type } = findColumn(columns, name)!;
      if (texts.includes(test) && toFamily(type) !== 'text')
        return new Problem('step-family', { params: { column: name, type } });
    }
    return undefined;
  },

  ask({ conditions }) {
    const patterns = conditions.flatMap(({ test, value: given }) =>
      test === 'matches' && typeof given === 'string' ? [given] : [],
    );
    return patterns.length > 0 ? askPattern(...patterns) : undefined;
  },

  make({ keep, match, conditions }, context) {
    const parts = conditions.map((condition) =>
      toCondition(condition, findColumn(context.columns, condition.column)!),
    );
    const whole =
      parts.length === 1
        ? parts[0]!
        : parts.map((part) => `(${part})`).join(match === 'any' ? '\n  OR ' : '\n  AND ');
    // what is neither true nor false is among the others, so that the two halves are all rows
    return toFiltered(context, keep === 'fitting' ? whole : `(${whole}) IS NOT TRUE`);
  },
});

/** A condition on one column. A missing value is not what it was compared with, and so it `is not` that. */
export function toCondition(
  { column: name, test, value: given, to, values: several }: Condition,
  found: Column,
): string {
  const it = quoteName(name);
  const sql = (one: Given) => toGivenSql(one, found);
  const texted = () => (typeof given === 'object' ? `CAST($${given.input} AS VARCHAR)` : quoteText(given));
  const all = () => several.map(sql).join(', ');
  switch (test) {
    case 'is':
      return `${it} = ${sql(given)}`;
    case 'is-not':
      return `${it} IS DISTINCT FROM ${sql(given)}`;
    case 'less':
      return `${it} < ${sql(given)}`;
    case 'at-most':
      return `${it} <= ${sql(given)}`;
    case 'more':
      return `${it} > ${sql(given)}`;
    case 'at-least':
      return `${it} >= ${sql(given)}`;
    case 'between':
      return `${it} BETWEEN ${sql(given)} AND ${sql(to)}`;
    case 'one-of':
      return `${it} IN (${all()})`;
    case 'none-of':
      return `(${it} IN (${all()})) IS NOT TRUE`;
    case 'contains':
      return `contains(${it}, ${texted()})`;
    case 'lacks':
      return `contains(${it}, ${texted()}) IS NOT TRUE`;
    case 'starts':
      return `starts_with(${it}, ${texted()})`;
    case 'ends':
      return `ends_with(${it}, ${texted()})`;
    case 'matches':
      return `regexp_matches(${it}, ${texted()})`;
    case 'missing':
      return `${it} IS NULL`;
    case 'present':
      return `${it} IS NOT NULL`;
  }
}
