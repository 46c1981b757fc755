import type { Note } from '../../lib/note';
import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, columns, number, table, text } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import type { Key, KeySettings } from './keys';
import { checkKeys, isKeyOfOther, keys, match, toKey, toKeyNotes, toKeys } from './keys';
import { toNumbered } from './numbered';
import { toUnified } from './unify';

interface Settings extends KeySettings {
  columns: readonly string[];
  older: 'there' | 'here';
  tolerance: number;
  show: 'differences' | 'all';
  status: string;
}

/** What was added, removed and changed between two tables: a row for each key, with what stood there before. */
export const compare = toStep({
  step: 'compare',
  family: 'shape',
  fields: {
    table: table(),
    keys: keys(),
    older: choice(['there', 'here']),
    columns: columns({ optional: true }),
    match: match(),
    tolerance: number({ otherwise: 0, min: 0 }),
    show: choice(['differences', 'all']),
    status: text({ otherwise: 'status', is: 'name' }),
  },
  suggest: ({ columns: all, column = all[0]?.name }) =>
    column === undefined ? {} : { keys: [{ left: column }] },

  check(settings, context) {
    const others = context.tables.get(settings.table)!;
    const gone = settings.columns.find((name) => !findColumn(others, name));
    if (gone !== undefined) return new Problem('step-column', { params: { column: gone } });
    return checkKeys(settings, context);
  },

  make(settings, context) {
    const pairs = toKeys(settings, context);
    const { compared, alone } = toCompared(settings, context, pairs);
    const names = toGivenNames(settings, pairs, compared);
    const [now, before] = settings.older === 'there' ? ['it', 'other'] : ['other', 'it'];
    const differs = compared.map((pair) => toDiffers(pair, settings.tolerance));
    const cells = compared.flatMap(({ left, right }, at) => {
      const sides = { it: `it.${quoteName(left.name)}`, other: `other.${quoteName(right.name)}` };
      const { value, was } = names.cells[at]!;
      return [
        `${sides[now as 'it']} AS ${quoteName(value)}`,
        `${sides[before as 'it']} AS ${quoteName(was)}`,
      ];
    });
    const changed = differs.map(
      (sql, at) => `CASE WHEN ${sql} THEN ${quoteText(compared[at]!.left.name)} END`,
    );
    const [counts, countsBefore] = settings.older === 'there' ? ['here', 'there'] : ['there', 'here'];
    const parts = [
      [
        'CASE',
        `    WHEN here.n > 1 OR there.n > 1 THEN 'repeated'`,
        `    WHEN ${countsBefore}.n IS NULL THEN 'added'`,
        `    WHEN ${counts}.n IS NULL THEN 'removed'`,
        ...(differs.length > 0 ? [`    WHEN ${differs.join('\n      OR ')} THEN 'changed'`] : []),
        `    ELSE 'same'`,
        `  END AS ${quoteName(names.status)}`,
      ].join('\n'),
      [
        'CASE',
        `    WHEN here.n > 1 OR there.n > 1`,
        `      THEN '×' || coalesce(${countsBefore}.n, 0) || ' → ×' || coalesce(${counts}.n, 0)`,
        ...(changed.length > 0
          ? [`    WHEN here.n = there.n THEN concat_ws(', ', ${changed.join(', ')})`]
          : []),
        `    ELSE ''`,
        `  END AS ${quoteName(names.changes)}`,
      ].join('\n'),
      ...pairs.map((key, at) => `${toKeyValue(key)} AS ${quoteName(names.keys[at]!)}`),
      ...cells,
      `here.row_no AS ${quoteName(names.here)}`,
      `there.row_no AS ${quoteName(names.there)}`,
    ];
    const other = quoteName(settings.table);
    const row = quoteName(toOwnName([...context.columns, ...context.tables.get(settings.table)!], 'row_no'));
    const on = pairs.map((_, at) => `here.key_${at + 1} IS NOT DISTINCT FROM there.key_${at + 1}`);
    const places = [names.here, names.there].map(quoteName);
    return {
      sql: [
        `SELECT * EXCLUDE (${places.join(', ')})`,
        `FROM (`,
        `  SELECT\n  ${parts.join(',\n  ')}`,
        `  FROM (${toKeyed(pairs, 'left', { row, rows: toNumbered(context.from, row) })}) AS here`,
        `  FULL JOIN (${toKeyed(pairs, 'right', { row, rows: toNumbered(other, row) })}) AS there`,
        `    ON ${on.join(' AND ')}`,
        `  LEFT JOIN (${toNumbered(context.from, row)}) AS it`,
        `    ON it.${row} = here.row_no`,
        `  LEFT JOIN (${toNumbered(other, row)}) AS other`,
        `    ON other.${row} = there.row_no`,
        `)`,
        ...(settings.show === 'all' ? [] : [`WHERE ${quoteName(names.status)} <> 'same'`]),
        `ORDER BY ${places[0]} NULLS LAST, ${places[1]} NULLS LAST`,
      ].join('\n'),
      readsTwice: true,
      notes: [...toKeyNotes([...pairs, ...compared]), ...alone],
    };
  },
});

