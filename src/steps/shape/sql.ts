import type { Note } from '../../lib/note';
import { toProblem } from '../../lib/problem';
import { isSameName, toPlain } from '../../sql/name';
import { findReferences } from '../../sql/references';
import { toQuery } from '../../sql/statement';
import { toTokens } from '../../sql/tokens';
import { query } from '../field';
import { toStep } from '../step';

/** A query of one's own, which reads the table so far as `this`. */
export const sql = toStep({
  step: 'sql',
  family: 'shape',
  fields: { query: query() },
  suggest: () => ({ query: 'SELECT *\nFROM this' }),

  check({ query: written }) {
    try {
      toQuery(written);
      return undefined;
    } catch (error) {
      return toProblem(error);
    }
  },

  make({ query: written }, { from }) {
    const body = toQuery(written).trim();
    const reads = findReferences(body).tables.filter(
      ({ name, schema }) => !schema && isSameName(name, 'this'),
    ).length;
    const inner = isPlainSelect(body) ? body : `SELECT *\nFROM (\n${body}\n)`;
    const isOwnName = isSameName(toPlain(from), 'this');
    const notes: Note[] = reads === 0 ? [{ why: 'sql-not-this', params: {} }] : [];
    return {
      sql: isOwnName ? inner : `WITH this AS NOT MATERIALIZED (SELECT * FROM ${from})\n${inner}`,
      ...(reads > 1 && { readsTwice: true }),
      ...(notes.length > 0 && { notes }),
    };
  },
});

/** Anything else may begin with names of its own, which no other names can stand before. */
function isPlainSelect(body: string): boolean {
  const first = toTokens(body).find(({ kind }) => kind !== 'space' && kind !== 'comment');
  return first !== undefined && isSameName(body.slice(first.from, first.to), 'select');
}
