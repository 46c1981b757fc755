import type { Field, Fields } from '../../../steps/field';
import type { Column } from '../../../table/column';
import { chartKinds, findChartKind } from '../catalog';
import type { ChartKind } from '../chart';
import { toFields, toSlots } from '../chart';
import { takes } from '../suit';
import { channelChoices, channelNames } from './check';

export interface Proposed {
  /** What takes the place of the stretch. */
  readonly insert: string;
  readonly label: string;
  readonly kind: 'name' | 'column' | 'choice';
}

export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Proposed[];
}

/** Where one is in a text that need not be whole yet: the names that lead there, and the word that is being written. */
interface Place {
  path: readonly string[];
  /** Whether a name is to come, or the value of one. */
  wants: 'name' | 'value' | 'nothing';
  from: number;
  to: number;
  typed: string;
  /** Names that the object has already. */
  taken: readonly string[];
}

/** What may be written at a place of a chart's text. */
export function completeChartText(text: string, offset: number, columns: readonly Column[]): Completion {
  const place = findPlace(text, offset);
  const mark = /"mark"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? 'bar';
  const all = toItems(place, findChartKind(mark), columns);
  const typed = place.typed.toLowerCase();
  const fitting = all.filter(({ label }) => label.toLowerCase().includes(typed));
  const items = fitting.toSorted(
    (a, b) =>
      Number(b.label.toLowerCase().startsWith(typed)) - Number(a.label.toLowerCase().startsWith(typed)),
  );
  return { from: place.from, to: place.to, items };
}

function toItems(
  { path, wants, taken }: Place,
  kind: ChartKind | undefined,
  columns: readonly Column[],
): Proposed[] {
  if (wants === 'nothing') return [];
  const slots = kind ? toSlots(kind) : {};
  const fields: Fields = kind ? toFields(kind) : {};
  const [first, ...rest] = path;
  const toNames = (names: readonly string[]) =>
    names
      .filter((name) => !taken.includes(name))
      .map((name): Proposed => ({ insert: `"${name}": `, label: name, kind: 'name' }));
  const toChoices = (choices: readonly string[]) =>
    choices.map((name): Proposed => ({ insert: JSON.stringify(name), label: name, kind: 'choice' }));
  const toColumns = () => {
    const slot = slots[first!];
    return columns
      .filter((column) => !slot || takes(slot, column) || slot.role === 'measure')
      .map(({ name }): Proposed => ({ insert: JSON.stringify(name), label: name, kind: 'column' }));
  };
  if (wants === 'name') {
    if (first === undefined) return toNames(['mark', ...Object.keys(slots), ...Object.keys(fields)]);
    if (first in slots) return toNames(channelNames);
    const field = fields[first];
    return field?.kind === 'list' ? toNames(Object.keys(field.fields)) : [];
  }
  const last = rest.findLast((name) => name !== '');
  if (first === 'mark') return toChoices(chartKinds.map(({ mark }) => mark));
  if (first !== undefined && first in slots)
    return last === undefined || last === 'column' ? toColumns() : toChoices(channelChoices[last] ?? []);
  const field = findField(fields, [first ?? '', ...rest]);
  if (field?.kind === 'choice') return toChoices(field.choices);
  if (field?.kind === 'flag')
    return ['true', 'false'].map((word): Proposed => ({ insert: word, label: word, kind: 'choice' }));
  return [];
}

function findField(fields: Fields, [first = '', ...rest]: readonly string[]): Field | undefined {
  const field = fields[first];
  const inner = rest.filter((name) => name !== '');
  return field?.kind === 'list' && inner.length > 0 ? findField(field.fields, inner) : field;
}

/** Goes over the text up to the place, bracket by bracket; what is broken before it is read as far as it goes. */
function findPlace(text: string, offset: number): Place {
  const open: { sign: '{' | '['; name: string; taken: string[] }[] = [];
  let isValue = false;
  let word: { from: number; to: number; typed: string } | undefined;
  let last = '';
  const tokens = text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g);
  for (const { 0: token, index } of tokens) {
    const to = index + token.length;
    if (index >= offset) break;
    const isWord = !/^[{}[\],:]$/.test(token);
    if (isWord && to >= offset && !(token.endsWith('"') && token.length > 1 && to === offset)) {
      word = { from: index, to, typed: text.slice(index, offset).replaceAll('"', '') };
      break;
    }
    const current = open.at(-1);
    switch (token) {
      case '{':
      case '[':
        open.push({ sign: token, name: '', taken: [] });
        isValue = token === '[';
        break;
      case '}':
      case ']':
        open.pop();
        isValue = false;
        break;
      case ':':
        isValue = true;
        break;
      case ',':
        isValue = current?.sign === '[';
        if (current?.sign === '{') current.name = '';
        break;
      default:
        if (current && !isValue) {
          current.name = token.replaceAll('"', '');
          current.taken.push(current.name);
        }
    }
    last = token;
  }
  const path = open.map(({ name }) => name);
  const current = open.at(-1);
  // what follows is named too
  const taken = current ? [...current.taken, ...toNamesAfter(text, word?.to ?? offset)] : [];
  const isName = current?.sign === '{' && !isValue;
  const isReady = /^[{[,:]$/.test(last);
  if (isName) path.pop();
  return {
    path,
    wants: current && isReady ? (isName ? 'name' : 'value') : 'nothing',
    taken: isName ? taken : [],
    ...(word ?? { from: offset, to: offset, typed: '' }),
  };
}

/** Names of the same object that stand after a place. */
function toNamesAfter(text: string, offset: number): string[] {
  let depth = 0;
  const names: string[] = [];
  for (const { 0: token, 1: name } of text.slice(offset).matchAll(/"([^"\\\n]*)"\s*:|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 0 && name !== undefined) names.push(name);
    if (depth < 0) break;
  }
  return names;
}
