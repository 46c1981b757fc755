import { t } from '../../i18n/i18n';
import type { Bound } from '../../sql/bound';
import type { App } from '../context';
import type { ExportTable } from './current';
import { fillTemplate, toFileNames } from './fileNames';

export interface Naming {
  tables: readonly ExportTable[];
  template: string;
  /** Of the whole file. */
  ending: string;
  /** Of the files in it. */
  inner: string;
}

/** The name of the file, and those of the files in it where it is an archive. */
export function toNames(
  { workbooks }: Pick<App, 'workbooks'>,
  { tables, template, ending, inner }: Naming,
): { file: string; inner: string[] } {
  const book = workbooks()?.workbook();
  const workbook = book?.title || t('workbook.untitled');
  const inputs = Object.fromEntries(
    (book?.cells ?? []).flatMap(({ kind, name }) => {
      const bound = kind === 'input' && name ? workbooks()!.findValue(name) : undefined;
      return bound ? [[name!, toText(bound)]] : [];
    }),
  );
  const fill = (name: string) => fillTemplate(template, { name, workbook, now: new Date(), inputs });
  const [first] = tables;
  return {
    file: toFileNames([fill(tables.length === 1 ? first!.name : workbook)], ending)[0]!,
    inner: toFileNames(
      tables.map(({ name }) => name),
      inner,
    ),
  };
}

/** An input's value in a file's name: `2024`, `Leeds York`, `2024-01-01 2024-03-31`. */
export function toText(bound: Bound): string {
  if ('fields' in bound) return Object.values(bound.fields).map(toText).join(' ');
  return ('list' in bound ? bound.list : [bound.value]).map((value) => value ?? '').join(' ');
}
