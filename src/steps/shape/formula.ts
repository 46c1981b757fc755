import { isSameName, toPlain } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import { toExpressionParts } from '../expression';
import { choice, column, expression, text } from '../field';
import { checkNewName } from '../settings';
import { toStep } from '../step';
import { toAdded, toOwnName, toReplaced } from '../write';

/** A column that is computed from the others. */
export const formula = toStep({
  step: 'formula',
  family: 'shape',
  fields: {
    as: choice(['new', 'replace']),
    name: text({ is: 'name', when: (settings) => settings.as === 'new' }),
    column: column({ when: (settings) => settings.as === 'replace' }),
    formula: expression(),
    after: column({ optional: true, when: (settings) => settings.as === 'new' }),
  },
  suggest: ({ column: name }) => (name === undefined ? {} : { formula: quoteName(name), after: name }),

  check({ as, name, formula: sql }, { columns }) {
    return toExpressionParts(sql).problem ?? (as === 'new' ? checkNewName(columns, name) : undefined);
  },

  make({ as, name, column: replaced, formula: sql, after }, { from, columns }) {
    const { mayReorder, reads } = toExpressionParts(sql);
    // in lines of its own, so that a comment at its end hides nothing
    const written = `(\n  ${sql.trim()}\n)`;
    const write = (table: string) =>
      as === 'replace'
        ? toReplaced({ from: table, columns }, { [replaced]: written })
        : toAdded({ from: table, columns }, { [name]: written }, after === '' ? {} : { after });
    if (!mayReorder) return write(`${from} AS this`);

    const row = quoteName(toOwnName(columns, 'row_no'));
    const numbered = `SELECT *, row_number() OVER () AS ${row} FROM ${from}`;
    const isNamed = reads > 0 && !isSameName(toPlain(from), 'this');
    const made = write(isNamed ? 'this' : `(${numbered}) AS this`);
    const only = made.sql.replace(/^SELECT\s+\*/, (start) => `${start} EXCLUDE (${row})`);
    return {
      ...made,
      sql: `${isNamed ? `WITH this AS NOT MATERIALIZED (${numbered})\n` : ''}${only}\nORDER BY ${row}`,
      ...(reads > 0 && { readsTwice: true }),
    };
  },
});
