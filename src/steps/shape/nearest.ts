import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, column, maybeNumber, table } from '../field';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import type { Key, KeySettings } from './keys';
import { checkKeys, isKeyOfOther, keys, match, toKeyNotes, toKeys } from './keys';
import { takeFields, toTaken, toTakenColumns, toTakenSql } from './taken';

interface Settings extends KeySettings {
  column: string;
  other: string;
  which: 'previous' | 'next' | 'nearest';
  limit: number | null;
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
}

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const MICROSECONDS = 1_000_000;

/** Beside each row, that row of another table which is next to it in time, or by a number. */
export const nearest = toStep({
  step: 'nearest',
  family: 'shape',
  fields: {
    table: table(),
    column: column({ families: ['date', 'number'] }),
    other: column({ of: 'table', optional: true, families: ['date', 'number'] }),
    which: choice(['previous', 'next', 'nearest']),
    keys: keys({ optional: true }),
    match: match(),
    limit: maybeNumber({ min: 0 }),
    unit: choice(['seconds', 'minutes', 'hours', 'days'], { when: ({ limit }) => limit !== null }),
    ...takeFields,
  },
  suggest: ({ columns: all, column: name }) => {
    const dates = all.filter(({ type }) => toFamily(type) === 'date');
    const chosen = dates.find((one) => one.name === name) ?? dates[0];
    return chosen ? { column: chosen.name } : {};
  },

  check(settings, context) {
    const { column: name, other, table: from } = settings;
    const ours = findColumn(context.columns, name)!;
    const theirs = findColumn(context.tables.get(from)!, other === '' ? name : other);
    if (!theirs) return new Problem('step-column', { params: { column: name } });
    const odd = [ours, theirs].find(({ type }) => !isNumber(type) && !isMoment(type));
    if (odd) return new Problem('step-family', { params: { column: odd.name, type: odd.type } });
    if (isNumber(ours.type) !== isNumber(theirs.type))
      return new Problem('step-family', { params: { column: theirs.name, type: theirs.type } });
    return checkKeys(settings, context);
  },

  make(settings, context) {
    const { from, columns: all } = context;
    const { which, table: name } = settings;
    const others = context.tables.get(name)!;
    const pairs = toKeys(settings, context);
    const ours = findColumn(all, settings.column)!;
    const theirs = findColumn(others, settings.other === '' ? settings.column : settings.other)!;
    const row = quoteName(toOwnName([...all, ...others], 'row_no'));
    const toNumbered = (table: string) => `SELECT *, row_number() OVER () AS ${row} FROM ${table}`;
    const taken = toTaken(settings, { ours: all, others, isLeft: (it) => isKeyOfOther(pairs, it) });
    const rows = toMoments(theirs, pairs, { row, rows: toNumbered(quoteName(name)) });
    const at = toPlace(ours, 'it');
    const toSide = (side: 'before' | 'after') => {
      const on = pairs.map((key, place) => `${key.toSql('left', 'it')} = ${side}.key_${place + 1}`);
      const sign = side === 'before' ? '>=' : '<=';
      return `ASOF LEFT JOIN (${rows}) AS ${side}\n  ON ${[...on, `${at} ${sign} ${side}.place`].join(' AND ')}`;
    };
    const sides = [
      ...(which === 'next' ? [] : [toSide('before')]),
      ...(which === 'previous' ? [] : [toSide('after')]),
    ];
    return {
      sql: [
        `SELECT\n  ${[`it.* EXCLUDE (${row})`, ...toTakenSql(taken, 'other')].join(',\n  ')}`,
        `FROM (${toNumbered(from)}) AS it`,
        ...sides,
        `LEFT JOIN (${toNumbered(quoteName(name))}) AS other`,
        `  ON other.${row} = ${toPick(settings, at, toLimit(settings, ours))}`,
        `ORDER BY it.${row}`,
      ].join('\n'),
      columns: [...all, ...toTakenColumns(taken)],
      sameRows: true,
      notes: toKeyNotes(pairs),
    };
  },
});

/** The rows of the other table by key and place: the last of those that are at the same one. */
function toMoments(at: Column, pairs: readonly Key[], { row, rows }: { row: string; rows: string }): string {
  const values = pairs.map((key, place) => `${key.toSql('right')} AS key_${place + 1}`);
  const all = [...values, `${toPlace(at)} AS place`, `max(${row}) AS at_row`].join(', ');
  return `SELECT ${all} FROM (${rows}) WHERE ${quoteName(at.name)} IS NOT NULL GROUP BY ALL`;
}

/** A number that says where a value is: of a date, the microseconds since 1970. */
function toPlace({ name, type }: Column, alias?: string): string {
  const it = alias === undefined ? quoteName(name) : `${alias}.${quoteName(name)}`;
  return isNumber(type) ? it : `epoch_us(CAST(${it} AS TIMESTAMP))`;
}

/** The row of the other table that is nearest; of two that are as near, the one before. */
function toPick({ which }: Settings, at: string, limit: string | undefined): string {
  const sides = {
    before: { row: 'before.at_row', distance: `${at} - before.place` },
    after: { row: 'after.at_row', distance: `after.place - ${at}` },
  };
  const toLimited = ({ row, distance }: { row: string; distance: string }) =>
    limit === undefined ? row : `CASE WHEN ${distance} <= ${limit} THEN ${row} END`;
  if (which !== 'nearest') return toLimited(which === 'previous' ? sides.before : sides.after);
  const isBefore = `after.at_row IS NULL OR ${sides.before.distance} <= ${sides.after.distance}`;
  return `CASE WHEN ${isBefore} THEN ${toLimited(sides.before)} ELSE ${toLimited(sides.after)} END`;
}

function toLimit({ limit, unit }: Settings, { type }: Column): string | undefined {
  if (limit === null) return undefined;
  return String(isNumber(type) ? limit : Math.round(limit * SECONDS[unit] * MICROSECONDS));
}

function isNumber(type: string): boolean {
  return toFamily(type) === 'number';
}

function isMoment(type: string): boolean {
  return type === 'DATE' || /^TIMESTAMP(_S|_MS|_NS)?$/.test(type);
}
