import type { Note } from '../../lib/note';
import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { choice, table, text } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toNames } from '../write';
import { toUnified } from './unify';

interface Settings {
  table: string;
  extra: 'add' | 'leave';
  types: 'unify' | 'stop';
  origin: string;
}

/** The rows of another table after those that are there, column by column of the same name. */
export const union = toStep({
  step: 'union',
  family: 'shape',
  fields: {
    table: table(),
    extra: choice(['add', 'leave']),
    types: choice(['unify', 'stop']),
    origin: text({ is: 'name', optional: true }),
  },

  check(settings, context) {
    const { shared, extra } = toParts(settings, context);
    const refuse = (why: string, params: Record<string, string> = {}) =>
      new Problem('step-misfit', { params: { why, ...params } });
    if (shared.length === 0 && extra.length === 0)
      return refuse('union-nothing-shared', { table: settings.table });
    const apart = shared.find(({ unified }) => unified.note !== undefined);
    if (settings.types === 'stop' && apart)
      return refuse('union-types', {
        column: apart.ours.name,
        one: apart.ours.type,
        other: apart.theirs.type,
      });
    const { origin } = settings;
    const ours = findColumn(context.columns, origin);
    const theirs = findColumn(context.tables.get(settings.table)!, origin);
    const isClash = theirs !== undefined || (ours !== undefined && ours.type !== 'VARCHAR');
    return isClash ? new Problem('step-name', { params: { name: origin } }) : undefined;
  },

  make(settings, context) {
    const { table: other, origin } = settings;
    const { shared, missing, extra, left } = toParts(settings, context);
    const changed = shared.filter(({ unified }) => unified.type !== undefined);
    const toRows = (
      from: string,
      options: { side: 'ours' | 'theirs'; out?: readonly Column[]; label: string },
    ) => {
      const { side, out = [], label } = options;
      const casts = changed
        .map(({ unified, [side]: { name } }) => ({ name, type: unified.type! }))
        .map(({ name, type }) => `CAST(${quoteName(name)} AS ${type}) AS ${quoteName(name)}`);
      const parts = [
        '*',
        out.length > 0 ? ` EXCLUDE (${toNames(out.map(({ name }) => name))})` : '',
        casts.length > 0 ? ` REPLACE (${casts.join(', ')})` : '',
        label === '' ? '' : `, ${quoteText(label)} AS ${quoteName(origin)}`,
      ];
      return `SELECT ${parts.join('')}\nFROM ${from}`;
    };
    const isOriginThere = findColumn(context.columns, origin) !== undefined;
    const hasOrigin = origin !== '';
    const ours = toRows(context.from, {
      side: 'ours',
      label: hasOrigin && !isOriginThere ? context.source : '',
    });
    const theirs = toRows(quoteName(other), {
      side: 'theirs',
      out: left,
      label: hasOrigin ? other : '',
    });
    const toListed = (columns: readonly Column[]) => columns.map(({ name }) => name).join(', ');
    const toNote = (why: string, columns: readonly Column[]): Note[] =>
      columns.length === 0 ? [] : [{ why, params: { table: other, columns: toListed(columns) } }];
    return {
      sql: `${ours}\nUNION ALL BY NAME\n${theirs}`,
      columns: toGiven(),
      notes: [
        ...toNote('union-missing', missing),
        ...toNote('union-extra', extra),
        ...toNote('union-left', left),
        ...changed.flatMap(({ unified: { note }, ours: { name } }) =>
          note ? [{ why: note, params: { column: name } }] : [],
        ),
      ],
    };

    function toGiven(): Column[] {
      const own = context.columns.map((column) => {
        const type = shared.find(({ ours }) => ours === column)?.unified.type;
        return type === undefined ? column : { ...column, type };
      });
      const origins = hasOrigin && !isOriginThere ? [{ name: origin, type: 'VARCHAR' }] : [];
      return [...own, ...origins, ...extra];
    }
  },
});

/** Columns of both tables, of ours alone, and of the other alone: those that are added and those that are left out. */
function toParts({ table: other, extra, origin }: Settings, { columns, tables }: StepContext) {
  const others = tables.get(other)!;
  const shared = columns.flatMap((ours) => {
    const theirs = findColumn(others, ours.name);
    return theirs ? [{ ours, theirs, unified: toUnified([ours.type, theirs.type]) }] : [];
  });
  const alone = others.filter(({ name }) => !findColumn(columns, name));
  return {
    shared,
    missing: columns.filter(({ name }) => !findColumn(others, name) && name !== origin),
    extra: extra === 'add' ? alone : [],
    left: extra === 'add' ? [] : alone,
  };
}
