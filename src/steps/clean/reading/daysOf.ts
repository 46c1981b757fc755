import { Problem } from '../../../lib/problem';
import type { Column } from '../../../table/column';
import type { Made, StepContext } from '../../step';
import { findColumn } from '../../write';
import type { DayOptions, DayOrder } from './days';
import { toDayReading, toOrderFound, toOrderQuestion } from './days';
import { refuse, toConverted, toFailingQuestion, toFailuresSql } from './failing';
import type { Reading } from './reading';

/** Settings of steps that read days. */
export interface DaysSettings extends Omit<DayOptions, 'order'> {
  readonly columns: readonly string[];
  readonly order: 'found' | DayOrder;
  readonly failing: 'clear' | 'stop' | 'beside';
}

/** What has to be known before days can be read: their order, or whether all can be. */
export function maybeQuestion(settings: DaysSettings, context: StepContext): string | undefined {
  const texts = findTexts(settings, context);
  if (settings.order === 'found' && texts.length > 0) return toOrderQuestion(context, texts, settings);
  if (settings.failing !== 'stop') return undefined;
  const reading = toDaysReading(settings, context);
  return toFailingQuestion(toFailuresSql(context, { names: settings.columns, reading }));
}

export function toDaysConverted(settings: DaysSettings, context: StepContext): Made {
  const reading = toDaysReading(settings, context);
  const { columns: names, failing } = settings;
  const isAsked = settings.order === 'found' && findTexts(settings, context).length > 0;
  if (!isAsked) return toConverted(context, { names, reading, failing });
  if (failing === 'stop') refuse(toOrderFound(context.found).failing[toOrder(settings, context)]);
  return toConverted(context, { names, reading, failing: failing === 'stop' ? 'clear' : failing });
}

export function toDaysReading(settings: DaysSettings, context: StepContext): Reading {
  const order = toOrder(settings, context);
  return toDayReading(context, findAll(settings, context), { ...settings, order });
}

/** The order that reads most; where two read as many, and differently, a person has to say. */
function toOrder(settings: DaysSettings, context: StepContext): DayOrder {
  if (settings.order !== 'found') return settings.order;
  const { open, reads, differing, example, isDotted } = toOrderFound(context.found);
  const { dmy, mdy, ymd } = reads;
  if (open === 0) return 'dmy';
  if (ymd > dmy && ymd > mdy) return 'ymd';
  if (dmy !== mdy) return dmy > mdy ? 'dmy' : 'mdy';
  if (differing === 0 || isDotted) return 'dmy';
  throw new Problem('step-misfit', { params: { why: 'day-or-month', value: example } });
}

function findAll({ columns: names }: DaysSettings, context: StepContext): Column[] {
  return names.map((name) => findColumn(context.columns, name)!);
}

/** Numbers have no separators, and so no order. */
function findTexts(settings: DaysSettings, context: StepContext): Column[] {
  return findAll(settings, context).filter(({ type }) => type === 'VARCHAR');
}
