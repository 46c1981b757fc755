import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { toComplete, toTexts } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import type { Analysis, GivenColumn, TextColumn } from '../frame';
import { type GroupSums, sumByGroup } from '../text/groups';
import { fitRarity, weighWords } from '../text/tfidf';
import { toColumnsOf, toNamed } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { sortLabels } from './sortLabels';
import { readTexts, type TextSettings, type TextsRead, toTextNotes } from './texts';

/** What texts speak of: their words and phrases, of all texts or of each group of them. */
export const analyse: Analysis<TextSettings> = (frame, settings, { onProgress }) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 1);
  const [text, by] = toTexts(complete.columns);
  const read = readTexts(text!, settings, onProgress);
  const groups = by && sortLabels(by);
  const limit = Math.floor(MOST_CELLS / read.names.length);
  if (groups && groups.labels.length > limit)
    throw toMisfit('too-many-groups', { groups: groups.labels.length, limit });
  const weights = weighWords(read.counts, fitRarity(read.counts));
  const add = (table: TextsRead['counts'], column?: TextColumn) =>
    column
      ? sumByGroup(table, column.codes, column.labels.length)
      : sumByGroup(table, new Int32Array(complete.rows), 1);
  const all = toRows(read, add(read.counts), add(weights));
  const rows = groups ? toRows(read, add(read.counts, groups), add(weights, groups)) : all;
  return {
    tables: { [MAIN]: toTable(rows, groups) },
    notes: [
      ...toFindings(all, complete.rows, settings.least),
      ...toTextNotes(read, complete.rows),
      ...toLeftOut(complete),
    ],
  };
};

/** Words times groups: sums of them stay under 100 MB. */
const MOST_CELLS = 4_000_000;

interface WordRow {
  group: number;
  word: string;
  isPhrase: boolean;
  texts: number;
  share: number;
  count: number;
  weight: number;
}

/** The most frequent first, group by group. */
function toRows({ names, isPhrase }: TextsRead, counts: GroupSums, weights: GroupSums): WordRow[] {
  const rows: WordRow[] = [];
  for (const [at, texts] of counts.rows.entries()) {
    if (texts === 0) continue;
    const [group, word] = [Math.floor(at / counts.columns), at % counts.columns];
    const size = counts.sizes[group]!;
    rows.push({
      group,
      word: names[word]!,
      isPhrase: isPhrase[word]!,
      texts,
      share: texts / size,
      count: counts.sums[at]!,
      weight: weights.sums[at]! / size,
    });
  }
  return rows.sort(
    (a, b) => a.group - b.group || b.texts - a.texts || b.count - a.count || (a.word < b.word ? -1 : 1),
  );
}

function toTable(rows: readonly WordRow[], groups: TextColumn | undefined): GivenColumn[] {
  const { words, counts, doubles } = toColumnsOf(rows);
  return toNamed(groups?.name ?? '', rows, ({ group }) => groups!.labels[group]!, [
    words('word', ({ word }) => word),
    words('kind', ({ isPhrase }) => (isPhrase ? 'phrase' : 'word')),
    counts('texts', ({ texts }) => texts),
    doubles('share', ({ share }) => share),
    counts('count', ({ count }) => count),
    doubles('weight', ({ weight }) => weight),
  ]);
}

function toFindings(rows: readonly WordRow[], of: number, least: number): Note[] {
  const phrases = rows.filter(({ isPhrase }) => isPhrase);
  const first = rows.find(({ isPhrase }) => !isPhrase) ?? rows[0]!;
  const [phrase] = phrases;
  return [
    {
      why: 'words-found',
      params: { word: first.word, texts: first.texts, of, percent: toPercent(first.share) },
    },
    ...(phrase ? [{ why: 'words-phrase', params: { phrase: phrase.word, texts: phrase.texts } }] : []),
    {
      why: 'words-counted',
      params: { words: rows.length - phrases.length, phrases: phrases.length, least },
    },
  ];
}
