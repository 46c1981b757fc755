import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, columns, flag, text } from '../field';
import type { Loose, SettingsOf } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { askPattern } from '../shape/groups';
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

  ask: ({ how, find }) => (how === 'pattern' ? askPattern(find) : undefined),

  make(settings, context) {
    const found = settings.columns.map((name) => findColumn(context.columns, name)!);
    const set = found.map((column): [string, string] => [column.name, toOther(settings, column)]);
    const areTexts = found.every(({ type }) => type === 'VARCHAR');
    return {
      ...toReplaced(context, Object.fromEntries(set)),
      ...(areTexts && { columns: context.columns }),
    };
  },
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
