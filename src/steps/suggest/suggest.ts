import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import { findStep } from '../catalog';
import type { Ask } from '../chain';
import type { PersonalColumn } from '../protect/personal/personal';
import { judgePersonal } from './judgePersonal';
import { judgeSpellings } from './judgeSpellings';
import type { SeenText } from './judgeTexts';
import { isDays, judgeTexts } from './judgeTexts';
import type { Limits, TextForm } from './questions';
import {
  BETWEEN,
  textForms,
  toBeyondSql,
  toCountsSql,
  toQuartilesSql,
  toSpellingsSql,
  toTextsSql,
  toTwiceSql,
} from './questions';
import type { Suggestion } from './suggestion';
import { CODE, whys } from './suggestion';

export interface SuggestOptions {
  ask: Ask;
  /** Columns that were found to be about people. */
  personal?: readonly PersonalColumn[];
  /** Texts of so many rows are looked at; blanks, doubles and numbers are counted in all. */
  sample?: number;
  most?: number;
}

/** Values so far from the middle half are no mere tail: ten times as far as that half is wide. */
const FAR = 10;
const AGE = /(^|[\s_-])age$|年龄|岁数/i;
/** What is sold, paid or counted, and seldom less than nothing. */
const AMOUNT =
  /price|cost|amount|total|quantity|qty|fee|salary|revenue|价|金额|数量|费用|工资|收入|总额|重量|库存/i;
/** So few different texts are words that people choose among, and so may spell. */
const MOST_WORDS = 3000;

interface Counted {
  column: Column;
  present: number;
  different: number;
  isConstant: boolean;
  blanks: number;
  negatives: number;
}

