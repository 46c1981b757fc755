import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { choice, table } from '../field';
import type { Loose } from '../field';
import type { Made, StepContext } from '../step';
import { toStep } from '../step';
import { toFree } from '../clean/reading/free';
import { toOwnName } from '../write';
import type { Key, KeySettings } from './keys';
import { checkKeys, isKeyOfOther, keys, match, toKeyNotes, toKeys, toOn } from './keys';
import { isDistinct, toLookUp, toRepeatedQuestion } from './lookUp';
import { toNumbered } from './numbered';
import type { Taken } from './taken';
import { takeFields, toTaken, toTakenColumns, toTakenSql } from './taken';
import { toUnified } from './unify';

export interface JoinSettings extends KeySettings {
  readonly how: 'left' | 'inner' | 'full' | 'semi' | 'anti';
  readonly several: 'all' | 'first';
  readonly take: readonly string[];
  readonly suffix: string;
}

const isTaking = ({ how }: Loose) => how !== 'semi' && how !== 'anti';
const isOneSided = ({ how }: Loose) => how === 'left' || how === 'inner';

/** The rows of another table beside those that belong to them; or only whether there are any. */
export const join = toStep({
  step: 'join',
  family: 'shape',
  fields: {
    table: table(),
    keys: keys(),
    how: choice(['left', 'inner', 'full', 'semi', 'anti']),
    match: match(),
    several: choice(['all', 'first'], { when: isOneSided }),
    take: { ...takeFields.take, when: isTaking },
    suffix: { ...takeFields.suffix, when: isTaking },
  },
  suggest: ({ column }) => (column === undefined ? {} : { keys: [{ left: column }] }),
  check: checkKeys,

  ask(settings, context) {
    const pairs = toKeys(settings, context);
    const isOpen = isOneSided(settings) && settings.several === 'all' && pairs.every(isDistinct);
    return isOpen ? toRepeatedQuestion(settings.table, pairs) : undefined;
  },

  make(settings, context) {
    const pairs = toKeys(settings, context);
    const isAlone = isOneSided(settings)
      ? settings.several === 'first' || Number(context.found[0]?.[0] ?? 1) === 0
      : settings.how !== 'full';
    if (isAlone && pairs.every(isDistinct)) return toFound(settings, context, pairs);
    return isTaking(settings) ? toJoined(settings, context, pairs) : toHalf(settings, context, pairs);
  },
});

/** The rows here beside one of the other table at most. */
function toFound(settings: JoinSettings, context: StepContext, pairs: readonly Key[]): Made {
  const { table: name, how } = settings;
  const { from, columns } = context;
  const given = isTaking({ how }) ? toTakenOf(settings, context, pairs) : [];
  const row = quoteName(toOwnName(context.tables.get(name)!, 'row_no'));
  const isFirst = isOneSided({ how }) && settings.several === 'first';
  const rows = isFirst ? `(${toFirsts(name, row, pairs)})` : quoteName(name);
  const named = toFree(from, quoteName(name));
  const lookUp = toLookUp({ from, columns }, { rows, keys: pairs, given }, named);
  const { found } = lookUp;
  const filter =
    how === 'anti' ? `\nWHERE ${found} IS NULL` : how === 'left' ? '' : `\nWHERE ${found} IS NOT NULL`;
  const taken = given.map((one) => `${found}.${quoteName(one.name)}`);
  return {
    sql: [
      lookUp.with,
      `SELECT\n  ${[`it.* EXCLUDE (${found})`, ...taken].join(',\n  ')}`,
      `${lookUp.from}${filter}`,
    ].join('\n'),
    columns: [...columns, ...toTakenColumns(given)],
    sameRows: how === 'left',
    notes: toKeyNotes(pairs),
  };
}

function toTakenOf(settings: JoinSettings, { columns, tables }: StepContext, pairs: readonly Key[]): Taken[] {
  const others = tables.get(settings.table)!;
  return toTaken(settings, { ours: columns, others, isLeft: (it) => isKeyOfOther(pairs, it) });
}

function toJoined(settings: JoinSettings, context: StepContext, pairs: readonly Key[]): Made {
  const { table: name, how } = settings;
  const { from, columns } = context;
  const isOne = isOneSided({ how }) && settings.several === 'first';
  const taken = toTakenOf(settings, context, pairs);
  const row = quoteName(toOwnName([...columns, ...context.tables.get(name)!], 'row_no'));
  const { set, given } = how === 'full' ? toFilled(pairs, columns) : { set: [], given: columns };
  const replaced = set.length > 0 ? ` REPLACE (${set.join(', ')})` : '';
  return {
    sql: [
      `SELECT\n  ${[`it.* EXCLUDE (${row})${replaced}`, ...toTakenSql(taken, 'other')].join(',\n  ')}`,
      `FROM (${toNumbered(from, row)}) AS it`,
      `${how.toUpperCase()} JOIN (${isOne ? toFirsts(name, row, pairs) : toNumbered(quoteName(name), row)}) AS other`,
      `  ON ${toOn(pairs, 'it', 'other')}`,
      // a join gives its rows in whatever order is quickest
      `ORDER BY it.${row}${how === 'full' ? ' NULLS LAST' : ''}${isOne ? '' : `, other.${row}`}`,
    ].join('\n'),
    columns: [...given, ...toTakenColumns(taken)],
    sameRows: isOne && how === 'left',
    notes: toKeyNotes(pairs),
  };
}

function toHalf(settings: JoinSettings, context: StepContext, pairs: readonly Key[]): Made {
  const { from, columns } = context;
  const row = quoteName(toOwnName(columns, 'row_no'));
  return {
    sql: [
      `SELECT it.* EXCLUDE (${row})`,
      `FROM (${toNumbered(from, row)}) AS it`,
      `${settings.how.toUpperCase()} JOIN ${quoteName(settings.table)} AS other`,
      `  ON ${toOn(pairs, 'it', 'other')}`,
      `ORDER BY it.${row}`,
    ].join('\n'),
    columns,
    notes: toKeyNotes(pairs),
  };
}

/** Of the other table, the first row of each key. */
function toFirsts(name: string, row: string, pairs: readonly Key[]): string {
  const numbered = toNumbered(quoteName(name), row);
  const by = pairs.map((key) => key.toSql('right')).join(', ');
  return `\n  SELECT * FROM (${numbered})\n  WHERE ${row} IN (SELECT min(${row}) FROM (${numbered}) GROUP BY ${by})\n`;
}

/** Keys of rows that only the other table has stand in our columns. */
function toFilled(pairs: readonly Key[], columns: readonly Column[]): { set: string[]; given: Column[] } {
  const types = new Map<string, string>();
  const set = pairs.map(({ left, right }) => {
    const { type } = toUnified([left.type, right.type]);
    if (type !== undefined) types.set(left.name, type);
    const toSql = (side: string, { name }: Column) =>
      type === undefined ? `${side}.${quoteName(name)}` : `CAST(${side}.${quoteName(name)} AS ${type})`;
    return `coalesce(${toSql('it', left)}, ${toSql('other', right)}) AS ${quoteName(left.name)}`;
  });
  return { set, given: columns.map(({ name, type }) => ({ name, type: types.get(name) ?? type })) };
}
