import type { quality as words } from '../i18n/templates/quality.en';
import { toFreeName } from '../lib/freeName';
import { quoteText } from '../sql/quote';
import { toFamily } from '../table/column';
import { chain, chart, input, query, table, text, when } from './draft';
import { email, figure, group, key, phone, place, since } from './people';
import type { Role } from './quality/checks';
import { listChecks } from './quality/checks';
import { toChecks, toFaults } from './quality/faults';
import type { Part } from './quality/part';
import { toQuoting } from './quality/part';
import { toDoubles, toFigures, toMend, toScores, toStates } from './quality/results';
import { toSpellings } from './quality/spelling';
import { toColumns, toFreshness, toLimits, toMonths, toNumbered, toReading } from './quality/tables';
import { maybe } from './roles';
import type { FilledTable, TableRole } from './template';
import { toTemplate } from './template';

const anyTable: TableRole = {
  names: /customer|client|contact|member|客户|顾客|会员|联系人/i,
  sample: 'customers.csv',
  columns: {
    key: maybe(key),
    email: maybe(email),
    phone: maybe(phone),
    date: maybe(since),
    figure: maybe(figure),
    place: maybe(place),
    group: maybe(group),
  },
};

export const quality = toTemplate<typeof words>({
  id: 'quality',
  tables: { table: anyTable },
  make({ filled, words, name }) {
    const given = filled['table']!;
    const roles = (Object.keys(anyTable.columns) as Role[]).filter((role) => given.columns[role]);
    const columns = toOwnNames(given, roles, Object.values(words.fields));
    const has = (role: Role) => roles.includes(role);
    const isOther = (role: Role, is: string) => has(role) && toFamily(given.columns[role]!.type) !== is;
    const unread = [
      ...(isOther('date', 'date') ? (['date'] as const) : []),
      ...(isOther('figure', 'number') ? (['figure'] as const) : []),
    ];
    const categories = (['place', 'group'] as const).filter(has);
    const { fields, names, ways } = words;
    const n = Object.fromEntries(
      Object.entries(names).map(([cell, wanted]) => [cell, name(wanted)]),
    ) as typeof names;
    const checks = listChecks({
      read: n.read,
      once: n.once,
      limits: n.limits,
      spellings: n.spellings,
      asOf: n.asOf,
      columns,
      unread,
      again: fields.again,
      fields,
      ways,
    });
    const part: Part = { given, roles, columns, unread, words, n, checks };
    const { q, f, from } = toQuoting(part);
    const number = (cell: keyof typeof names, y: keyof typeof words.figures, good: 'up' | 'down') =>
      chart(
        n[cell],
        n.figures,
        'kpi',
        { title: words.figures[y], y: { column: y, title: words.figureHints[y] }, good },
        { width: 'half' },
      );
    // what stands in such a column is added up already
    const plain = (column: string) => ({ column, title: column });
    const shown = (
      cell: keyof typeof names,
      of: keyof typeof names,
      caption: keyof typeof words.captions,
      steps: Parameters<typeof table>[2],
      rows = 20,
    ) => table(n[cell], n[of], steps, { caption: words.captions[caption], rows });
    const spellingChart = (cell: keyof typeof names, role: Role) =>
      chart(
        n[cell],
        n.spellings,
        'bar',
        {
          title: columns[role]!,
          where: `${f('column')} = ${quoteText(columns[role]!)}`,
          x: { column: fields.usual, sort: 'value', top: 12 },
          y: plain(fields.rows),
          color: fields.state,
          direction: 'across',
        },
        { width: categories.length > 1 ? 'half' : 'full' },
      );

    return {
      report: { contents: true },
      cells: [
        text(words.head(n.figures)),
        number('scoreFigure', 'score', 'up'),
        number('rowsFigure', 'faulty', 'down'),
        number('filledFigure', 'missing', 'down'),
        number('againFigure', 'again', 'down'),
        input(n.blanks, 'text', { label: words.blanksLabel, value: words.blanks }),
        ...when(has('date'), input(n.asOf, 'date', { label: words.asOfLabel, value: null })),
        ...when(
          has('figure'),
          input(n.times, 'slider', { label: words.timesLabel, min: 1, max: 6, step: 0.5, value: 2 }),
        ),
        text(words.firstHead),
        chart(
          n.scoreChart,
          n.scores,
          'bar',
          {
            title: words.scoreChart,
            x: fields.kind,
            y: plain(fields.score),
            direction: 'across',
            values: true,
          },
          { width: 'half' },
        ),
        chart(
          n.firstChart,
          n.checks,
          'bar',
          {
            title: words.firstChart,
            where: `${f('found')} > 0`,
            x: { column: fields.check, sort: 'value' },
            y: plain(fields.found),
            direction: 'across',
            values: true,
          },
          { width: 'half' },
        ),
        shown('firstTable', 'checks', 'first', [
          { step: 'filter', conditions: [{ column: fields.found, test: 'more', value: '0' }] },
          { step: 'sort', order: [{ column: fields.found, direction: 'down' }] },
          {
            step: 'choose',
            columns: [fields.check, fields.column, fields.found, fields.share, fields.todo],
          },
        ]),
        text(words.missingHead),
        chart(n.missingChart, n.columns, 'bar', {
          title: words.missingChart,
          x: { column: fields.column, sort: 'value', top: 20 },
          y: plain(fields.missingShare),
          direction: 'across',
          values: true,
        }),
        shown(
          'columnTable',
          'columns',
          'columns',
          [{ step: 'sort', order: [{ column: fields.missing, direction: 'down' }] }],
          40,
        ),
        text(
          [
            words.doublesHead(n.figures),
            ...(has('email') || has('phone') ? [words.doublesPeople(n.figures)] : []),
          ].join('\n\n'),
        ),
        shown('doubleTable', 'doubles', 'doubles', [
          { step: 'sort', order: [{ column: fields.row, direction: 'up' }] },
        ]),
        ...when(
          roles.length > 0,
          text(words.validHead),
          chart(n.stateChart, n.states, 'bar', {
            title: words.stateChart,
            x: fields.column,
            y: plain(fields.rows),
            color: fields.state,
            stack: 'share',
            direction: 'across',
          }),
        ),
        ...when(
          categories.length > 0,
          text(words.uniformHead),
          ...categories.map((role) => spellingChart(role === 'place' ? 'placeChart' : 'groupChart', role)),
          shown('spellingTable', 'spellings', 'spellings', [
            { step: 'filter', conditions: [{ column: fields.state, test: 'is-not', value: ways.usual }] },
            { step: 'sort', order: [{ column: fields.rows, direction: 'down' }] },
          ]),
        ),
        ...when(
          has('figure'),
          text(words.plausibleHead(n.figures)),
          chart(n.numberChart, n.usual, 'histogram', { title: words.numberChart, x: columns.figure! }),
          shown('outlierTable', 'far', 'outliers', [
            { step: 'sort', order: [{ column: columns.figure, direction: 'down' }] },
          ]),
        ),
        ...when(
          has('date'),
          text(words.freshHead(n.freshness)),
          chart(n.monthChart, n.months, 'line', {
            title: words.monthChart,
            x: { column: fields.month, unit: 'month' },
            y: plain(fields.rows),
            zero: true,
            dots: true,
          }),
        ),
        text(words.rowsHead),
        chart(n.rowChart, n.mend, 'bar', {
          title: words.rowChart,
          x: fields.faults,
          y: { aggregate: 'count' },
          values: true,
        }),
        shown(
          'rowTable',
          'mend',
          'rows',
          [
            {
              step: 'sort',
              order: [
                { column: fields.faults, direction: 'down' },
                { column: fields.row, direction: 'up' },
              ],
            },
          ],
          30,
        ),
        text([words.notes, ...(has('figure') ? [words.notesNumber] : [])].join('\n\n')),
        query(n.numbered, toNumbered(part)),
        chain(n.read, n.numbered, toReading(part)),
        query(n.once, `SELECT *\nFROM ${from('read')}\nWHERE NOT ${f('again')}\nORDER BY ${f('row')}`),
        query(n.columns, toColumns(part)),
        ...when(
          categories.length > 0,
          query(
            n.spellings,
            toSpellings({
              from: n.once,
              columns: categories.map((role) => columns[role]!),
              fields,
              ways,
            }),
          ),
        ),
        ...when(
          has('figure'),
          query(n.limits, toLimits(part)),
          query(
            n.far,
            `SELECT ${[f('row'), ...(has('key') ? [q('key')] : []), q('figure')].join(', ')}\nFROM ${from('once')}, ${from('limits')}\nWHERE NOT ${q('figure')} BETWEEN usual_low AND usual_high`,
          ),
          query(
            n.usual,
            `SELECT ${q('figure')}\nFROM ${from('once')}, ${from('limits')}\nWHERE coalesce(${q('figure')} BETWEEN usual_low AND usual_high, true)`,
          ),
        ),
        query(n.faults, toFaults(checks, fields)),
        query(n.checks, toChecks(checks, n.faults, words)),
        query(n.scores, toScores(part)),
        ...when(roles.length > 0, query(n.states, toStates(part))),
        query(n.doubles, toDoubles(part)),
        ...when(has('date'), query(n.months, toMonths(part)), query(n.freshness, toFreshness(part))),
        query(n.figures, toFigures(part)),
        query(n.mend, toMend(part)),
      ],
    };
  },
});

/** Columns of the report's own tables that stand beside the person's. */
const INNER = [
  'its number',
  'its whole row',
  'check_no',
  'same_row',
  'usual_low',
  'usual_high',
  'least_seen',
  'most_seen',
];

/** The columns keep the names that the person knows, but for those that the report's own columns have. */
function toOwnNames(
  { columns }: FilledTable,
  roles: readonly Role[],
  reserved: readonly string[],
): Partial<Record<Role, string>> {
  const taken = [...reserved, ...INNER];
  const named = roles.map((role) => {
    const free = toFreeName(columns[role]!.name, taken);
    taken.push(free);
    return [role, free] as const;
  });
  return Object.fromEntries(named);
}
