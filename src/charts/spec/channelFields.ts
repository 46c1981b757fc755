import type { Field, Fields, Loose } from '../../steps/field';
import { choice, maybeNumber, text } from '../../steps/field';
import { findColumn } from '../../steps/write';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Aggregate, Channel, Slot } from './channel';
import { aggregates, formats, isMoment, scales, sorts, units } from './channel';
import { isCyclic } from './keys';

/** What stands for a setting that nobody has made: it is chosen from the column and its values. */
export const AUTO = 'auto';

const dayUnits = units.filter((unit) => !/^(hour|minute|second)/.test(unit));
const ofNumbers = aggregates.filter((one) => one !== 'none');
const ofFlags: readonly Aggregate[] = ['count', 'sum', 'mean', 'share'];
const ofDates: readonly Aggregate[] = ['count', 'distinct', 'least', 'greatest'];
const ofTexts: readonly Aggregate[] = ['count', 'distinct'];

/** What can be said of a column on a slot, described as the options of a chart are: so that one form does for both. */
export function toChannelFields(slot: Slot, channel: Channel, columns: readonly Column[]): Fields {
  const column = findColumn(columns, channel.column ?? '');
  const isNumber = column !== undefined && toFamily(column.type) === 'number';
  const fields: Record<string, Field> = {};
  const put = (name: string, choices: readonly string[]) =>
    (fields[name] = choice([AUTO, ...choices.filter((one) => one !== AUTO)]));
  if (slot.role === 'measure') put('aggregate', column ? toAggregates(column) : ['count', 'share']);
  if (slot.role === 'group' && column) {
    if (isMoment(column.type)) put('unit', column.type === 'DATE' ? dayUnits : units);
    else if (isNumber) fields['bins'] = maybeNumber({ min: 1, max: 200, whole: true });
    const isNamed = !isNumber && (!isMoment(column.type) || isCyclic(channel.unit));
    if (isNamed) {
      put('sort', sorts);
      fields['top'] = maybeNumber({ min: 1, max: 1000, whole: true });
    }
  }
  if (slot.role === 'measure' || isNumber) {
    put('format', formats);
    if (slot.role === 'measure' || slot.role === 'value') {
      put('scale', scales);
      fields['min'] = maybeNumber();
      fields['max'] = maybeNumber();
    }
  }
  fields['title'] = text({ otherwise: '' });
  return fields;
}

function toAggregates({ type }: Column): readonly Aggregate[] {
  switch (toFamily(type)) {
    case 'number':
      return ofNumbers;
    case 'flag':
      return ofFlags;
    case 'date':
      return ofDates;
    default:
      return ofTexts;
  }
}

/** A channel as its form shows it. */
export function toChannelSettings(fields: Fields, channel: Channel): Loose {
  const given = channel as Loose;
  return Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [
      name,
      given[name] ?? (kind === 'choice' ? AUTO : kind === 'number' ? null : ''),
    ]),
  );
}

/** A channel after its form was changed: what is left to be chosen is not kept. */
export function withChannelSettings(channel: Channel, patch: Loose): Channel {
  const all = Object.entries({ ...channel, ...patch });
  return Object.fromEntries(all.filter(([, value]) => value !== AUTO && value !== null && value !== ''));
}
