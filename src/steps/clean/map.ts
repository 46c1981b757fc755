import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, column, flag, list, table, text } from '../field';
import type { Loose, SettingsOf } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { checkNewName } from '../settings';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn } from '../write';
import { toMapping, toPairs } from './mapping';
import { toLoose } from './reading/values';

const isListed = ({ by }: Loose) => by !== 'table';
const isOfTable = ({ by }: Loose) => by === 'table';

const fields = {
  column: column(),
  by: choice(['pairs', 'table']),
  pairs: list({ from: text(), to: text({ otherwise: '' }) }, { when: isListed }),
  table: table({ when: isOfTable }),
  key: column({ of: 'table', when: isOfTable }),
  into: column({ of: 'table', when: isOfTable }),
  others: choice(['keep', 'clear', 'value']),
  other: text({ when: ({ others }: Loose) => others === 'value' }),
  loose: flag(false),
  name: text({ is: 'name', optional: true }),
};

type Settings = SettingsOf<typeof fields>;

/** Other values in the place of those that are known, by a list or by another table. */
export const map = toStep({
  step: 'map',
  family: 'clean',
  fields,

  check(settings, { columns: all }) {
    const found = findColumn(all, settings.column)!;
    if (settings.name !== '') {
      const taken = checkNewName(all, settings.name);
      if (taken) return taken;
    }
    if (settings.by === 'table') return undefined;
    const seen = new Set<string>();
    for (const { from } of settings.pairs) {
      const wrong = checkGiven(from, found);
      if (wrong) return wrong;
      const key = isLoose(settings, found) ? from.toLowerCase().replace(/\s+/g, '') : toGivenSql(from, found);
      if (seen.has(key)) return new Problem('step-misfit', { params: { why: 'pair-twice', value: from } });
      seen.add(key);
    }
    return undefined;
  },

  ask(settings, context) {
    if (settings.by !== 'table') return undefined;
    const { key, into } = toTableKey(settings, context);
    return `SELECT min(given)\nFROM (\n  SELECT ${key} AS given\n  FROM ${quoteName(settings.table)}\n  WHERE ${key} IS NOT NULL\n  GROUP BY ALL\n  HAVING count(DISTINCT ${into}) + max(CAST(${into} IS NULL AS INTEGER)) > 1\n)`;
  },

  make(settings, context) {
    const twice = context.found[0]?.[0];
    if (twice !== undefined && twice !== null)
      throw new Problem('step-misfit', { params: { why: 'pair-twice', value: String(twice) } });
    const found = findColumn(context.columns, settings.column)!;
    const { pairs, type, leadsToMissing } =
      settings.by === 'table' ? toTablePairs(settings, context) : toListPairs(settings, found);
    const it = `it.${quoteName(found.name)}`;
    const isSame = type === found.type;
    const kept = isSame ? it : `CAST(${it} AS VARCHAR)`;
    const otherwise = {
      keep: () => kept,
      clear: () => 'NULL',
      value: () => `CASE WHEN ${it} IS NOT NULL THEN ${toGivenSql(settings.other, { type })} END`,
    };
    const { table: mapping, value } = toMapping(
      context,
      {
        key: toLooked(settings, context),
        pairs,
        leadsToMissing,
        otherwise: otherwise[settings.others](),
      },
      settings.by === 'table' ? [quoteName(settings.table)] : [],
    );
    const name = settings.name === '' ? found.name : settings.name;
    const written = `${value} AS ${quoteName(name)}`;
    const all = settings.name === '' ? `* REPLACE (\n  ${written}\n)` : `*,\n  ${written}`;
    return {
      sql: `WITH ${mapping}\nSELECT ${all}\nFROM ${context.from} AS it`,
      sameRows: true,
      ...(settings.name === '' && { changes: [found.name] }),
    };
  },
});

function isLoose({ loose }: Settings, { type }: Column): boolean {
  return loose && toFamily(type) === 'text';
}

/** What is listed has the column's own type where all of it fits, and is text otherwise. */
function toListPairs(settings: Settings, found: Column) {
  const others = settings.others === 'value' ? [settings.other] : [];
  const wanted = [...settings.pairs.map(({ to }) => to).filter((to) => to !== ''), ...others];
  const type = wanted.every((to) => !checkGiven(to, found)) ? found.type : 'VARCHAR';
  const rows = settings.pairs.map(({ from, to }) => {
    const given = isLoose(settings, found) ? toLoose(quoteText(from)) : toGivenSql(from, found);
    return [given, to === '' ? `CAST(NULL AS ${type})` : toGivenSql(to, { type })] as const;
  });
  const leadsToMissing = settings.pairs.some(({ to }) => to === '');
  return { pairs: toPairs(rows), type, leadsToMissing };
}

function toTablePairs(settings: Settings, context: StepContext) {
  const { key, into } = toTableKey(settings, context);
  const found = findColumn(context.columns, settings.column)!;
  const target = findColumn(context.tables.get(settings.table)!, settings.into)!;
  const isFitting =
    settings.others === 'clear' ||
    (settings.others === 'keep' ? target.type === found.type : !checkGiven(settings.other, target));
  const value = isFitting ? into : `CAST(${into} AS VARCHAR)`;
  return {
    pairs: `SELECT ${key} AS given, min(${value}) AS value FROM ${quoteName(settings.table)} WHERE ${key} IS NOT NULL GROUP BY ALL`,
    type: isFitting ? target.type : 'VARCHAR',
    leadsToMissing: true,
  };
}

/** Keys of different types are compared as text. */
function toTableKey(settings: Settings, context: StepContext): { key: string; into: string } {
  const found = findColumn(context.columns, settings.column)!;
  const key = findColumn(context.tables.get(settings.table)!, settings.key)!;
  const plain = key.type === found.type ? quoteName(key.name) : `CAST(${quoteName(key.name)} AS VARCHAR)`;
  return {
    key: isLoose(settings, found) ? toLoose(plain) : plain,
    into: quoteName(settings.into),
  };
}

/** What is looked for in the pairs. */
function toLooked(settings: Settings, context: StepContext): string {
  const found = findColumn(context.columns, settings.column)!;
  const it = `it.${quoteName(found.name)}`;
  if (isLoose(settings, found)) return toLoose(it);
  const key = settings.by === 'table' && findColumn(context.tables.get(settings.table)!, settings.key)!;
  return key && key.type !== found.type ? `CAST(${it} AS VARCHAR)` : it;
}
