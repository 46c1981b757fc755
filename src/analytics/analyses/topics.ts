import type { Note } from '../../lib/note';
import { toAllCodes, toAllRows, toComplete, toTexts } from '../complete';
import { checkRows } from '../core/check';
import type { Analysis, GivenColumn, TextColumn } from '../frame';
import { findMainTopics } from '../text/mainTopics';
import { findTopics } from '../text/nmf';
import { fitRarity, weighWords } from '../text/tfidf';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { readTexts, type TextSettings, toTextNotes } from './texts';

export interface TopicsSettings extends TextSettings {
  topics: number;
}

/** What texts are about, as topics that nobody has named: the main one of each text, and the words of each. */
export const analyse: Analysis<TopicsSettings> = (
  frame,
  { topics: wanted, ...settings },
  { random, onProgress },
) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 1);
  const text = toTexts(complete.columns)[0]!;
  const read = readTexts(text, settings, (share) => onProgress(share / 4));
  const { names, counts } = read;
  const weights = weighWords(counts, fitRarity(counts));
  const found = findTopics(weights, {
    topics: wanted,
    random,
    onProgress: (share) => onProgress(0.25 + (share * 3) / 4),
  });
  const main = findMainTopics(weights, found);
  const { codes, shares } = main;
  const topics = Array.from(main.order, (place, topic) =>
    toTopic(found.words[place]!, {
      names,
      rows: main.sizes[topic]!,
      example: toText(text, main.examples[topic]!),
    }),
  );
  const toAll = (code: Int32Array) => toAllCodes(code, complete.places, frame.rows);
  const numbers = Float64Array.from(codes, (code) => (code < 0 ? NaN : code + 1));
  const placed = topics.reduce((sum, { rows }) => sum + rows, 0);
  const unplaced = complete.rows - read.wordless - placed;
  return {
    added: [
      { name: 'topic', type: 'BIGINT', values: toAllRows(numbers, complete.places, frame.rows) },
      {
        name: 'topic_words',
        type: 'VARCHAR',
        codes: toAll(codes),
        labels: topics.map(({ words }) => words.slice(0, 3).join(', ')),
      },
      { name: 'topic_share', type: 'DOUBLE', values: toAllRows(shares, complete.places, frame.rows) },
    ],
    tables: { topics: toTopicTable(topics, complete.rows), words: toWordTable(topics) },
    notes: [
      ...toFindings(topics, { placed, of: complete.rows }),
      ...(unplaced > 0 ? [{ why: 'topics-unplaced', params: { count: unplaced, of: complete.rows } }] : []),
      { why: 'topics-explained', params: { explained: toPercent(found.explained) } },
      ...(found.isSettled ? [] : [{ why: 'topics-unsettled', params: { rounds: found.rounds } }]),
      ...toTextNotes(read, complete.rows),
      ...toLeftOut(complete),
    ],
  };
};

interface Topic {
  rows: number;
  /** The heaviest first, with how heavy they are: of the topic, the share. */
  words: readonly string[];
  weights: readonly number[];
  example: string | null;
}

const MOST_WORDS = 30;

function toTopic(
  weights: Float64Array,
  { names, rows, example }: { names: readonly string[]; rows: number; example: string | null },
): Topic {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const heavy = [...names.keys()]
    .filter((word) => weights[word]! > 0)
    .sort((a, b) => weights[b]! - weights[a]! || (names[a]! < names[b]! ? -1 : 1))
    .slice(0, MOST_WORDS);
  return {
    rows,
    words: heavy.map((word) => names[word]!),
    weights: heavy.map((word) => weights[word]! / all),
    example,
  };
}

function toText({ codes, labels }: TextColumn, row: number): string | null {
  return row < 0 ? null : labels[codes[row]!]!;
}

const WORDS_SHOWN = 10;

function toTopicTable(topics: readonly Topic[], of: number): GivenColumn[] {
  const { words, counts, doubles } = toColumnsOf(topics);
  return [
    counts('topic', (_, at) => at + 1),
    words('words', (topic) => topic.words.slice(0, WORDS_SHOWN).join(', ')),
    counts('rows', ({ rows }) => rows),
    doubles('share', ({ rows }) => rows / of),
    words('example', ({ example }) => example),
  ];
}

function toWordTable(topics: readonly Topic[]): GivenColumn[] {
  const rows = topics.flatMap(({ words, weights }, topic) =>
    words.map((word, at) => ({ topic: topic + 1, word, weight: weights[at]! })),
  );
  const { words, counts, doubles } = toColumnsOf(rows);
  return [
    counts('topic', ({ topic }) => topic),
    words('word', ({ word }) => word),
    doubles('weight', ({ weight }) => weight),
  ];
}

const MOST_PORTRAITS = 12;

function toFindings(topics: readonly Topic[], { placed, of }: { placed: number; of: number }): Note[] {
  const tell = (why: string, { rows, words }: Topic, more: Note['params']): Note => ({
    why,
    params: { ...more, rows, percent: toPercent(rows / of), words: words.slice(0, 6).join(', ') },
  });
  return [
    tell('topics-found', topics[0]!, { count: topics.length, placed, of }),
    ...topics
      .slice(1, MOST_PORTRAITS)
      .filter(({ rows }) => rows > 0)
      .map((topic, at) => tell('topic-is', topic, { topic: at + 2 })),
  ];
}
