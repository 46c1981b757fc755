import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Loose } from '../field';
import { choice, column, list, text, value } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { toStep } from '../step';
import { findColumn, toAdded } from '../write';
import { isMoment } from './moments';

const parts = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'weekday',
  'weekday-name',
  'month-name',
  'day-of-year',
  'hour',
  'minute',
  'year-month',
  'year-quarter',
  'year-week',
  'date',
  'start-of-week',
  'start-of-month',
  'start-of-quarter',
  'start-of-year',
  'end-of-month',
  'days-in-month',
  'age-years',
  'age-months',
  'age-days',
] as const;

type Part = (typeof parts)[number];

const weekdays = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
};
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  zh: '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'.split(' '),
};

const has = (settings: Loose, test: (part: string) => boolean) =>
  ((settings.parts ?? []) as readonly Loose[]).some(({ part }) => test(String(part)));
const isAge = (part: string) => part.startsWith('age-');
const isNamed = (part: string) => part.endsWith('-name');

/** Parts of a date, each in a column of its own. */
export const dateParts = toStep({
  step: 'dateParts',
  family: 'shape',
  fields: {
    column: column({ families: ['date'] }),
    parts: list({ part: choice(parts), name: text({ is: 'name', optional: true }) }),
    language: choice(['en', 'zh'], { when: (settings) => has(settings, isNamed) }),
    until: choice(['date', 'column'], { when: (settings) => has(settings, isAge) }),
    date: value({ when: (settings) => has(settings, isAge) && settings.until === 'date' }),
    end: column({
      families: ['date'],
      when: (settings) => has(settings, isAge) && settings.until === 'column',
    }),
  },
  suggest: ({ columns, column: name = columns.find(({ type }) => isMoment(type))?.name }) => ({
    column: name,
    parts: [{ part: 'year' }, { part: 'month' }],
  }),

  check(settings, { columns }) {
    const hasAge = has(settings, isAge);
    const read = [settings.column, ...(hasAge && settings.until === 'column' ? [settings.end] : [])];
    for (const name of read) {
      const { type } = findColumn(columns, name)!;
      if (!isMoment(type)) return new Problem('step-family', { params: { column: name, type } });
    }
    if (!hasAge || settings.until !== 'date') return undefined;
    return checkGiven(settings.date, { type: 'DATE' });
  },

  make({ column: of, parts: wanted, language, until, date, end }, context) {
    const toMoment = ({ name, type }: Column) =>
      type === 'DATE' || type === 'TIMESTAMP' ? quoteName(name) : `CAST(${quoteName(name)} AS TIMESTAMP)`;
    const it = toMoment(findColumn(context.columns, of)!);
    const toEnd = () =>
      until === 'column'
        ? toMoment(findColumn(context.columns, end)!)
        : typeof date === 'object'
          ? `CAST(${toGivenSql(date, { type: 'DATE' })} AS TIMESTAMP)`
          : toGivenSql(date, { type: 'DATE' });
    const added: Record<string, string> = {};
    const taken = context.columns.map(({ name }) => name);
    for (const { part, name } of wanted) {
      const free = toFreeName(name || `${of}_${part.replaceAll('-', '_')}`, [
        ...taken,
        ...Object.keys(added),
      ]);
      added[free] = toPart(part, { it, toEnd, language });
    }
    return toAdded(context, added, { after: of });
  },
});

function toPart(
  part: Part,
  { it, toEnd, language }: { it: string; toEnd: () => string; language: 'en' | 'zh' },
): string {
  const pick = (names: readonly string[], at: string) =>
    `[${names.map((name) => `'${name}'`).join(', ')}][${at}]`;
  const toStart = (unit: string) => `CAST(date_trunc('${unit}', ${it}) AS DATE)`;
  switch (part) {
    case 'year':
    case 'quarter':
    case 'month':
    case 'week':
    case 'day':
    case 'hour':
    case 'minute':
      return `${part}(${it})`;
    case 'weekday':
      return `isodow(${it})`;
    case 'weekday-name':
      return pick(weekdays[language], `isodow(${it})`);
    case 'month-name':
      return pick(months[language], `month(${it})`);
    case 'day-of-year':
      return `dayofyear(${it})`;
    case 'year-month':
      return `strftime(${it}, '%Y-%m')`;
    case 'year-quarter':
      return `year(${it}) || '-Q' || quarter(${it})`;
    case 'year-week':
      return `strftime(${it}, '%G-W%V')`;
    case 'date':
      return `CAST(${it} AS DATE)`;
    case 'start-of-week':
    case 'start-of-month':
    case 'start-of-quarter':
    case 'start-of-year':
      return toStart(part.slice('start-of-'.length));
    case 'end-of-month':
      return `last_day(${it})`;
    case 'days-in-month':
      return `day(last_day(${it}))`;
    case 'age-years':
    case 'age-months':
    case 'age-days':
      return `date_sub('${part.slice('age-'.length, -1)}', ${it}, ${toEnd()})`;
  }
}
