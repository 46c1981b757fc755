import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/cells/kinds';
import { cards as enCards } from '../../src/i18n/templates/cards.en';
import { cards as zhCards } from '../../src/i18n/templates/cards.zh';
import { templates as en } from '../../src/i18n/templates/templates.en';
import { templates as zh } from '../../src/i18n/templates/templates.zh';
import { toFreeName } from '../../src/lib/freeName';
import { isSameName } from '../../src/sql/name';
import { templates } from '../../src/templates/catalog';
import type { Draft, Filled, FilledTable, Template, TemplateWords } from '../../src/templates/template';
import { findReads } from '../../src/workbook/cell';

const words = { en: en.of, zh: zh.of } as unknown as Record<'en' | 'zh', Record<string, TemplateWords>>;
const types = { text: 'VARCHAR', number: 'DOUBLE', date: 'TIMESTAMP' };

await Promise.all(templates.map((template) => template.load?.()));

/** Every table and column that a template can use, or those alone that it must have. */
function fill({ tables }: Template, all: boolean): Filled {
  const entries = Object.entries(tables).filter(([, { optional }]) => all || !optional);
  return Object.fromEntries(
    entries.map(([table, role]): [string, FilledTable] => [
      table,
      {
        source: `my ${table}`,
        columns: Object.fromEntries(
          Object.entries(role.columns)
            .filter(([, { optional }]) => all || !optional)
            .map(([column, { is }]) => [column, { name: `"${column}"`, type: types[is] }]),
        ),
      },
    ]),
  );
}

function make(template: Template, locale: 'en' | 'zh', all: boolean, taken: readonly string[] = []): Draft {
  const used = [...taken];
  return template.make({
    filled: fill(template, all),
    words: words[locale][template.id]!,
    locale,
    name(wanted) {
      const free = toFreeName(wanted, used);
      used.push(free);
      return free;
    },
  });
}

const cases = templates.flatMap((template) =>
  (['en', 'zh'] as const).flatMap((locale) =>
    [true, false].map((all) => ({ id: template.id, template, locale, all })),
  ),
);

describe.each(cases)('$id in $locale, all columns: $all', ({ template, locale, all }) => {
  const cells = make(template, locale, all).cells.map(({ spec }, at) =>
    kinds.find(spec.kind)!.toCell(spec, `c${at}`),
  );
  const names = cells.flatMap(({ name }) => (name ? [name] : []));

  test('no name is given twice', () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('all that a cell reads is there', () => {
    const sources = Object.values(fill(template, all)).map(({ source }) => source);
    const known = [...names, ...sources];
    const read = cells.flatMap((cell) => {
      const { tables, values, maybeValues = [] } = findReads(cell, kinds);
      return [...tables, ...values, ...maybeValues];
    });
    expect(read.filter((name) => !known.some((other) => isSameName(other, name)))).toEqual([]);
  });

  test('its names give way to those that are taken', () => {
    const other = make(template, locale, all, names).cells.flatMap(({ spec }) =>
      spec.name ? [spec.name] : [],
    );
    expect(other.filter((name) => names.includes(name))).toEqual([]);
  });

  test('it begins with what it found, in words', () => {
    expect(cells[0]).toMatchObject({ kind: 'text', markdown: expect.stringContaining('{{') });
  });
});

test('the cards of the start page are those of the templates, in their order', () => {
  const ids = templates.map(({ id }) => id);
  expect(Object.keys(enCards.of)).toEqual(ids);
  expect(Object.keys(zhCards.of)).toEqual(ids);
});

test('every role has a word in both languages, and no two of a table the same', () => {
  for (const { id, tables } of templates)
    for (const { [id]: of } of [words.en, words.zh])
      for (const [table, { columns }] of Object.entries(tables)) {
        expect(of!.tables[table], `${id}.${table}`).toBeTruthy();
        const said = Object.keys(columns).map((column) => of!.columns[column]);
        expect(said.every(Boolean), `${id}.${table}`).toBe(true);
        expect(new Set(said).size).toBe(said.length);
      }
});
