import { chart, table, text, when } from '../draft';
import type { DraftCell } from '../template';
import type { Part } from './part';

const half = { width: 'half' } as const;

export function toVolume({ has, words, n }: Part): readonly DraftCell[] {
  const { columns: c, fields } = words;
  const count = { column: c.opened, aggregate: 'count', title: fields.tickets };
  return [
    text(words.volumeHead),
    chart(n.byMonth, n.whole, 'bar', {
      title: words.byMonth,
      x: { column: c.opened, unit: 'month' },
      y: count,
      ...(has['category'] && { color: { column: c.category, top: 7 } }),
    }),
    chart(n.byWeek, n.weeks, 'line', {
      title: words.byWeek,
      x: { column: fields.week, unit: 'week' },
      y: { column: fields.tickets, aggregate: 'sum', title: fields.tickets },
      layers: [{ column: fields.usual, aggregate: 'sum', title: fields.usual }],
      marked: fields.peak,
    }),
    // a day has no hour
    ...when(
      has['opened']!.type !== 'DATE',
      chart(
        n.byHour,
        n.shown,
        'heat',
        {
          title: words.byHour,
          x: { column: c.opened, unit: 'hour-of-day' },
          y: { column: c.opened, unit: 'weekday' },
          color: { aggregate: 'count', title: fields.tickets },
        },
        half,
      ),
    ),
    ...when(
      has['channel'],
      chart(
        n.byChannel,
        n.shown,
        'bar',
        { title: words.byChannel, x: { column: c.channel, sort: 'value' }, y: count },
        half,
      ),
    ),
  ];
}

export function toDuration({ has, words, n }: Part): readonly DraftCell[] {
  const { columns: c, fields } = words;
  const median = { column: c.response, aggregate: 'median', title: fields.response };
  const by = (cell: string, title: string, column: string) =>
    chart(
      cell,
      n.shown,
      'bar',
      { title, x: { column, top: 15, sort: 'value' }, y: median, direction: 'across' },
      half,
    );
  if (!has['response']) return [];
  return [
    text(words.durationHead),
    chart(n.waits, n.months, 'line', {
      title: words.waits,
      x: { column: fields.month, unit: 'month' },
      y: { column: fields.response, aggregate: 'sum', title: words.half },
      layers: [{ column: fields.slow, aggregate: 'sum', title: words.nine }],
    }),
    ...when(has['category'], by(n.waitByCategory, words.waitByCategory, c.category)),
    ...when(has['agent'], by(n.waitByAgent, words.waitByAgent, c.agent)),
  ];
}

export function toBottlenecks({ has, words, n }: Part): readonly DraftCell[] {
  const { columns: c, fields } = words;
  const isCrossed = has['response'] && has['category'] && has['agent'];
  if (!isCrossed && !has['resolution']) return [];
  return [
    text(words.stuckHead),
    ...when(
      isCrossed,
      chart(n.stuck, n.shown, 'heat', {
        title: words.stuck,
        x: { column: c.category, top: 12 },
        y: { column: c.agent, top: 20 },
        color: { column: c.response, aggregate: 'median', title: fields.response },
      }),
    ),
    ...when(
      has['resolution'],
      chart(n.backlog, n.weeks, 'line', {
        title: words.backlog,
        x: { column: fields.week, unit: 'week' },
        y: { column: fields.open, aggregate: 'sum', title: fields.tickets },
        zero: true,
      }),
    ),
  ];
}

export function toSatisfaction({ has, words, n }: Part): readonly DraftCell[] {
  const { columns: c, fields } = words;
  if (!has['satisfaction']) return [];
  const mean = { column: c.satisfaction, aggregate: 'mean', title: fields.satisfaction };
  return [
    text(
      [words.satisfactionHead, ...(has['response'] ? [words.satisfactionWait(n.figures)] : [])].join('\n\n'),
    ),
    ...when(
      has['response'],
      chart(
        n.contentByWait,
        n.fifths,
        'bar',
        {
          title: words.contentByWait,
          x: { column: fields.wait, sort: 'name' },
          y: { column: fields.satisfaction, aggregate: 'sum', title: fields.satisfaction },
        },
        half,
      ),
    ),
    ...when(
      has['category'],
      chart(
        n.contentByCategory,
        n.shown,
        'bar',
        {
          title: words.contentByCategory,
          x: { column: c.category, top: 15, sort: 'value' },
          y: mean,
          direction: 'across',
        },
        half,
      ),
    ),
    chart(n.contentByMonth, n.whole, 'line', {
      title: words.contentByMonth,
      x: { column: c.opened, unit: 'month' },
      y: mean,
      zero: false,
      dots: true,
    }),
  ];
}

