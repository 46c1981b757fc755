import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName, quoteText } from '../../sql/quote';
import { column, text } from '../field';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import { MOST_LABELS, toLabels, toTextSql } from './labels';
import { toUnified } from './unify';

/** Rows as columns, and columns as rows. */
export const transpose = toStep({
  step: 'transpose',
  family: 'shape',
  fields: {
    names: column({ optional: true }),
    name: text({ is: 'name', otherwise: 'column' }),
  },

  ask({ names }, { from, columns }) {
    const label = names === '' ? `'row_' || row_number() OVER ()` : toTextSql(findColumn(columns, names)!);
    return `SELECT ${label} FROM ${from} LIMIT ${MOST_LABELS + 1}`;
  },

  make({ names, name }, { from, columns, found }) {
    const turned = columns.filter((one) => !isSameName(one.name, names));
    if (turned.length === 0) throw new Problem('step-misfit', { params: { why: 'transpose-nothing' } });
    if ((found[0]?.length ?? 0) > MOST_LABELS)
      throw new Problem('step-misfit', { params: { why: 'transpose-many', most: MOST_LABELS } });
    const labels = toLabels(found, { column: names, taken: [name] });
    const heads = turned.map((one) => quoteText(one.name)).join(', ');
    if (labels.length === 0) return { sql: `SELECT unnest([${heads}]) AS ${quoteName(name)}` };

    const { type, note } = toUnified(turned.map((one) => one.type));
    const cells = turned.map((one) =>
      type ? `CAST(${quoteName(one.name)} AS ${type})` : quoteName(one.name),
    );
    const row = quoteName(toOwnName(columns, 'row_no'));
    const shown = labels.map(
      (label, at) => `any_value("cell") FILTER (WHERE ${row} = ${at + 1}) AS ${quoteName(label.name)}`,
    );
    return {
      sql: [
        `SELECT\n  ${[`"head" AS ${quoteName(name)}`, ...shown].join(',\n  ')}`,
        'FROM (',
        '  SELECT',
        `    ${row},`,
        `    unnest([${turned.map((_, at) => at + 1).join(', ')}]) AS "place",`,
        `    unnest([${heads}]) AS "head",`,
        `    unnest([${cells.join(', ')}]) AS "cell"`,
        `  FROM (SELECT *, row_number() OVER () AS ${row} FROM ${from})`,
        ')',
        'GROUP BY "place", "head"',
        'ORDER BY "place"',
      ].join('\n'),
      ...(note && { notes: [{ why: 'transpose-text', params: {} }] }),
    };
  },
});
