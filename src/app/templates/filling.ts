import { createEffect, on } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { guessColumns, guessTables } from '../../templates/guess';
import type { Filled, Template } from '../../templates/template';
import type { SourceRecord } from '../../storage/catalog';

/** What a person has said so far: a table for each role, and a column of it for each of its roles; '' is none. */
export type Choices = Record<string, { source: string; columns: Record<string, string> }>;

/** The form's state: guessed when it opens and when tables come, changed by hand. */
export function createFilling(template: Template, sources: () => readonly SourceRecord[]) {
  const [choices, setChoices] = createStore<Choices>({});

  const find = (name: string) => sources().find((source) => source.name === name);

  function guess(): void {
    const guessed = guessTables(template.tables, sources());
    for (const role of Object.keys(template.tables)) {
      // what was chosen by hand stays
      if (choices[role]?.source) continue;
      const found = guessed[role];
      const columns = Object.entries(found?.columns ?? {}).map(([key, { name }]) => [key, name]);
      setChoices(role, {
        source: found?.source ?? '',
        columns: Object.fromEntries(columns) as Record<string, string>,
      });
    }
  }

  createEffect(
    on(
      () =>
        sources()
          .map(({ name }) => name)
          .join('\n'),
      guess,
    ),
  );

  return {
    choices,
    find,

    chooseTable(role: string, source: string): void {
      const columns = guessColumns(template.tables[role]!.columns, find(source)?.columns ?? []);
      const named = Object.entries(columns).map(([key, { name }]) => [key, name]);
      setChoices(role, reconcile({ source, columns: Object.fromEntries(named) as Record<string, string> }));
    },

    chooseColumn: (role: string, column: string, name: string) => setChoices(role, 'columns', column, name),

    /** The roles, as `table.column`, that have nothing and must. */
    missing(): { table: string; column?: string }[] {
      return Object.entries(template.tables).flatMap(([table, { optional, columns }]) => {
        const chosen = choices[table];
        if (!chosen?.source) return optional ? [] : [{ table }];
        return Object.entries(columns)
          .filter(([column, role]) => !role.optional && !chosen.columns[column])
          .map(([column]) => ({ table, column }));
      });
    },

    /** Columns that two roles share. */
    twice(): string[] {
      return Object.values(choices).flatMap(({ columns }) => {
        const named = Object.values(columns).filter((name) => name !== '');
        return [...new Set(named.filter((name, at) => named.indexOf(name) !== at))];
      });
    },

    filled(): Filled {
      const chosen = Object.entries(choices).filter(([, { source }]) => source !== '');
      return Object.fromEntries(
        chosen.map(([role, { source, columns }]) => {
          const known = find(source)?.columns ?? [];
          const pairs = Object.entries(columns).flatMap(([key, name]) => {
            const column = known.find((other) => other.name === name);
            return column ? [[key, { name, type: column.type }] as const] : [];
          });
          const all = known.map(({ name, type }) => ({ name, type }));
          return [role, { source, columns: Object.fromEntries(pairs), all }];
        }),
      );
    },
  };
}

export type Filling = ReturnType<typeof createFilling>;