export function toTexts({ has, words, n }: Part): readonly DraftCell[] {
  const { fields } = words;
  if (!has['text']) return [];
  return [
    text(words.textsHead),
    chart(n.wordChart, n.topWords, 'bar', {
      title: words.wordChart,
      x: { column: fields.word, top: 15, sort: 'value' },
      y: { column: fields.texts, aggregate: 'greatest', title: fields.texts },
      direction: 'across',
    }),
    ...when(
      has['category'] ?? has['satisfaction'],
      table(n.typical, n.typicalRows, [{ step: 'sort', order: [{ column: fields.group }] }], { rows: 15 }),
    ),
  ];
}

export function toContacts({ contacts, words, n }: Part): readonly DraftCell[] {
  const { columns: c, fields } = words;
  if (!contacts) return [];
  const has = contacts.columns;
  const count = { column: c.contacted, aggregate: 'count', title: fields.contacts };
  return [
    text(
      [
        words.contactsHead(n.contactFigures),
        ...(has['duration'] ? [words.contactsDuration(n.contactFigures)] : []),
      ].join('\n\n'),
    ),
    chart(n.contactsByMonth, n.contactsWhole, 'bar', {
      title: words.contactsByMonth,
      x: { column: c.contacted, unit: 'month' },
      y: count,
      ...(has['method'] && { color: { column: c.method, top: 6 } }),
    }),
    ...when(
      has['outcome'],
      chart(
        n.outcomes,
        n.contacts,
        'bar',
        has['method']
          ? {
              title: words.outcomes,
              x: { column: c.method, sort: 'value' },
              y: count,
              color: { column: c.outcome, top: 7 },
              stack: 'share',
            }
          : {
              title: words.outcomes,
              x: { column: c.outcome, sort: 'value' },
              y: { aggregate: 'share', title: fields.contacts },
            },
        half,
      ),
    ),
    ...when(
      has['duration'],
      chart(
        n.durations,
        n.contactsWhole,
        'line',
        {
          title: words.durations,
          x: { column: c.contacted, unit: 'month' },
          y: { column: c.duration, aggregate: 'median', title: fields.duration },
          dots: true,
        },
        half,
      ),
    ),
    ...when(
      has['agent'],
      chart(n.contactAgents, n.contacts, 'bar', {
        title: words.contactAgents,
        x: { column: c.agent, top: 15, sort: 'value' },
        y: count,
        direction: 'across',
      }),
    ),
  ];
}

/** What somebody can do something about. */
export function toTables(part: Part): readonly DraftCell[] {
  const { has, words, n } = part;
  if (!has['agent'] && !has['resolution']) return [];
  const by = (['agent', 'category', 'channel'] as const).find((role) => has[role]);
  return [
    text(
      [
        words.tablesHead,
        ...(has['agent'] ? [words.tablesAgents] : []),
        ...(has['resolution'] ? [words.tablesOpen] : []),
      ].join('\n\n'),
    ),
    ...when(
      has['resolution'] && by,
      chart(n.openBy, n.open, 'bar', {
        title: words.openBy,
        x: { column: by && words.columns[by], top: 15, sort: 'value' },
        y: { column: words.columns.opened, aggregate: 'count', title: words.fields.tickets },
        direction: 'across',
      }),
    ),
    ...when(
      has['agent'],
      table(
        n.agents,
        n.agentRows,
        [{ step: 'sort', order: [{ column: words.fields.tickets, direction: 'down' }] }],
        { rows: 20 },
      ),
    ),
    ...when(
      has['resolution'],
      table(n.open, n.openRows, [{ step: 'sort', order: [{ column: words.columns.opened }] }], {
        rows: 15,
      }),
    ),
  ];
}
