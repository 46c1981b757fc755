import type { Channel } from './channel';
import type { DrawContext } from './chart';
import { only, toSlots } from './chart';
import { findChartKind } from './catalog';
import { toAggregate } from './keys';
import type { Look } from './look';

/** Kinds that say in themselves what they show, or of which few words say little. */
const silent: ReadonlySet<string> = new Set(['kpi', 'tree', 'intervals', 'map-points']);
const spreads: Readonly<Record<string, string>> = { histogram: 'x', box: 'y', violin: 'y', ridge: 'y' };
const clouds: ReadonlySet<string> = new Set(['point', 'regression']);
/** What lies along a measure, and is none that a title names. */
const beside: ReadonlySet<string> = new Set(['tooltip', 'lower', 'upper', 'marked']);

/** What a chart without a title shows: `Sum of amount by status`. */
export function toOwnTitle({ chart, columns, look }: DrawContext): string | undefined {
  if (silent.has(chart.mark)) return undefined;
  const { generated } = look.words;
  const slots = Object.entries(toSlots(findChartKind(chart.mark)!));
  const given = (slot: string) => chart.slots[slot] ?? [];
  const spread = spreads[chart.mark];
  const groups = slots
    .filter(([slot, { role }]) => role === 'group' && slot !== spread && given(slot).length > 0)
    .map(([slot]) => toGroup(only(chart, slot)!, look));
  const nameOf = (slot: string) => only(chart, slot)?.title ?? only(chart, slot)?.column ?? '';
  if (spread) return generated.spread(nameOf(spread), groups);
  if (clouds.has(chart.mark)) return generated.against(nameOf('y'), nameOf('x'));
  const measures = slots
    .filter(([slot, { role }]) => role === 'measure' && !beside.has(slot))
    .flatMap(([slot]) => given(slot))
    .map((channel) => toMeasure(channel, { columns, look }));
  const singles = measures.length === 0 ? [nameOf('y') || nameOf('close')].filter(Boolean) : measures;
  return singles.length === 0 ? undefined : generated.by(singles, groups);
}

function toGroup({ title, column = '', unit = 'none' }: Channel, { words }: Look): string {
  return title ?? (unit === 'none' ? column : words.generated.unit(words.units[unit]));
}

function toMeasure(channel: Channel, { columns, look }: Pick<DrawContext, 'columns' | 'look'>): string {
  const { title, column = '', aggregate } = channel;
  if (title) return title;
  return aggregate === 'none' ? column : look.words.generated.measures[toAggregate(channel, columns)](column);
}
