import { Problem } from '../../../lib/problem';
import type { Field, Fields, Loose } from '../../../steps/field';
import { findColumn } from '../../../steps/write';
import type { Column } from '../../../table/column';
import { chartKinds, findChartKind } from '../catalog';
import { aggregates, formats, scales, sorts, units } from '../channel';
import type { ChartKind } from '../chart';
import { checkChart, toChart, toFields, toSlots } from '../chart';
import { takes } from '../suit';
import type { Broken, Member, Node } from './json';
import { JsonFault, toPlainValue, toTree } from './json';

/** What is wrong with a text, and where. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly why:
    | Broken
    | 'object'
    | 'unknown'
    | 'mark'
    | 'choice'
    | 'number'
    | 'text'
    | 'flag'
    | 'list'
    | 'column'
    | 'family'
    | 'several'
    | 'problem';
  /** What stands there, and what might. */
  readonly said?: string;
  readonly might?: readonly string[];
  readonly problem?: Problem;
}

/** What can stand at each name of a column that is put on a slot. */
export const channelChoices: Readonly<Record<string, readonly string[]>> = {
  aggregate: aggregates,
  unit: units,
  sort: sorts,
  scale: scales,
  format: formats,
};
export const channelNumbers = ['bins', 'top', 'min', 'max'];
export const channelNames = ['column', ...Object.keys(channelChoices), ...channelNumbers, 'title'];

/** What a text says of a chart, where nothing is wrong with it; else all that is wrong, in the order of the text. */
export function readChartText(
  text: string,
  columns: readonly Column[],
): { mark: string; settings: Loose } | { faults: readonly Fault[] } {
  let tree: Node;
  try {
    tree = toTree(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { faults: [{ from: error.from, to: error.to, why: error.why }] };
  }
  if (tree.kind !== 'object') return { faults: [{ from: tree.from, to: tree.to, why: 'object' }] };
  const named = tree.members.find(({ name }) => name === 'mark');
  const mark = named ? toPlainValue(named.value) : 'bar';
  const kind = typeof mark === 'string' ? findChartKind(mark) : undefined;
  if (!kind) {
    const place = named?.value ?? tree;
    const might = chartKinds.map((one) => one.mark);
    return { faults: [{ from: place.from, to: place.to, why: 'mark', said: String(mark), might }] };
  }
  const faults = tree.members.flatMap((member) =>
    member === named ? [] : checkMember(kind, member, columns),
  );
  const { mark: _, ...settings } = toPlainValue(tree) as Loose;
  if (faults.length === 0) {
    const problem = findProblem(kind, settings, columns);
    if (problem) return { faults: [{ from: tree.from, to: tree.from + 1, why: 'problem', problem }] };
    return { mark: kind.mark, settings };
  }
  return { faults };
}

function findProblem(kind: ChartKind, settings: Loose, columns: readonly Column[]): Problem | undefined {
  try {
    const chart = toChart(kind, settings);
    return columns.length > 0 ? checkChart(kind, chart, columns) : undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function checkMember(
  kind: ChartKind,
  { name, from, to, value }: Member,
  columns: readonly Column[],
): Fault[] {
  const slots = toSlots(kind);
  const fields = toFields(kind);
  const slot = slots[name];
  if (slot) {
    const all = value.kind === 'array' ? value.items : [value];
    if (all.length > 1 && !slot.many) return [{ from: value.from, to: value.to, why: 'several', said: name }];
    return all.flatMap((one) =>
      checkChannel(one, columns, (column) => takes(slot, column) || slot.role === 'measure'),
    );
  }
  const field = fields[name];
  if (field) return checkField(field, value);
  return [{ from, to, why: 'unknown', said: name, might: [...Object.keys(slots), ...Object.keys(fields)] }];
}

function checkChannel(node: Node, columns: readonly Column[], isTaken: (column: Column) => boolean): Fault[] {
  const { from, to } = node;
  const checkColumn = (place: Node): Fault[] => {
    if (place.kind !== 'plain' || typeof place.value !== 'string')
      return [{ from: place.from, to: place.to, why: 'text' }];
    const found = findColumn(columns, place.value);
    if (columns.length === 0 || place.value === '') return [];
    const might = columns.filter(isTaken).map(({ name }) => name);
    if (!found) return [{ from: place.from, to: place.to, why: 'column', said: place.value, might }];
    return isTaken(found)
      ? []
      : [{ from: place.from, to: place.to, why: 'family', said: place.value, might }];
  };
  if (node.kind === 'plain') return node.value === null ? [] : checkColumn(node);
  if (node.kind === 'array') return [{ from, to, why: 'several' }];
  return node.members.flatMap((member): Fault[] => {
    const place = { from: member.value.from, to: member.value.to };
    const given = member.value.kind === 'plain' ? member.value.value : undefined;
    if (given === null) return [];
    if (member.name === 'column') return checkColumn(member.value);
    const choices = channelChoices[member.name];
    if (choices) return toChoiceFaults(given, choices, place);
    if (channelNumbers.includes(member.name))
      return typeof given === 'number' ? [] : [{ ...place, why: 'number' }];
    if (member.name === 'title') return typeof given === 'string' ? [] : [{ ...place, why: 'text' }];
    return [{ from: member.from, to: member.to, why: 'unknown', said: member.name, might: channelNames }];
  });
}

function checkField(field: Field, node: Node): Fault[] {
  const place = { from: node.from, to: node.to };
  const given = node.kind === 'plain' ? node.value : undefined;
  if (given === null) return [];
  switch (field.kind) {
    case 'choice':
      return toChoiceFaults(given, field.choices, place);
    case 'number': {
      const isNumber = typeof given === 'number';
      const isWithin = isNumber && given >= (field.min ?? -Infinity) && given <= (field.max ?? Infinity);
      return isWithin && (!field.whole || Number.isInteger(given)) ? [] : [{ ...place, why: 'number' }];
    }
    case 'flag':
      return typeof given === 'boolean' ? [] : [{ ...place, why: 'flag' }];
    case 'list':
      if (node.kind !== 'array') return [{ ...place, why: 'list' }];
      return node.items.flatMap((item) => checkItem(field.fields, item));
    case 'columns':
    case 'values':
      return node.kind === 'array' ? [] : [{ ...place, why: 'list' }];
    case 'value':
      return node.kind === 'object' || typeof given === 'string' ? [] : [{ ...place, why: 'text' }];
    default:
      return typeof given === 'string' ? [] : [{ ...place, why: 'text' }];
  }
}

function checkItem(fields: Fields, node: Node): Fault[] {
  if (node.kind !== 'object')
    return node.kind === 'plain' && typeof node.value === 'string'
      ? []
      : [{ from: node.from, to: node.to, why: 'object' }];
  return node.members.flatMap(({ name, from, to, value }): Fault[] => {
    const field = fields[name];
    if (field) return checkField(field, value);
    return [{ from, to, why: 'unknown', said: name, might: Object.keys(fields) }];
  });
}

function toChoiceFaults(
  given: unknown,
  choices: readonly string[],
  place: { from: number; to: number },
): Fault[] {
  if (choices.includes(given as string)) return [];
  return [{ ...place, why: 'choice', said: given === undefined ? '' : String(given), might: choices }];
}