/** What looks wrong in a table, the gravest first. It only counts: nothing is changed. */
export async function findSuggestions(
  table: string,
  columns: readonly Column[],
  { ask, personal = [], sample = 50_000, most = 12 }: SuggestOptions,
): Promise<Suggestion[]> {
  if (columns.length === 0) return [];
  const [total = 0, ...figures] = toRow((await ask(toCountsSql(table, columns))).values).map(Number);
  if (total === 0) return [];
  const counted = columns.map((column, at): Counted => {
    const [present = 0, different = 0, constant = 0, blanks = 0, negatives = 0] = figures.slice(
      5 * at,
      5 * at + 5,
    );
    return { column, present, different, isConstant: constant === 1, blanks, negatives };
  });
  const texts = counted.filter(({ column, present }) => column.type === 'VARCHAR' && present > 0);
  const looked = total <= sample ? undefined : sample;
  const found = [
    ...judgeCounts(counted, total),
    ...(await findTwice()),
    ...(await findInTexts()),
    ...(await findBeyond()),
    ...judgePersonal(personal, columns),
  ];
  return found
    .filter(({ step }) => findStep(step.step))
    .sort((one, other) => whys.indexOf(one.why) - whys.indexOf(other.why))
    .slice(0, most);

  async function findTwice(): Promise<Suggestion[]> {
    const keys = counted
      .filter(
        ({ column, present, different }, at) =>
          (CODE.test(column.name) || at === 0) &&
          !/phone|mobile|tel|电话|手机|zip|postcode|邮编/i.test(column.name) &&
          ['text', 'number'].includes(toFamily(column.type)) &&
          present > 0.9 * total &&
          // what counts them is a seventh out, now and then more
          different > 0.6 * present,
      )
      .slice(0, 3)
      .map(({ column }) => column.name);
    const { values } = await ask(toTwiceSql(table, columns, keys));
    const [tooMany, , examples, times] = values as [Value[], Value[], Value[], Value[]];
    const rows = Number(tooMany[0]);
    const twice: Suggestion[] = keys.flatMap((key, at) => {
      const count = Number(tooMany[at + 1]) - rows;
      if (count <= 0 || count > 0.1 * total) return [];
      const example = String(examples[at + 1]);
      const params = { times: Number(times[at + 1]) };
      return [
        toSuggestion('key-twice', [key], {
          count,
          example,
          params,
          step: { step: 'dedupe', columns: [key], keep: 'fullest' },
        }),
      ];
    });
    if (rows > 0)
      twice.push(
        toSuggestion('row-twice', [], { count: rows, step: { step: 'dedupe', columns: [], keep: 'first' } }),
      );
    return twice;
  }

  async function findInTexts(): Promise<Suggestion[]> {
    if (texts.length === 0) return [];
    const names = texts.map(({ column }) => column.name);
    const { values } = await ask(toTextsSql(table, names, looked));
    const seen = (values[0] ?? []).map((nth, row) => toSeenText(names[Number(nth)]!, values, row));
    const words = seen.filter(
      ({ name, present, different, by }) =>
        different <= MOST_WORDS &&
        different <= 0.7 * present &&
        by.number.count < 0.5 * present &&
        !isDays(by, present) &&
        !CODE.test(name),
    );
    const spelled = words.map(({ name }) => name);
    const groups = spelled.length > 0 ? (await ask(toSpellingsSql(table, spelled, looked))).values : [];
    return [...judgeTexts(seen, looked ?? total), ...judgeSpellings(spelled, groups, looked ?? total)];
  }

  async function findBeyond(): Promise<Suggestion[]> {
    const numbers = counted.filter(
      ({ column, present, different }) =>
        toFamily(column.type) === 'number' && present > 0 && different > 2 && !CODE.test(column.name),
    );
    if (numbers.length === 0) return [];
    const names = numbers.map(({ column }) => column.name);
    const quartiles = toRow((await ask(toQuartilesSql(table, names, sample))).values);
    const limits = names.flatMap((name, at): Limits[] => {
      if (AGE.test(name)) return [{ name, least: 1, most: 120 }];
      const [low, high] = [Number(quartiles[2 * at]), Number(quartiles[2 * at + 1])];
      const spread = high - low;
      // what goes by shares, as prices do, has a long tail
      const tail = low > 0 ? high * (high / low) ** 3 : 0;
      if (spread <= 0) return [];
      return [
        { name, least: toShort(low - FAR * spread), most: toShort(Math.max(high + FAR * spread, tail)) },
      ];
    });
    if (limits.length === 0) return [];
    const counts = toRow((await ask(toBeyondSql(table, limits))).values);
    return limits.flatMap(({ name, least, most: greatest }, at): Suggestion[] => {
      const count = Number(counts[2 * at]);
      const present = numbers.find(({ column }) => column.name === name)!.present;
      if (count === 0 || count > 0.05 * present) return [];
      const isAge = AGE.test(name);
      const params = { least, most: greatest };
      const step = {
        step: 'outliers',
        columns: [name],
        find: 'hand',
        least,
        most: greatest,
        do: isAge ? 'clear' : 'flag',
      };
      return [
        toSuggestion(isAge ? 'ages' : 'far', [name], {
          count,
          example: String(counts[2 * at + 1]),
          params,
          step,
        }),
      ];
    });
  }

  function judgeCounts(all: readonly Counted[], rows: number): Suggestion[] {
    const blank = all.filter(({ blanks }) => blanks > 0);
    const empty = all.filter(({ present, blanks }) => rows - present + blanks > 0.8 * rows);
    const constant = all.filter(({ isConstant, present }) => isConstant && present === rows && rows > 1);
    const negative = all.filter(
      ({ column, negatives, present }) =>
        AMOUNT.test(column.name) && negatives > 0 && negatives < 0.1 * present,
    );
    const found: Suggestion[] = negative.map(({ column, negatives }) =>
      toSuggestion('negatives', [column.name], {
        count: negatives,
        step: { step: 'outliers', columns: [column.name], find: 'hand', least: 0, do: 'flag' },
      }),
    );
    if (blank.length > 0) {
      const names = toNamesOf(blank);
      const count = blank.reduce((sum, { blanks }) => sum + blanks, 0);
      found.push(
        toSuggestion('blanks', names, {
          count,
          step: { step: 'tidy', columns: names, inner: false, lines: false, invisible: false, empty: true },
        }),
      );
    }
    for (const { column, present, blanks } of empty)
      found.push(
        toSuggestion('mostly-missing', [column.name], {
          count: rows - present + blanks,
          params: { percent: Math.floor((100 * (rows - present + blanks)) / rows) },
          step: { step: 'choose', columns: [column.name], keep: 'others' },
        }),
      );
    if (constant.length > 0 && constant.length < all.length)
      found.push(
        toSuggestion('constant', toNamesOf(constant), {
          count: rows,
          step: { step: 'choose', columns: toNamesOf(constant), keep: 'others' },
        }),
      );
    return found;
  }

  function toSuggestion(
    why: Suggestion['why'],
    names: readonly string[],
    rest: Pick<Suggestion, 'count' | 'step'> & Partial<Suggestion>,
  ): Suggestion {
    return { why, columns: names, looked: total, example: '', params: {}, ...rest };
  }
}

function toSeenText(name: string, values: readonly (readonly Value[])[], row: number): SeenText {
  const [, present, different, length, standing, ...rest] = values.map((column) => column[row]!);
  const by = Object.fromEntries(
    (Object.keys(textForms) as TextForm[]).map((form, at) => [
      form,
      { count: Number(rest[2 * at]), example: String(rest[2 * at + 1] ?? '') },
    ]),
  ) as SeenText['by'];
  const list = String(standing) === '' ? [] : String(standing).split(BETWEEN);
  return {
    name,
    present: Number(present),
    different: Number(different),
    length: Number(length),
    markers: list,
    by,
  };
}

function toRow(values: readonly (readonly Value[])[]): Value[] {
  return values.map(([value]) => value ?? null);
}

function toNamesOf(counted: readonly Counted[]): string[] {
  return counted.map(({ column }) => column.name);
}

function toShort(value: number): number {
  return Number(value.toPrecision(3));
}
