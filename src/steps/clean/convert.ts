import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column, Family } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, columns } from '../field';
import type { Loose, SettingsOf } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn } from '../write';
import { maybeQuestion, toDaysConverted, toDaysReading } from './reading/daysOf';
import { failing, toConverted, toFailingQuestion, toFailuresSql } from './reading/failing';
import { flagReading } from './reading/flags';
import { toNumberReading } from './reading/numbers';
import type { Reading } from './reading/reading';

const isNumber = ({ to }: Loose) => to === 'number' || to === 'whole';
const isDay = ({ to }: Loose) => to === 'date' || to === 'moment';

const fields = {
  columns: columns(),
  to: choice(['number', 'whole', 'date', 'moment', 'text', 'flag']),
  decimal: choice(['point', 'comma'], { when: isNumber }),
  percent: choice(['share', 'number'], { when: isNumber }),
  order: choice(['found', 'dmy', 'mdy', 'ymd'], { when: isDay }),
  failing: { ...failing, when: ({ to }: Loose) => to !== 'text' },
};

type Settings = SettingsOf<typeof fields>;

/** What may become what; anything may become text. */
const from: Record<Exclude<Settings['to'], 'text'>, readonly Family[]> = {
  number: ['text', 'number', 'flag'],
  whole: ['text', 'number', 'flag'],
  date: ['text', 'number', 'date'],
  moment: ['text', 'number', 'date'],
  flag: ['text', 'number', 'flag'],
};

/** Columns as another type. */
export const convert = toStep({
  step: 'convert',
  family: 'clean',
  fields,

  check({ columns: names, to }, { columns: all }) {
    if (to === 'text') return undefined;
    for (const name of names) {
      const { type } = findColumn(all, name)!;
      if (!from[to].includes(toFamily(type)) || type === 'TIME' || type === 'INTERVAL')
        return new Problem('step-family', { params: { column: name, type } });
    }
    return undefined;
  },

  ask(settings, context) {
    if (isDay(settings)) return maybeQuestion(toDays(settings), context);
    if (settings.failing !== 'stop' || settings.to === 'text') return undefined;
    return toFailingQuestion(toFailures(settings, context));
  },

  make(settings, context) {
    if (isDay(settings)) return toDaysConverted(toDays(settings), context);
    return toConverted(context, {
      names: settings.columns,
      reading: toReading(settings, context),
      failing: settings.to === 'text' ? 'clear' : settings.failing,
    });
  },
});

/** A query of the values that can't be read, by column, with how many rows have each. */
export function toFailures(settings: Settings, context: StepContext): string {
  const reading = isDay(settings) ? toDaysReading(toDays(settings), context) : toReading(settings, context);
  return toFailuresSql(context, { names: settings.columns, reading });
}

function toDays(settings: Settings) {
  return { ...settings, to: settings.to === 'date' ? ('day' as const) : ('moment' as const) };
}

function toReading(settings: Settings, context: StepContext): Reading {
  const { columns: names, to } = settings;
  if (to === 'flag') return flagReading;
  if (to === 'text') return { tables: [], read: toWritten };
  const all = names.map((name) => findColumn(context.columns, name)!);
  return toNumberReading(context, all, { ...settings, type: to === 'whole' ? 'BIGINT' : 'DOUBLE' });
}

/** The engine writes 12 as `12.0` where it is a double, which would make a phone number of it another one. */
function toWritten({ name, type }: Column): string {
  const it = `it.${quoteName(name)}`;
  if (type === 'VARCHAR') return it;
  const text = `CAST(${it} AS VARCHAR)`;
  if (type !== 'DOUBLE' && type !== 'FLOAT') return text;
  return `CASE WHEN ${it} = trunc(${it}) AND abs(${it}) < 1e15 THEN CAST(CAST(${it} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
}
