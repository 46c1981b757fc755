import { findNames, loadNames } from '../charts/spec/maps/names';
import type { cleanList as words } from '../i18n/templates/cleanList.en';
import { toFreeName } from '../lib/freeName';
import { quoteName, quoteText } from '../sql/quote';
import { toOwnName } from '../steps/write';
import { toFamily } from '../table/column';
import type { Part, Role } from './cleanList/part';
import { isText } from './cleanList/part';
import { toChanges, toCities, toFigures, toFilled, toList, toNumbered } from './cleanList/tables';
import { chain, chart, input, query, table, text, when } from './draft';
import { address, city, email, key, person, phone, since } from './people';
import { maybe } from './roles';
import type { TableRole } from './template';
import { toTemplate } from './template';

const people: TableRole = {
  names: /customer|client|contact|member|user|people|客户|顾客|会员|联系人|用户|通讯录/i,
  sample: 'customers.csv',
  columns: {
    name: maybe(person),
    key: maybe(key),
    phone: maybe(phone),
    email: maybe(email),
    address: maybe(address),
    city: maybe(city),
    date: maybe(since),
  },
};

export const cleanList = toTemplate<typeof words>({
  id: 'cleanList',
  tables: { people },
  load: loadNames,
  make({ filled, words, name }) {
    const given = filled['people']!;
    const columns: Part['columns'] = given.columns;
    const all = given.all ?? Object.values(given.columns);
    const has = (role: Role) => columns[role] !== undefined;
    const taken = all.map((column) => column.name);
    const fields = Object.fromEntries(
      Object.entries(words.fields).map(([field, wanted]) => {
        const free = toFreeName(wanted, taken);
        taken.push(free);
        return [field, free];
      }),
    ) as typeof words.fields;
    const own = (wanted: string) =>
      toOwnName(
        taken.map((name) => ({ name, type: 'VARCHAR' })),
        wanted,
      );
    const n = Object.fromEntries(
      Object.entries(words.names).map(([cell, wanted]) => [cell, name(wanted)]),
    ) as typeof words.names;
    const told = (['name', 'phone', 'email', 'address'] as const).filter(
      (role) => has(role) && (role === 'phone' || isText(columns[role]!)),
    );
    const looked = Object.fromEntries(
      (['phone', 'email'] as const).filter(has).map((role) => {
        const { name } = columns[role]!;
        return [role, taken.includes(`${name}_ok`) ? own(`${name} *`) : name];
      }),
    ) as Part['looked'];
    const part: Part = {
      source: given.source,
      all,
      columns,
      looked,
      unread:
        has('date') && toFamily(columns.date!.type) !== 'date'
          ? own(`${columns.date!.name}_unread`)
          : undefined,
      near: told.length > 0 ? { group: own('same_group'), score: own('same_score') } : undefined,
      words,
      fields,
      n,
      inner: { whole: own('its whole row'), number: own('its number') },
    };
    const known = (...roles: readonly Role[]) => roles.filter(has).map((role) => columns[role]!.name);
    const figure = (cell: keyof typeof n, of: keyof typeof words.figures, column: string) =>
      chart(
        n[cell],
        n.figures,
        'kpi',
        { title: words.figures[of], y: { column, title: words.figureHints[of] }, good: 'neither' },
        { width: 'half' },
      );
    const byRow = (...first: readonly string[]) => ({
      step: 'sort',
      order: [...first, fields.row].map((column) => ({ column, direction: 'up' })),
    });
    const shown = (cell: keyof typeof n, of: string, caption: string, steps: Parameters<typeof table>[2]) =>
      table(n[cell], of, steps, { caption, rows: 20 });
    const present = (column: string) => ({ step: 'filter', conditions: [{ column, test: 'present' }] });

    return {
      report: { contents: true },
      outputs: { tables: { names: [n.list], format: 'xlsx', settings: {}, template: '{name} {date}' } },
      cells: [
        text(words.head(n.figures, n.list)),
        ...when(told.length > 0, input(n.mask, 'switch', { label: words.maskLabel, value: false })),
        input(n.blanks, 'text', { label: words.blanksLabel, value: words.blanks }),
        figure('rowsFigure', 'rows', 'rows'),
        figure('changedFigure', 'changed', 'changed'),
        figure('twiceFigure', 'twice', 'twice'),
        figure('checkFigure', 'check', 'to_check'),
        text(words.changesHead),
        chart(n.changeChart, n.changes, 'bar', {
          title: words.changeChart,
          x: { column: fields.column, sort: 'value', top: 20 },
          y: { aggregate: 'count' },
          color: fields.kind,
          direction: 'across',
        }),
        shown('changeTable', n.changes, words.captions.changes, [
          {
            step: 'group',
            by: [fields.column, fields.before, fields.after, fields.kind].map((column) => ({ column })),
            values: [{ function: 'count', name: fields.rows }],
          },
          { step: 'sort', order: [{ column: fields.rows, direction: 'down' }] },
        ]),
        text([words.lookHead, ...(part.near ? [words.lookTwice] : []), words.lookCheck].join('\n\n')),
        ...when(
          part.near,
          chart(n.sureChart, n.list, 'histogram', {
            title: words.sureChart,
            where: `${quoteName(fields.person)} IS NOT NULL`,
            x: { column: fields.sure, bins: 10 },
          }),
          shown('twiceTable', n.list, words.captions.twice, [
            present(fields.person),
            byRow(fields.person),
            {
              step: 'choose',
              columns: [
                fields.person,
                fields.sure,
                fields.row,
                ...known('name', 'phone', 'email', 'city', 'key'),
              ],
            },
          ]),
        ),
        shown('checkTable', n.list, words.captions.check, [
          present(fields.check),
          byRow(),
          { step: 'choose', columns: [fields.row, fields.check, ...known('key', 'name', 'phone', 'email')] },
        ]),
        ...when(
          has('city'),
          text(words.citiesHead),
          chart(n.cityChart, n.list, 'bar', {
            title: words.cityChart,
            x: { column: columns.city?.name, sort: 'value', top: 15 },
            y: { aggregate: 'count' },
            direction: 'across',
          }),
        ),
        text(
          [
            words.notes,
            ...(has('phone') ? [words.notesPhone] : []),
            ...(has('email') ? [words.notesEmail] : []),
            ...(part.unread ? [words.notesDate] : []),
            ...(has('city') ? [words.notesCity] : []),
            ...(part.near ? [words.notesNear, words.notesMask] : []),
          ].join('\n\n'),
        ),
        query(n.list, toList(part)),
        query(n.numbered, toNumbered(part)),
        query(n.filled, toFilled(part)),
        chain(n.tidied, n.filled, toTidying()),
        ...when(has('city'), query(n.cityNames, toCityNames()), query(n.cities, toCities(part))),
        chain(n.unified, n.tidied, toUnifying()),
        query(n.changes, toChanges(part)),
        query(n.figures, toFigures(part)),
      ],
    };

    function toTidying() {
      const texts = (...roles: readonly Role[]) =>
        roles.filter((role) => has(role) && isText(columns[role]!));
      const named = known(...texts('name', 'key', 'city', 'phone', 'email', 'address'));
      const narrow = known(...texts('name', 'key', 'city'));
      const others = all.filter((column) => isText(column) && !named.includes(column.name));
      const check = (role: 'phone' | 'email') => {
        const { name } = columns[role]!;
        const [own, copy] = [{ step: role, columns: [name] }, looked[role]!];
        return copy === name
          ? [{ ...own, invalid: 'flag' }]
          : [own, { step: role, columns: [copy], invalid: 'flag' }];
      };
      return [
        ...(others.length > 0
          ? [{ step: 'tidy', columns: others.map((column) => column.name), inner: false, lines: false }]
          : []),
        ...(named.length > 0 ? [{ step: 'tidy', columns: named }] : []),
        ...(narrow.length > 0 ? [{ step: 'tidy', columns: narrow, width: 'half' }] : []),
        ...(has('phone') ? check('phone') : []),
        ...(has('email') ? check('email') : []),
        ...(part.unread ? [{ step: 'dates', columns: known('date'), to: 'moment', failing: 'beside' }] : []),
      ];
    }

    function toUnifying() {
      const asked = Object.fromEntries(told.map((role) => [role, columns[role]!.name]));
      return [
        ...(has('city')
          ? [
              {
                step: 'map',
                column: columns.city!.name,
                by: 'table',
                table: n.cities,
                key: fields.told,
                into: fields.usual,
                others: 'keep',
              },
            ]
          : []),
        ...(part.near
          ? [{ step: 'near', ...asked, then: 'mark', ...(has('key') && { key: columns.key!.name }) }]
          : []),
      ];
    }

    function toCityNames(): string {
      const rows = [...findNames().cities.regions.values()].map(
        ({ zh, en }) => `(${quoteText(zh)}, ${quoteText(en)})`,
      );
      return `SELECT *\nFROM (VALUES\n  ${rows.join(', ')}\n) AS known(${quoteName(fields.chinese)}, ${quoteName(fields.english)})`;
    }
  },
});
