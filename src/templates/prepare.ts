import { toFamily } from '../table/column';
import type { ColumnRole, FilledTable, TemplateWords } from './template';

type Step = Readonly<Record<string, unknown>>;

/**
 * The first steps of every template: rows that are there twice go, texts lose the blanks around them, the columns that have a role get its name, and those of another
 * type are converted. From here on every column is called what the template calls it, whatever it is called in the file.
 */
export function toPrepared(
  { columns }: FilledTable,
  roles: Readonly<Record<string, ColumnRole>>,
  words: TemplateWords,
): Step[] {
  const chosen = Object.keys(roles).filter((role) => columns[role]);
  const nameOf = (role: string) => words.columns[role]!;
  const renamed = chosen.filter((role) => columns[role]!.name !== nameOf(role));
  const texts = chosen
    .map((role) => columns[role]!)
    .filter(({ type }) => type === 'VARCHAR')
    .map(({ name }) => name);
  return [
    { step: 'distinct' },
    ...(texts.length > 0 ? [{ step: 'tidy', columns: texts }] : []),
    { step: 'choose', columns: chosen.map((role) => columns[role]!.name) },
    ...(renamed.length > 0
      ? [{ step: 'rename', names: renamed.map((role) => ({ from: columns[role]!.name, to: nameOf(role) })) }]
      : []),
    ...(['number', 'date'] as const).flatMap((is) => {
      const others = chosen.filter((role) => roles[role]!.is === is && toFamily(columns[role]!.type) !== is);
      if (others.length === 0) return [];
      const named = others.map(nameOf);
      return [
        is === 'date' ? { step: 'dates', columns: named, to: 'moment' } : { step: 'convert', columns: named },
      ];
    }),
  ];
}
