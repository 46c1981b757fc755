import type { service as words } from '../i18n/templates/service.en';
import { chain, chart, input, query, text, when } from './draft';
import { toPrepared } from './prepare';
import {
  toBottlenecks,
  toContacts,
  toDuration,
  toSatisfaction,
  toTables,
  toTexts,
  toVolume,
} from './service/chapters';
import type { Part } from './service/part';
import { toPart } from './service/part';
import {
  toAgents,
  toContactFigures,
  toFifths,
  toFigures,
  toGroupedTexts,
  toMonths,
  toOpen,
  toShown,
  toTextRows,
  toTopWords,
  toTypical,
  toWeeks,
  toWholeMonths,
} from './service/queries';
import { contacts, tickets } from './service/roles';
import type { DraftCell, FilledTable } from './template';
import { toTemplate } from './template';

export const service = toTemplate<typeof words>({
  id: 'service',
  tables: { tickets, contacts },
  make({ filled, ...kit }) {
    const part = toPart(filled, { filled, ...kit });
    return {
      report: { contents: true },
      cells: [
        ...toSummary(part),
        ...toVolume(part),
        ...toDuration(part),
        ...toBottlenecks(part),
        ...toSatisfaction(part),
        ...toTexts(part),
        ...toContacts(part),
        ...toTables(part),
        text(toNotes(part)),
        ...toPreparation(part),
      ],
    };
  },
});

function toSummary({ has, words, n }: Part): readonly DraftCell[] {
  const { columns: c, fields, labels, figures } = words;
  const head = [
    words.head(n.figures),
    ...(has['response'] ? [words.headResponse(n.figures, n.target)] : []),
    ...(has['resolution'] ? [words.headResolution(n.figures)] : []),
    ...(has['satisfaction'] ? [words.headSatisfaction(n.figures)] : []),
  ];
  const choose = (name: string, label: string, column: string) =>
    input(name, 'several', { label, options: { table: n.clean, column }, of: 'text', value: [] });
  const figure = (name: string, title: string, y: object, good: string) =>
    chart(
      name,
      n.whole,
      'kpi',
      { title, x: { column: c.opened, unit: 'month' }, y, good },
      { width: 'half' },
    );
  return [
    text(head.join('\n\n')),
    ...when(has['category'], choose(n.categories, labels.categories, c.category)),
    ...when(has['channel'], choose(n.channels, labels.channels, c.channel)),
    ...when(has['response'], input(n.target, 'number', { label: labels.target, min: 1, step: 1, value: 60 })),
    ...when(has['satisfaction'], input(n.content, 'number', { label: labels.content, step: 1, value: 4 })),
    figure(
      n.total,
      figures.tickets,
      { column: c.opened, aggregate: 'count', title: fields.tickets },
      'neither',
    ),
    ...when(
      has['response'],
      figure(n.response, figures.response, { column: c.response, aggregate: 'median' }, 'down'),
    ),
    ...when(
      has['resolution'],
      figure(n.resolution, figures.resolution, { column: c.resolution, aggregate: 'median' }, 'down'),
    ),
    ...when(
      has['satisfaction'],
      figure(n.satisfaction, figures.satisfaction, { column: c.satisfaction, aggregate: 'mean' }, 'up'),
    ),
  ];
}

function toNotes({ has, contacts: given, words }: Part): string {
  return [
    words.notes,
    ...(has['response'] || has['resolution'] ? [words.notesResponse] : []),
    ...(given ? [words.notesContacts] : []),
  ].join('\n\n');
}

function toPreparation(part: Part): readonly DraftCell[] {
  const { tickets: given, contacts: others, has, words, n, q, from } = part;
  const { columns: c } = words;
  return [
    chain(n.clean, given.source, [
      ...toPrepared(given, tickets.columns, words),
      { step: 'dropMissing', columns: [c.opened] },
      ...toKnown(part, given, ['category', 'channel', 'agent']),
      ...toOneName(part, given, 'channel'),
      ...(has['agent'] ? [{ step: 'fill', columns: [c.agent], with: 'value', value: words.unnamed }] : []),
    ]),
    query(n.shown, toShown(part)),
    query(n.whole, toWholeMonths(from('shown'), q('opened'))),
    query(n.months, toMonths(part)),
    query(n.weeks, toWeeks(part)),
    query(n.figures, toFigures(part)),
    ...when(has['agent'], query(n.agentRows, toAgents(part))),
    ...when(has['resolution'], query(n.openRows, toOpen(part))),
    ...when(has['satisfaction'] && has['response'], query(n.fifths, toFifths(part))),
    ...when(
      has['text'],
      query(n.texts, toTextRows(part)),
      chain(n.words, n.texts, [{ step: 'words', text: 'text' }]),
      query(n.topWords, toTopWords(part)),
    ),
    ...when(
      has['text'] && (has['category'] ?? has['satisfaction']),
      query(n.groupedTexts, toGroupedTexts(part)),
      chain(n.keywords, n.groupedTexts, [{ step: 'keywords', text: 'text', by: 'group' }]),
      query(n.typicalRows, toTypical(part)),
    ),
    ...(others
      ? [
          chain(n.contacts, others.source, [
            ...toPrepared(others, contacts.columns, words),
            { step: 'dropMissing', columns: [c.contacted] },
            ...toKnown(part, others, ['method', 'direction', 'outcome', 'agent']),
            ...toOneName(part, others, 'method'),
          ]),
          query(n.contactsWhole, toWholeMonths(from('contacts'), q('contacted'))),
          query(n.contactFigures, toContactFigures(part)),
        ]
      : []),
  ];
}

type Role = 'category' | 'channel' | 'agent' | 'method' | 'direction' | 'outcome';
type Step = Readonly<Record<string, unknown>>;

/** What is written where there is nothing to write becomes missing. */
function toKnown({ words }: Part, { columns }: FilledTable, roles: readonly Role[]): Step[] {
  return roles
    .filter((role) => columns[role]?.type === 'VARCHAR')
    .map((role) => ({
      step: 'map',
      column: words.columns[role],
      pairs: words.empty.map((from) => ({ from, to: '' })),
      loose: true,
    }));
}

function toOneName({ words }: Part, { columns }: FilledTable, role: Role): Step[] {
  if (columns[role]?.type !== 'VARCHAR') return [];
  return [{ step: 'map', column: words.columns[role], pairs: words.methods, loose: true }];
}
