import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { toPlain } from '../../sql/name';
import { quoteName, quoteText } from '../../sql/quote';
import { toTypeParts } from '../../table/wire';
import type { Loose } from '../field';
import { choice, column, flag, text } from '../field';
import { toStep } from '../step';
import { findColumn, toAdded } from '../write';
import { toDelimiter } from './delimiter';

const MOST_PARTS = 500;
const into = (...choices: readonly string[]) => ({
  when: (settings: Loose) => choices.includes(String(settings.into)),
});

/** What a nested value holds, as columns, rows or text. */
export const flatten = toStep({
  step: 'flatten',
  family: 'shape',
  fields: {
    column: column({ families: ['nested'] }),
    into: choice(['columns', 'rows', 'text']),
    empty: choice(['keep', 'leave-out'], into('rows')),
    prefix: text({ optional: true, ...into('columns') }),
    delimiter: text({ otherwise: ', ', optional: true, ...into('text') }),
    keep: flag(),
  },
  suggest: ({
    columns,
    column: name = columns.find(({ type }) => toTypeParts(type).kind !== 'plain')?.name,
  }) => {
    const found = name === undefined ? undefined : findColumn(columns, name);
    if (!found) return {};
    return { column: found.name, into: toTypeParts(found.type).kind === 'list' ? 'rows' : 'columns' };
  },

  check({ column: of, into: wanted }, { columns }) {
    const { name, type } = findColumn(columns, of)!;
    const { kind } = toTypeParts(type);
    if (kind === 'plain') return new Problem('step-family', { params: { column: name, type } });
    if (kind === 'struct' && wanted === 'rows')
      return new Problem('step-misfit', { params: { why: 'flatten-rows', column: name } });
    return undefined;
  },

  ask({ column: of, into: wanted }, { from, columns }) {
    const { kind } = toTypeParts(findColumn(columns, of)!.type);
    if (wanted !== 'columns') return undefined;
    const it = quoteName(of);
    if (kind === 'list') return `SELECT max(len(${it})) FROM ${from}`;
    if (kind !== 'map') return undefined;
    return [
      'SELECT CAST("key" AS VARCHAR)',
      `FROM (SELECT DISTINCT unnest(map_keys(${it})) AS "key" FROM ${from})`,
      'ORDER BY "key"',
      `LIMIT ${MOST_PARTS + 1}`,
    ].join('\n');
  },

  make({ column: of, into: wanted, empty, prefix, delimiter, keep }, context) {
    const { type } = findColumn(context.columns, of)!;
    const parts = toTypeParts(type);
    const it = quoteName(of);
    const taken = context.columns.map(({ name }) => name).filter((name) => keep || name !== of);
    const added: Record<string, string> = {};
    const add = (name: string, sql: string) => {
      added[toFreeName(name, [...taken, ...Object.keys(added)])] = sql;
    };
    const start = prefix || `${of}_`;
    const refuseMany = (number: number) => {
      if (number <= MOST_PARTS) return;
      throw new Problem('step-misfit', { params: { why: 'flatten-many', column: of, most: MOST_PARTS } });
    };

    if (wanted === 'columns') toColumns();
    else if (wanted === 'rows') toRows();
    else add(keep ? `${of}_text` : of, toText());

    const made = toAdded(context, added, { after: of, ...(!keep && { without: [of] }) });
    return wanted === 'rows' ? { sql: made.sql } : made;

    function toColumns(): void {
      if (parts.kind === 'struct') {
        for (const { name } of parts.fields)
          add(start + toPlain(name), `struct_extract(${it}, ${quoteText(toPlain(name))})`);
      } else if (parts.kind === 'map') {
        const keys = (context.found[0] ?? []).map(String);
        refuseMany(keys.length);
        for (const key of keys)
          add(start + key, `map_extract(${it}, CAST(${quoteText(key)} AS ${parts.key}))[1]`);
      } else {
        const most = Math.max(1, Number(context.found[0]?.[0] ?? 1));
        refuseMany(most);
        for (let at = 1; at <= most; at++) add(`${start}${at}`, `${it}[${at}]`);
      }
    }

    function toRows(): void {
      // what is empty has no rows, and would be gone
      const toKept = (list: string) =>
        empty === 'keep'
          ? `unnest(CASE WHEN len(${list}) > 0 THEN ${list} ELSE [NULL] END)`
          : `unnest(${list})`;
      if (parts.kind === 'map') {
        add(`${of}_key`, toKept(`map_keys(${it})`));
        add(`${of}_value`, toKept(`map_values(${it})`));
      } else if (parts.kind === 'list') {
        add(
          keep ? `${of}_item` : of,
          toKept(parts.brackets === '[]' ? it : `CAST(${it} AS ${parts.item}[])`),
        );
      }
    }

    function toText(): string {
      if (parts.kind !== 'list') return `CAST(${it} AS VARCHAR)`;
      const texts = parts.item === 'VARCHAR' ? it : `CAST(${it} AS VARCHAR[])`;
      // of no parts the engine makes what it makes of a missing list
      return `CASE WHEN ${it} IS NOT NULL THEN coalesce(array_to_string(${texts}, ${toDelimiter(delimiter)}), '') END`;
    }
  },
});