/** Columns that both tables have, and a word on those that only one has. */
function toCompared(settings: Settings, { columns: all, tables }: StepContext, pairs: readonly Key[]) {
  const others = tables.get(settings.table)!;
  const isKey = (column: Column) => pairs.some(({ left }) => left === column);
  const ours = all.filter((column) => !isKey(column));
  const chosen = settings.columns.length > 0 ? settings.columns.map((name) => findColumn(all, name)!) : ours;
  const compared = chosen.flatMap((left) => {
    const right = findColumn(others, left.name);
    return right ? [toKey(left, right)] : [];
  });
  const alone = [
    ...ours.filter(({ name }) => !findColumn(others, name)),
    ...others.filter((column) => !findColumn(all, column.name) && !isKeyOfOther(pairs, column)),
  ].map(({ name }) => name);
  const note: Note[] =
    alone.length === 0 || settings.columns.length > 0
      ? []
      : [{ why: 'compare-alone', params: { columns: alone.join(', ') } }];
  return { compared, alone: note };
}

function toGivenNames({ status }: Settings, pairs: readonly Key[], compared: readonly Key[]) {
  const taken = [...pairs, ...compared].map(({ left }) => left.name);
  const claim = (wanted: string): string => {
    const name = toFreeName(wanted, taken);
    taken.push(name);
    return name;
  };
  return {
    keys: pairs.map(({ left }) => left.name),
    cells: compared.map(({ left }) => ({ value: left.name, was: claim(`${left.name}_before`) })),
    status: claim(status),
    changes: claim('changes'),
    here: claim('row_here'),
    there: claim('row_there'),
  };
}

/** Each key once: its first row, and how often it is there. */
function toKeyed(
  pairs: readonly Key[],
  side: 'left' | 'right',
  { row, rows }: { row: string; rows: string },
): string {
  const values = pairs.map((key, at) => `${key.toSql(side)} AS key_${at + 1}`).join(', ');
  const by = pairs.map((_, at) => at + 1).join(', ');
  return `SELECT ${values}, min(${row}) AS row_no, count(*) AS n FROM (${rows}) GROUP BY ${by}`;
}

function toKeyValue({ left, right }: Key): string {
  const { type } = toUnified([left.type, right.type]);
  const one = `it.${quoteName(left.name)}`;
  const other = `other.${quoteName(right.name)}`;
  return type === undefined
    ? `coalesce(${one}, ${other})`
    : `coalesce(CAST(${one} AS ${type}), CAST(${other} AS ${type}))`;
}

function toDiffers(pair: Key, tolerance: number): string {
  const one = pair.toSql('left', 'it');
  const other = pair.toSql('right', 'other');
  const differs = `${one} IS DISTINCT FROM ${other}`;
  const areNumbers = [pair.left, pair.right].every(({ type }) => toFamily(type) === 'number');
  return areNumbers && tolerance > 0
    ? `(${differs} AND (abs(${one} - ${other}) <= ${tolerance}) IS NOT TRUE)`
    : differs;
}
