import { loadTemplateWords } from '../../i18n/templates/templates';
import { templates } from '../../templates/catalog';
import { guessColumns, guessTables } from '../../templates/guess';
import type { Filled, FilledColumn, FilledTable } from '../../templates/template';
import type { App } from '../context';
import { makeFromTemplate, needTemplate } from './make';
import { wordsOf } from './words';

export interface TemplateListing {
  template: string;
  title: string;
  about: string;
  tables: TableListing[];
}

export interface TableListing {
  table: string;
  label: string;
  optional: boolean;
  columns: { column: string; label: string; is: 'text' | 'number' | 'date'; optional: boolean }[];
}

/** What a script says of the tables that are meant; null says that there is none. */
export type Asked = Readonly<
  Record<string, { source?: string; columns?: Readonly<Record<string, string | null>> } | null>
>;

export async function listTemplates(): Promise<TemplateListing[]> {
  await loadTemplateWords();
  return templates.map(({ id, tables }) => {
    const words = wordsOf(id);
    return {
      template: id,
      title: words.title,
      about: words.about,
      tables: Object.entries(tables).map(([table, { optional = false, columns }]) => ({
        table,
        label: words.tables[table]!,
        optional,
        columns: Object.entries(columns).map(([column, role]) => ({
          column,
          label: words.columns[column]!,
          is: role.is,
          optional: role.optional ?? false,
        })),
      })),
    };
  });
}

/** Makes a template's workbook as a script asks for it: what it does not say is guessed, what cannot be guessed is an error. */
export async function makeAsked(app: App, id: string, asked: Asked = {}): Promise<void> {
  const template = needTemplate(id);
  const { sources } = app.sources.state;
  const guessed = guessTables(template.tables, sources);
  const filled: Record<string, FilledTable> = {};
  for (const [table, role] of Object.entries(template.tables)) {
    const wanted = asked[table];
    if (wanted === null) continue;
    const name = wanted?.source ?? guessed[table]?.source;
    const source = sources.find((other) => other.name === name);
    if (!source) {
      if (role.optional && !wanted?.source) continue;
      throw new Error(wanted?.source ? `no source named: ${name}` : `no table for: ${table}`);
    }
    const columns: Record<string, FilledColumn> = guessColumns(role.columns, source.columns);
    for (const [key, column] of Object.entries(wanted?.columns ?? {})) {
      if (!role.columns[key]) throw new Error(`no role: ${table}.${key}`);
      const found = source.columns.find((other) => other.name === column);
      if (column !== null && !found) throw new Error(`no column in ${source.name}: ${column}`);
      // whoever had it by a guess has it no more
      for (const [other, { name: taken }] of Object.entries(columns))
        if (taken === column) delete columns[other];
      delete columns[key];
      if (found) columns[key] = { name: found.name, type: found.type };
    }
    const lacking = Object.keys(role.columns).find((key) => !role.columns[key]!.optional && !columns[key]);
    if (lacking !== undefined) throw new Error(`no column for: ${table}.${lacking}`);
    const all = source.columns.map(({ name, type }) => ({ name, type }));
    filled[table] = { source: source.name, columns, all };
  }
  await makeFromTemplate(app, template, filled satisfies Filled);
}
