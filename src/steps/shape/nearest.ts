import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, column, maybeNumber, table } from '../field';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import type { Key, KeySettings } from './keys';
import { checkKeys, isKeyOfOther, keys, match, toKeyNotes, toKeys } from './keys';
import { toNumbered } from './numbered';
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
    const taken = toTaken(settings, { ours: all, others, isLeft: (it) => isKeyOfOther(pairs, it) });
    const other = toNumbered(quoteName(name), row);
    const toSide = (side: 'before' | 'after') => {
      const on = pairs.map((_, at) => `here.key_${at + 1} = ${side}.key_${at + 1}`);
      const sign = side === 'before' ? '>=' : '<=';
      return [
        `  ASOF LEFT JOIN (${toPlaces(theirs, pairs, { side: 'right', row, rows: other })}) AS ${side}`,
        `    ON ${[...on, `here.place ${sign} ${side}.place`].join(' AND ')}`,
      ].join('\n');
    };
    return {
      // only the places are sorted by the join, and not whole rows
      sql: [
        `SELECT\n  ${[`it.* EXCLUDE (${row})`, ...toTakenSql(taken, 'other')].join(',\n  ')}`,
        `FROM (${toNumbered(from, row)}) AS it`,
        `LEFT JOIN (`,
        `  SELECT here.row_no, ${toPick(settings, toLimit(settings, ours))} AS found`,
        `  FROM (${toPlaces(ours, pairs, { side: 'left', row, rows: toNumbered(from, row) })}) AS here`,
        ...(which === 'next' ? [] : [toSide('before')]),
        ...(which === 'previous' ? [] : [toSide('after')]),
        `) AS places ON places.row_no = it.${row}`,
        `LEFT JOIN (${other}) AS other ON other.${row} = places.found`,
        `ORDER BY it.${row}`,
      ].join('\n'),
      columns: [...all, ...toTakenColumns(taken)],
      sameRows: true,
      readsTwice: true,
      notes: toKeyNotes(pairs),
    };
  },
});

/** Where rows are, by their keys; of several rows of the other table at one place the last. */
function toPlaces(
  at: Column,
  pairs: readonly Key[],
  { side, row, rows }: { side: 'left' | 'right'; row: string; rows: string },
): string {
  const keys = pairs.map((key, place) => `${key.toSql(side)} AS key_${place + 1}`);
  const one = side === 'left' ? row : `max(${row})`;
  const all = [...keys, `${toPlace(at)} AS place`, `${one} AS row_no`].join(', ');
  const present = `SELECT ${all} FROM (${rows}) WHERE ${quoteName(at.name)} IS NOT NULL`;
  return side === 'left' ? present : `${present} GROUP BY ALL`;
}

/** A number that says where a value is: of a date, the microseconds since 1970. */
function toPlace({ name, type }: Column): string {
  const it = quoteName(name);
  return isNumber(type) ? it : `epoch_us(CAST(${it} AS TIMESTAMP))`;
}

/** The row of the other table that is nearest; of two that are as near, the one before. */
function toPick({ which }: Settings, limit: string | undefined): string {
  const sides = {
    before: { row: 'before.row_no', distance: 'here.place - before.place' },
    after: { row: 'after.row_no', distance: 'after.place - here.place' },
  };
  const toLimited = ({ row, distance }: { row: string; distance: string }) =>
    limit === undefined ? row : `CASE WHEN ${distance} <= ${limit} THEN ${row} END`;
  if (which !== 'nearest') return toLimited(which === 'previous' ? sides.before : sides.after);
  const isBefore = `after.row_no IS NULL OR ${sides.before.distance} <= ${sides.after.distance}`;
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
