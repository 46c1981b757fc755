import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, columns, flag, text } from '../field';
import type { Loose, SettingsOf } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { toStep } from '../step';
import { findColumn, toReplaced } from '../write';
import { toPattern } from './reading/values';

const fields = {
  columns: columns(),
  how: choice(['part', 'whole', 'pattern']),
  find: text(),
  with: text({ otherwise: '', when: ({ clear }: Loose) => clear !== true }),
  clear: flag(false, { when: ({ how }: Loose) => how === 'whole' }),
  anyCase: flag(false),
};

type Settings = SettingsOf<typeof fields>;

/** One text in the place of another. */
export const replace = toStep({
  step: 'replace',
  family: 'clean',
  fields,
  suggest: ({ column }) => (column === undefined ? {} : { columns: [column] }),

  check({ columns: names, how, find, with: other, clear }, { columns: all }) {
    for (const name of names) {
      const column = findColumn(all, name)!;
      if (how !== 'whole' && toFamily(column.type) !== 'text')
        return new Problem('step-family', { params: { column: name, type: column.type } });
      const wrong = checkGiven(find, column) ?? (clear ? undefined : checkGiven(other, column));
      if (wrong) return wrong;
    }
    return undefined;
  },

  make: (settings, context) =>
    toReplaced(
      context,
      Object.fromEntries(
        settings.columns.map((name) => [name, toOther(settings, findColumn(context.columns, name)!)]),
      ),
    ),
});

function toOther({ how, find, with: other, clear, anyCase }: Settings, column: Column): string {
  const it = quoteName(column.name);
  switch (how) {
    case 'whole': {
      const isText = toFamily(column.type) === 'text';
      const isIt =
        anyCase && isText
          ? `lower(${it}) = lower(${quoteText(find)})`
          : `${it} = ${toGivenSql(find, column)}`;
      return `CASE WHEN ${isIt} THEN ${clear ? 'NULL' : toGivenSql(other, column)} ELSE ${it} END`;
    }
    case 'part':
      if (!anyCase) return `replace(${it}, ${quoteText(find)}, ${quoteText(other)})`;
      return `regexp_replace(${it}, ${toPattern(find)}, ${quoteText(other.replaceAll('\\', '\\\\'))}, 'gi')`;
    case 'pattern':
      return `regexp_replace(${it}, ${quoteText(find)}, ${quoteText(other)}, '${anyCase ? 'gi' : 'g'}')`;
  }
}
