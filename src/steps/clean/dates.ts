import { choice, columns, maybeNumber } from '../field';
import type { SettingsOf } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { failing, toFailuresSql } from './reading/failing';
import { maybeQuestion, toDaysConverted, toDaysReading } from './reading/daysOf';

const fields = {
  columns: columns({ families: ['text', 'number', 'date'] }),
  to: choice(['day', 'moment']),
  order: choice(['found', 'dmy', 'mdy', 'ymd']),
  serials: choice(['1900', '1904', 'none']),
  year: maybeNumber({ min: 1, max: 9999, whole: true }),
  failing,
};

/** Days that are written in several ways, as dates. */
export const dates = toStep({
  step: 'dates',
  family: 'clean',
  fields,
  ask: maybeQuestion,
  make: toDaysConverted,
});

/** A query of the values that can't be read, by column, with how many rows have each. */
export function toFailures(settings: SettingsOf<typeof fields>, context: StepContext): string {
  return toFailuresSql(context, { names: settings.columns, reading: toDaysReading(settings, context) });
}
