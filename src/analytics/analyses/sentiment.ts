import type { Note } from '../../lib/note';
import { toAllCodes, toAllRows, toComplete, toTexts } from '../complete';
import { checkRows } from '../core/check';
import type { Analysis, GivenColumn } from '../frame';
import { toLexicon } from '../text/lexicon';
import { type ScoredWord, scoreTexts } from '../text/sentiment';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { toTextNotes } from './texts';

const LABELS = ['positive', 'neutral', 'negative'];

/** How good or bad each text sounds, and by which words. */
export const analyse: Analysis<unknown> = (frame, _, { onProgress }) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 1);
  const { codes, labels } = toTexts(complete.columns)[0]!;
  const found = scoreTexts(labels, toLexicon(), onProgress);
  const scores = Float64Array.from(codes, (code) => found.scores[code]!);
  const signs = Int32Array.from(scores, (score) => (Number.isNaN(score) ? -1 : 1 - Math.sign(score)));
  const rows = new Int32Array(labels.length);
  for (const code of codes) rows[code]!++;
  const words = toRows(found.words, rows);
  const { places } = complete;
  return {
    added: [
      { name: 'sentiment', type: 'DOUBLE', values: toAllRows(scores, places, frame.rows) },
      {
        name: 'sentiment_label',
        type: 'VARCHAR',
        codes: toAllCodes(signs, places, frame.rows),
        labels: LABELS,
      },
    ],
    tables: { words: toTable(words) },
    notes: [
      ...toFindings(signs),
      ...toTelling(words),
      { why: 'sentiment-rough', params: {} },
      ...toTextNotes({ wordless: 0, usesDictionary: found.usesDictionary }, complete.rows),
      ...toLeftOut(complete),
    ],
  };
};

interface WordRow extends Omit<ScoredWord, 'texts'> {
  texts: number;
}

/** Those that weigh most first: by score times texts. */
function toRows(words: readonly ScoredWord[], rows: Int32Array): WordRow[] {
  return words
    .map((word) => ({ ...word, texts: word.texts.reduce((sum, text) => sum + rows[text]!, 0) }))
    .filter(({ texts }) => texts > 0)
    .sort((a, b) => Math.abs(b.score) * b.texts - Math.abs(a.score) * a.texts || (a.word < b.word ? -1 : 1));
}

function toTable(rows: readonly WordRow[]): GivenColumn[] {
  const { words, flags, doubles, counts } = toColumnsOf(rows);
  return [
    words('word', ({ word }) => word),
    flags('denied', ({ isDenied }) => isDenied),
    doubles('score', ({ score }) => score),
    counts('texts', ({ texts }) => texts),
  ];
}

function toFindings(signs: Int32Array): Note[] {
  const of = signs.length;
  const count = (sign: number) => signs.reduce((sum, value) => sum + (value === sign ? 1 : 0), 0);
  const [positive, negative, unknown] = [count(0), count(2), count(-1)];
  if (unknown === of) return [{ why: 'sentiment-none', params: { of } }];
  return [
    {
      why: 'sentiment-found',
      params: {
        of,
        negative,
        bad: toPercent(negative / of),
        positive,
        good: toPercent(positive / of),
      },
    },
    ...(unknown > 0 ? [{ why: 'sentiment-unknown', params: { count: unknown, of } }] : []),
  ];
}

const MOST_TELLING = 5;

function toTelling(rows: readonly WordRow[]): Note[] {
  const list = (sign: number) =>
    rows
      .filter(({ score, isDenied }) => Math.sign(score) === sign && !isDenied)
      .slice(0, MOST_TELLING)
      .map(({ word }) => word)
      .join(', ');
  const [good, bad] = [list(1), list(-1)];
  return [
    ...(bad ? [{ why: 'sentiment-bad', params: { words: bad } }] : []),
    ...(good ? [{ why: 'sentiment-good', params: { words: good } }] : []),
  ];
}
