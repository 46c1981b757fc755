import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { choice, columns, maybeNumber, number } from '../field';
import type { Loose, SettingsOf } from '../field';
import { checkNewName } from '../settings';
import type { Made, StepContext } from '../step';
import { toStep } from '../step';
import type { Written } from '../write';
import { findColumn, toAdded, toGrouped, toOwnName, toReplaced } from '../write';

const methods = ['iqr', 'z', 'mad', 'percent', 'hand'] as const;

const fields = {
  columns: columns({ families: ['number'] }),
  find: choice(methods),
  /** How many times the spread; 1.5 quartile ranges, 3 standard or 3.5 median deviations unless something else is said. */
  times: maybeNumber({ min: 0, when: ({ find }: Loose) => ['iqr', 'z', 'mad'].includes(String(find)) }),
  percent: number({ otherwise: 1, min: 0, max: 50, when: ({ find }: Loose) => find === 'percent' }),
  least: maybeNumber({ when: ({ find }: Loose) => find === 'hand' }),
  most: maybeNumber({ when: ({ find }: Loose) => find === 'hand' }),
  by: columns({ optional: true, when: ({ find }: Loose) => find !== 'hand' }),
  do: choice(['flag', 'cap', 'clear', 'drop']),
};

type Settings = SettingsOf<typeof fields>;

const usual = { iqr: 1.5, z: 3, mad: 3.5 };

/** Numbers far from the others: marked, drawn in to the limit, cleared, or their rows dropped. */
export const outliers = toStep({
  step: 'outliers',
  family: 'clean',
  fields,
  suggest: ({ columns: all, column }) => ({
    columns: all.filter(({ name }) => name === column).map(({ name }) => name),
  }),

  check(settings, { columns: all }) {
    const { columns: names, by, find, least, most } = settings;
    const both = by.find((name) => names.includes(name));
    if (find !== 'hand' && both !== undefined)
      return new Problem('step-misfit', { params: { why: 'group-itself', column: both } });
    if (find === 'hand' && least === null && most === null)
      return new Problem('step-misfit', { params: { why: 'no-limit' } });
    if (find === 'hand' && least !== null && most !== null && least > most)
      return new Problem('step-misfit', { params: { why: 'limits-crossed', least, most } });
    if (settings.do !== 'flag') return undefined;
    for (const name of names) {
      const taken = checkNewName(all, toFlag(name));
      if (taken) return taken;
    }
    return undefined;
  },

  make(settings, context) {
    const found = settings.columns.map((name) => findColumn(context.columns, name)!);
    const what = settings.do;
    switch (what) {
      case 'flag':
        return toWritten(settings, context, (limits) => ({
          added: toEach(found, (column, at) => [toFlag(column.name), toIsOut(column, limits(at))]),
        }));
      case 'cap':
      case 'clear':
        return toWritten(settings, context, (limits) => ({
          set: toEach(found, (column, at) => [column.name, toOther(what, column, limits(at))]),
        }));
      case 'drop':
        return toRest(settings, context, found);
    }
  },
});

/** The columns written with the limits of each of those that are looked at. */
function toWritten(
  settings: Settings,
  context: StepContext,
  write: (limits: (at: number) => Limits) => { set?: Written; added?: Written },
): Made {
  const { find, least, most, by } = settings;
  if (find === 'hand') {
    const { set, added } = write(() => ({ least: toLimit(least), most: toLimit(most) }));
    const it = { ...context, from: `${context.from} AS it` };
    return set ? toReplaced(it, set) : toAdded(it, added ?? {});
  }
  const found = settings.columns.map((name) => findColumn(context.columns, name)!);
  const values = Object.fromEntries(
    found.flatMap((column, at) => {
      const [low, high] = toLimits(column, { ...settings, find });
      return [
        [`least_${at + 1}`, low],
        [`most_${at + 1}`, high],
      ];
    }),
  ) as Written;
  return toGrouped(context, {
    by,
    values,
    write: (read) => write((at) => ({ least: read(`least_${at + 1}`), most: read(`most_${at + 1}`) })),
  });
}

interface Limits {
  least: string;
  most: string;
}

function toEach(
  found: readonly Column[],
  write: (column: Column, at: number) => [string, string],
): Record<string, string> {
  return Object.fromEntries(found.map(write));
}

function toFlag(name: string): string {
  return `${name}_outlier`;
}

/** The rows without outliers; those whose number is missing stay. */
function toRest(settings: Settings, context: StepContext, found: readonly Column[]): Made {
  const marked = toOwnName(context.columns, 'is_outlier');
  const { sql } = toWritten(settings, context, (limits) => ({
    added: { [marked]: found.map((column, at) => toIsOut(column, limits(at))).join('\n    OR ') },
  }));
  return {
    sql: `SELECT * EXCLUDE (${quoteName(marked)})\nFROM (\n${sql}\n)\nWHERE ${quoteName(marked)} IS NOT TRUE`,
    columns: context.columns,
    readsTwice: settings.find !== 'hand',
  };
}

/** The two limits. Infinity and what is no number say nothing of where the others lie. */
function toLimits(
  column: Column,
  settings: Settings & { find: Exclude<Settings['find'], 'hand'> },
): [string, string] {
  const { find, percent } = settings;
  const it = quoteName(column.name);
  const isFloat = column.type === 'DOUBLE' || column.type === 'FLOAT';
  const of = (call: string) => (isFloat ? `${call} FILTER (isfinite(${it}))` : call);
  const number = `CAST(${it} AS DOUBLE)`;
  const quantile = (share: number) => of(`quantile_cont(${number}, ${share})`);
  const around = (low: string, high: string, spread: string): [string, string] => {
    const times = settings.times ?? usual[find as keyof typeof usual];
    return [`${low} - ${times} * ${spread}`, `${high} + ${times} * ${spread}`];
  };
  switch (find) {
    case 'iqr': {
      const [low, high] = [quantile(0.25), quantile(0.75)];
      return around(low, high, `(${high} - ${low})`);
    }
    case 'z':
      return around(of(`avg(${number})`), of(`avg(${number})`), of(`stddev_samp(${number})`));
    // 1.4826 median deviations are a standard deviation where values are normal
    case 'mad':
      return around(of(`median(${number})`), of(`median(${number})`), `1.4826 * ${of(`mad(${number})`)}`);
    case 'percent':
      return [quantile(percent / 100), quantile(1 - percent / 100)];
  }
}

function toLimit(limit: number | null): string {
  return limit === null ? 'CAST(NULL AS DOUBLE)' : `CAST(${limit} AS DOUBLE)`;
}

function toIsOut({ name }: Column, { least, most }: Limits): string {
  const it = `it.${quoteName(name)}`;
  return `coalesce(${it} < ${least}, false) OR coalesce(${it} > ${most}, false)`;
}

/** A limit between two whole numbers is rounded towards the middle, so that a capped number lies within. */
function toOther(what: Settings['do'], column: Column, { least, most }: Limits): string {
  const it = `it.${quoteName(column.name)}`;
  if (what === 'clear') return `CASE WHEN ${toIsOut(column, { least, most })} THEN NULL ELSE ${it} END`;
  const [low, high] = /INT$|INTEGER$/.test(column.type)
    ? [`ceil(${least})`, `floor(${most})`]
    : [least, most];
  const isNumber = column.type === 'DOUBLE';
  const cast = (limit: string) => (isNumber ? limit : `CAST(${limit} AS ${column.type})`);
  return `CASE WHEN ${it} < ${least} THEN ${cast(low)} WHEN ${it} > ${most} THEN ${cast(high)} ELSE ${it} END`;
}
