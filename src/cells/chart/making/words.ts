import { findChartKind } from '../../../charts/spec/catalog';
import type { Channel, Slot } from '../../../charts/spec/channel';
import { AUTO } from '../../../charts/spec/channelFields';
import type { Chart } from '../../../charts/spec/chart';
import { toAggregate } from '../../../charts/spec/keys';
import type { Proposal } from '../../../charts/spec/propose/drawable';
import type { Misfit } from '../../../charts/spec/suit';
import { chartWords } from '../../../i18n/charts/charts';
import type { Loose } from '../../../steps/field';
import type { Column } from '../../../table/column';
import { fillIn } from '../../steps/words';

export const words = () => chartWords().making;

export const toKindName = (mark: string): string => chartWords().marks[mark] ?? mark;
export const toSlotName = (slot: string): string => chartWords().slots[slot] ?? slot;

export function toLabel(setting: string): string {
  return words().labels[setting] ?? setting;
}

export function toChoiceName(setting: string, choice: string): string {
  if (choice === AUTO && setting in { aggregate: 1, unit: 1, sort: 1, scale: 1, format: 1 })
    return words().automatic;
  if (setting === 'unit')
    return chartWords().picture.units[choice as keyof ReturnType<typeof chartWords>['picture']['units']];
  return words().choices[setting]?.[choice] ?? (choice === AUTO ? words().automatic : choice);
}

/** How a column is taken on a slot: `Month`, `Sum`; and whether nobody has said so. */
export interface Taken {
  readonly text: string;
  readonly isChosen: boolean;
}

export function toTaken(
  slot: Slot,
  channel: Channel,
  { columns, chosen }: { columns: readonly Column[]; chosen: Channel | undefined },
): Taken | undefined {
  if (slot.role === 'measure') {
    const aggregate = channel.aggregate ?? toAggregate(channel, columns);
    if (channel.column === undefined && aggregate === 'count') return undefined;
    return { text: toChoiceName('aggregate', aggregate), isChosen: channel.aggregate === undefined };
  }
  const unit = channel.unit ?? chosen?.unit;
  if (slot.role === 'group' && unit)
    return { text: toChoiceName('unit', unit), isChosen: channel.unit === undefined };
  return undefined;
}

/** What a slot's settings say where they are all left to be chosen. */
export function findChosen(chart: Chart | undefined, slot: string, at: number): Channel | undefined {
  return chart?.slots[slot]?.[at];
}

/** Why a kind of chart does not suit the columns. */
export function toMisfitWords(mark: string, { slot, families }: Misfit): string {
  const what = (families ?? ['any']).map((family) => words().families[family]).join(words().or);
  return fillIn(words().needs, { kind: toKindName(mark), slot: toSlotName(slot), what });
}

/** A chart that is proposed, in a few words: its kind and the columns that it shows. */
export function toProposalWords({ mark, settings }: Proposal): { kind: string; columns: string } {
  const slots = Object.keys(findChartKind(mark)?.slots ?? {});
  const columns = slots.flatMap((slot) =>
    [settings[slot]].flat().flatMap((given) => {
      const column = typeof given === 'string' ? given : (given as Loose | undefined)?.['column'];
      return typeof column === 'string' ? [column] : [];
    }),
  );
  return { kind: toKindName(mark), columns: [...new Set(columns)].join(' · ') };
}
