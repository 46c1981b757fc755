import { beforeAll, describe, expect, it } from 'vitest';
import { findStep } from '../../../src/steps/catalog';
import { createKitchen } from '../kitchen';

const repeat = (text: string, times: number) => Array.from({ length: times }, () => text);

describe('texts', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const rows = [
      ...repeat(`('refund', 'Please refund the parcel, the refund is late')`, 6),
      ...repeat(`('refund', '退款什么时候到账？要退款')`, 4),
      ...repeat(`('broken', 'The glass cup arrived broken')`, 5),
      ...repeat(`('broken', '玻璃杯碎了 https://example.com/1')`, 3),
      `('broken', '12,345')`,
      `('broken', NULL)`,
    ];
    kitchen.table('t(topic, body)', rows.join(', '));
  }, 60_000);

  it('are told by their words, the most frequent first', async () => {
    const { rows, columns, links } = await kitchen.run('t', [
      { step: 'words', text: 'body', phrases: false },
    ]);
    expect(columns.map(({ name }) => name)).toEqual(['word', 'kind', 'texts', 'share', 'count', 'weight']);
    expect(rows[0]!.slice(0, 5)).toEqual(['refund', 'word', 6, expect.closeTo(6 / 19, 14), 12]);
    expect(rows[1]!.slice(0, 5)).toEqual(['late', 'word', 6, expect.closeTo(6 / 19, 14), 6]);
    expect(rows.find(([word]) => word === '退款')!.slice(2, 5)).toEqual([4, expect.closeTo(4 / 19, 14), 8]);
    expect(rows.flat()).not.toContain('the');
    expect(links[0]!.made!.notes).toEqual([
      { why: 'words-found', params: { word: 'refund', texts: 6, of: 19, percent: 31.6 } },
      { why: 'words-counted', params: { words: rows.length, phrases: 0, least: 3 } },
      { why: 'texts-wordless', params: { count: 1, of: 19 } },
      { why: 'words-by-dictionary', params: {} },
      { why: 'left-out-missing', params: { count: 1, of: 20 } },
    ]);
  });

  it('are told of each group, and without words of one’s own', async () => {
    const { rows, columns } = await kitchen.run('t', [
      { step: 'words', text: 'body', by: 'topic', phrases: false, own: ['Late', '退款'] },
    ]);
    expect(columns[0]!.name).toBe('topic');
    expect(rows.find(([, word]) => word === 'refund')).toEqual([
      'refund',
      'refund',
      'word',
      6,
      expect.closeTo(0.6, 14),
      12,
      expect.any(Number),
    ]);
    expect(rows.map(([, word]) => word)).not.toContain('late');
    expect(rows.map(([, word]) => word)).not.toContain('退款');
  });

  it('have phrases, for which a text that is there twice counts once', async () => {
    const others = Array.from({ length: 30 }, (_, at) => `('first${at} second${at} third${at}')`);
    const cups = Array.from({ length: 5 }, (_, at) => `('glass cup, size${at}')`);
    kitchen.table('p(body)', [...others, ...cups, ...repeat(`('iron pot')`, 5)].join(', '));
    const { rows, links } = await kitchen.run('p', [{ step: 'words', text: 'body' }]);
    expect(rows.filter(([, kind]) => kind === 'phrase').map((row) => row.slice(0, 3))).toEqual([
      ['glass cup', 'phrase', 5],
    ]);
    expect(rows.map(([word]) => word)).toEqual(['cup', 'glass', 'glass cup', 'iron', 'pot']);
    expect(links[0]!.made!.notes![1]).toEqual({
      why: 'words-phrase',
      params: { phrase: 'glass cup', texts: 5 },
    });
  });

  it('deny in phrases only', async () => {
    const others = Array.from({ length: 30 }, (_, at) => `('first${at} second${at} third${at}')`);
    const missing = Array.from({ length: 5 }, (_, at) => `('not received, size${at}')`);
    kitchen.table('d(body)', [...others, ...missing].join(', '));
    const { rows } = await kitchen.run('d', [{ step: 'words', text: 'body' }]);
    expect(rows.map(([word]) => word)).toEqual(['not received', 'received']);
  });

  it('are set apart by what each group says', async () => {
    const { rows, links } = await kitchen.run('t', [
      { step: 'keywords', text: 'body', by: 'topic', phrases: false, most: 2 },
    ]);
    expect(rows.map(([group, word]) => `${group}: ${word}`)).toEqual([
      'broken: arrived',
      'broken: broken',
      'refund: refund',
      'refund: 退款',
    ]);
    expect(rows[2]!.slice(3)).toEqual([6, expect.closeTo(0.6, 14), 0, 12]);
    const { notes } = links[0]!.made!;
    expect(notes![0]).toEqual({
      why: 'keywords-found',
      params: { group: 'refund', word: 'refund', percent: 60, elsewhere: 0 },
    });
    expect(notes![1]).toEqual({ why: 'keywords-of', params: { group: 'refund', words: 'refund, 退款' } });
  });

  it('are set apart by no word that few texts of a group have, though others have it', async () => {
    const large = [...repeat(`('large', 'filler words')`, 200), ...repeat(`('large', 'rare')`, 2)];
    kitchen.table('g(part, body)', [...large, `('small', 'rare')`].join(', '));
    const step = { step: 'keywords', text: 'body', by: 'part', phrases: false };
    const find = async (least: number) => (await kitchen.run('g', [{ ...step, least }])).rows;
    expect((await find(1)).map(([part, word]) => `${part}: ${word}`)).toContain('small: rare');
    expect(await find(3)).toEqual([]);
  });

  it('have topics beside them, with their words and an example', async () => {
    const { rows, columns, links } = await kitchen.run('t', [{ step: 'topics', text: 'body', topics: 4 }]);
    expect(columns.slice(2)).toEqual([
      { name: 'topic_2', type: 'BIGINT' },
      { name: 'topic_words', type: 'VARCHAR' },
      { name: 'topic_share', type: 'DOUBLE' },
    ]);
    expect(rows.map((row) => row[2])).toEqual(
      [...repeat('1', 6), ...repeat('3', 4), ...repeat('2', 5), ...repeat('4', 3), null, null].map((topic) =>
        topic === null ? null : Number(topic),
      ),
    );
    expect(rows[0]![4]).toBeCloseTo(1, 6);
    const { topics } = links[0]!.tables!;
    expect(kitchen.rows(`SELECT topic, rows, share, example FROM ${topics!.table}`)[0]).toEqual([
      1,
      6,
      expect.closeTo(6 / 19, 14),
      'Please refund the parcel, the refund is late',
    ]);
    expect(links[0]!.made!.notes![0]).toMatchObject({
      why: 'topics-found',
      params: { placed: 18, of: 19, count: 4, rows: 6, percent: 31.6 },
    });
  });

  it('are found by how like they are to one', async () => {
    const { rows, links } = await kitchen.run('t', [{ step: 'similar', text: 'body', like: 'broken GLASS' }]);
    const likeness = rows.map((row) => row[2]);
    expect(likeness.slice(0, 10)).toEqual(repeat('0', 10).map(Number));
    expect(likeness[10]).toBeCloseTo(Math.sqrt(0.5), 10);
    expect(likeness.at(-1)).toBeNull();
    expect(links[0]!.made!.notes![0]).toEqual({
      why: 'similar-found',
      params: { score: likeness[10], text: 'The glass cup arrived broken' },
    });
  });

  it('are told by how good or bad they sound', async () => {
    const { rows, columns, links } = await kitchen.run('t', [{ step: 'sentiment', text: 'body' }]);
    expect(columns.slice(2).map(({ name }) => name)).toEqual(['sentiment', 'sentiment_label']);
    expect(rows.map((row) => row[3])).toEqual([
      ...Array.from({ length: 10 }, () => null),
      ...repeat('negative', 8),
      null,
      null,
    ]);
    expect(links[0]!.made!.notes!.slice(0, 3)).toEqual([
      { why: 'sentiment-found', params: { of: 19, negative: 8, bad: 42.1, positive: 0, good: 0 } },
      { why: 'sentiment-unknown', params: { count: 11, of: 19 } },
      { why: 'sentiment-bad', params: { words: '碎了, broken' } },
    ]);
    expect(kitchen.rows(`SELECT * FROM ${links[0]!.tables!.words!.table}`)).toEqual([
      ['碎了', false, -2, 3],
      ['broken', false, -1, 5],
    ]);
  });

  it.each([
    [{ step: 'words', text: 'body', least: 7 }, 'words-too-rare'],
    [{ step: 'topics', text: 'body', topics: 40 }, 'too-many-topics'],
    [{ step: 'similar', text: 'body', like: '123' }, 'no-words-to-compare'],
    [{ step: 'keywords', text: 'body', by: 'body', least: 1 }, 'text-is-group'],
  ])('do not fit %j', async (spec, why) => {
    const { problem } = await kitchen.compile('t', [spec]);
    expect(problem!.params).toMatchObject({ why });
  });

  it('are suggested by the names of columns', () => {
    const columns = ['ticket_id', 'category', 'content', 'agent'].map((name) => ({ name, type: 'VARCHAR' }));
    expect(findStep('keywords')!.suggest!({ columns })).toEqual({ text: 'content', by: 'category' });
    expect(findStep('words')!.suggest!({ columns, column: 'agent' })).toEqual({ text: 'agent' });
    expect(findStep('topics')!.suggest!({ columns: [] })).toEqual({});
  });
});
