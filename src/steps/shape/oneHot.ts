import { quoteText } from '../../sql/quote';
import { choice, column, flag, text } from '../field';
import { toStep } from '../step';
import { findColumn, toAdded } from '../write';
import { askLabels, findWords, toLabels, toTextSql } from './labels';

/** A column for each value that another has, which says where it has it. */
export const oneHot = toStep({
  step: 'oneHot',
  family: 'shape',
  fields: {
    column: column({ families: ['text', 'number', 'date', 'flag'] }),
    as: choice(['number', 'flag']),
    missing: choice(['none', 'column', 'missing']),
    prefix: text({ optional: true }),
    keep: flag(true),
  },
  suggest: ({ columns, column: name = findWords(columns)?.name }) =>
    name === undefined ? {} : { column: name },

  ask: ({ column: of }, context) => askLabels(context, findColumn(context.columns, of)!),

  make({ column: of, as, missing, prefix, keep }, context) {
    const it = toTextSql(findColumn(context.columns, of)!);
    const taken = context.columns.map(({ name }) => name);
    const labels = toLabels(context.found, { column: of, taken, prefix: prefix || `${of}_` }).filter(
      ({ text }) => text !== null || missing === 'column',
    );
    const added = Object.fromEntries(
      labels.map(({ text, name }) => [
        name,
        as === 'flag' ? `(${toTest(text)})` : `CAST(${toTest(text)} AS INTEGER)`,
      ]),
    );
    return toAdded(context, added, { after: of, ...(!keep && { without: [of] }) });

    function toTest(text: string | null): string {
      if (text === null) return `${it} IS NULL`;
      return `${it} ${missing === 'missing' ? '=' : 'IS NOT DISTINCT FROM'} ${quoteText(text)}`;
    }
  },
});
