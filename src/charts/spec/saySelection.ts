import { findColumn } from '../../steps/write';
import type { Bins } from './bins';
import { toBinEnds } from './bins';
import { isMoment } from './channel';
import type { DatumValue } from './chart';
import { only } from './chart';
import { toData } from './compile';
import { toNumberFormat, toTitle, toValueFormat } from './format';
import type { Look } from './look';
import type { Chosen, Picked, SelectionContext, Span } from './selection';
import { findRun, toEnds, toLists } from './selection';
import { withYears } from './years';

export interface SelectionWords {
  /** From one to another. */
  readonly between: (from: string, to: string) => string;
  readonly some: (named: string, others: string) => string;
  readonly marks: (count: string, one: number) => string;
}

/** So many groups are named. */
const NAMED = 2;

/** What has been chosen, in a few words: `city: Paris, Berlin and 3 more`. */
export function saySelection(
  chosen: Chosen,
  given: SelectionContext,
  look: Look & { readonly selection: SelectionWords },
): string {
  const { columns, values } = given;
  const { slots, chart } = given.made;
  const valuesOf = (slot: string) => values[slots.indexOf(slot)] ?? [];
  const made = { ...given.made, chart: withYears(chart, columns, valuesOf) };
  const context = { ...given, made };
  const titleOf = (slot: string) => toTitle(look, only(made.chart, slot) ?? {}, columns, 'group');
  if ('spans' in chosen)
    return chosen.spans.map((span) => `${titleOf(span.slot)}: ${saySpan(span, context, look)}`).join(' · ');
  const lists = toLists(chosen);
  if (!lists) return look.selection.marks(chosen.picks.length.toLocaleString(look.tag), chosen.picks.length);
  return chosen.slots
    .map((slot, at) => `${titleOf(slot)}: ${sayList(slot, lists[at]!, context, look)}`)
    .join(' · ');
}

type Saying = Parameters<typeof saySelection>[2];

function saySpan(span: Span, { made, columns }: SelectionContext, look: Saying): string {
  const channel = only(made.chart, span.slot)!;
  const isDate = isMoment(findColumn(columns, channel.column!)?.type ?? '');
  const format = toValueFormat(look, channel, columns);
  const [from, to] = toEnds(span).map((end) =>
    format(isDate ? new Date(end * 1000) : Number(end.toPrecision(4))),
  );
  return look.selection.between(from!, to!);
}

function sayList(slot: string, list: readonly Picked[], context: SelectionContext, look: Saying): string {
  const { made, columns, values } = context;
  const channel = only(made.chart, slot)!;
  const at = made.slots.indexOf(slot);
  const bins = (made.told.bins as Record<string, Bins> | undefined)?.[slot];
  const run = findRun(slot, list, context);
  const number = toNumberFormat(look, channel) as (value: number) => string;
  if (bins && (run || list.length === 1)) {
    const [first, last] = run ?? [list[0]!.value, list[0]!.value];
    const [from, to] = [toBinEnds(Number(first), bins)[0], toBinEnds(Number(last), bins)[1]];
    const isWhole = !bins.log && bins.step === 1 && Number.isInteger(bins.from);
    const end = isWhole ? to - 1 : to;
    return from === end ? number(from) : look.selection.between(number(from), number(end));
  }
  const format = toValueFormat(look, channel, columns);
  const toText = ({ value, rest }: Picked) => {
    if (rest) return look.words.others;
    if (value === null) return look.words.missing;
    if (bins) return number(toBinEnds(Number(value), bins)[0]);
    return format(toDrawn(value));
  };
  function toDrawn(value: Picked['value']): DatumValue {
    const type = findColumn(columns, channel.column!)!.type;
    const isDate = isMoment(type) && typeof value === 'string';
    const [row] = toData(
      { columns: [{ name: slot, type: isDate ? 'TIMESTAMP' : 'VARCHAR' }], values: [[value]] },
      [slot],
    );
    return row![slot]!;
  }
  if (run) return look.selection.between(...(run.map((value) => toText({ value })) as [string, string]));
  // in the order in which they are drawn
  const order = values[at]!;
  const sorted = list.toSorted((a, b) => place(a) - place(b));
  function place({ value, rest }: Picked): number {
    return rest ? Infinity : order.indexOf(value);
  }
  const texts = sorted.map(toText);
  const named = texts.slice(0, texts.length === NAMED + 1 ? texts.length : NAMED).join(', ');
  const others = texts.length - NAMED;
  return others > 1 ? look.selection.some(named, others.toLocaleString(look.tag)) : named;
}
