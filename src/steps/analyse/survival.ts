import { daysIn } from '../../lib/daysIn';
import { quoteName } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { choice, column, number, text } from '../field';
import type { Loose } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import type { Stay } from './stays';
import { checkStay, suggestStay, toStayFields, toStays } from './stays';
import { checkTwo, toNumberNames } from './suggested';

const hasDates = ({ given }: Loose) => given === 'dates';
const hasDuration = ({ given }: Loose) => given === 'duration';

const DURATION = /tenure|duration|months|days|(^|_)time|(^|_)age$|时长|在网|天数|月数|年限/i;
const EVENT = /churn|status|event|gone|left|dead|death|fail|exit|流失|状态|离职|失效/i;

/** How many are left after each time, also where most are still there. */
export const survival = toStep({
  step: 'survival',
  family: 'analyse',
  fields: {
    given: choice(['dates', 'duration']),
    ...toStayFields(hasDates),
    unit: choice(['month', 'day', 'week', 'year'], { when: hasDates }),
    duration: column({ families: ['number'], when: hasDuration }),
    event: column({ when: hasDuration }),
    yes: text({ optional: true, like: 'event', when: hasDuration }),
    by: column({ optional: true }),
    confidence: number({ otherwise: 95, min: 50, max: 99.9 }),
  },
  suggest({ columns: all, column: chosen }) {
    const stay = suggestStay(all);
    // any other number would be taken for a time in silence
    const duration = toNumberNames(all).find((name) => DURATION.test(name));
    const others = all.filter(({ name, type }) => name !== duration && !/^(DATE|TIME)/.test(type));
    const event =
      others.find(({ name }) => EVENT.test(name)) ?? others.find(({ type }) => toFamily(type) === 'flag');
    const by = all.find(
      ({ name, type }) => name === chosen && name !== event?.name && toFamily(type) === 'text',
    );
    return {
      given: stay.start === undefined || stay.end === undefined ? 'duration' : 'dates',
      ...stay,
      duration,
      event: event?.name,
      by: by?.name,
    };
  },
  check: ({ given, duration, event, ...stay }, context) =>
    given === 'dates' ? checkStay(stay, context) : checkTwo([duration, event]),
  task: ({ given, duration, event, yes, by, unit, confidence, ...stay }, { from }) => ({
    sql:
      given === 'dates'
        ? toStayInput(stay, unit, by, from)
        : toInput(from, { numbers: [duration], texts: [event, ...(by ? [by] : [])] }),
    analysis: 'survival',
    settings: { unit: given === 'dates' ? unit : '', yes, by, confidence: confidence / 100 },
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});

function toStayInput(stay: Stay, unit: keyof typeof daysIn, by: string, from: string): string {
  const read = [
    `CAST(date_diff('day', began, coalesce(ended, today)) AS DOUBLE) / ${daysIn[unit]} AS duration`,
    'CASE WHEN ended IS NULL THEN 0e0 ELSE 1e0 END AS gone',
    ...(by ? [`"group"`] : []),
    `CAST(date_diff('day', DATE '1970-01-01', today) AS DOUBLE) AS today`,
  ];
  const group = by && `CAST(${quoteName(by)} AS VARCHAR)`;
  return `SELECT ${read.join(', ')}\nFROM (\n${toStays(stay, from, { group })}\n)`;
}
