import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { toComplete, toTexts } from '../complete';
import { toMisfit } from '../core/check';
import type { Analysis, GivenColumn, TextColumn } from '../frame';
import { sumByGroup } from '../text/groups';
import { scoreWords } from '../text/keywords';
import { countRows } from '../text/sparse';
import { toColumnsOf, toNamed } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import { sortLabels } from './sortLabels';
import { readTexts, type TextSettings, type TextsRead, toTextNotes } from './texts';

export interface KeywordsSettings extends TextSettings {
  /** Words of each group. */
  most: number;
}

/** What the texts of each group say more than all others. */
export const analyse: Analysis<KeywordsSettings> = (frame, { most, ...settings }, { onProgress }) => {
  const complete = toComplete(frame);
  const [text, by] = toTexts(complete.columns);
  const groups = sortLabels(by!);
  const count = groups.labels.length;
  if (count < 2) throw toMisfit('texts-one-group');
  if (count > MOST_GROUPS) throw toMisfit('too-many-groups', { groups: count, limit: MOST_GROUPS });
  const read = readTexts(text!, settings, onProgress);
  const rows = toRows(read, groups, { most, least: settings.least });
  return {
    tables: { [MAIN]: toTable(rows, groups) },
    notes: [
      ...toFindings(rows, groups),
      { why: 'keywords-chance', params: { words: read.names.length, least: SURE } },
      ...toTextNotes(read, complete.rows),
      ...toLeftOut(complete),
    ],
  };
};

/** Chance alone brings a word of one group so far in one of forty. */
const SURE = 1.96;
const MOST_GROUPS = 200;

interface Keyword {
  group: number;
  word: string;
  score: number;
  texts: number;
  share: number;
  elsewhere: number;
  count: number;
}

/** The surest words of each group that are in so many of its texts. */
function toRows(
  { names, counts }: TextsRead,
  { codes, labels }: TextColumn,
  { most, least }: { most: number; least: number },
): Keyword[] {
  const sums = sumByGroup(counts, codes, labels.length);
  const scores = scoreWords(sums);
  const said = countRows(counts);
  return labels.flatMap((_, group) => {
    const from = group * names.length;
    const size = sums.sizes[group]!;
    return [...names.keys()]
      .filter((word) => scores[from + word]! >= SURE && sums.rows[from + word]! >= least)
      .sort((a, b) => scores[from + b]! - scores[from + a]! || (names[a]! < names[b]! ? -1 : 1))
      .slice(0, most)
      .map((word) => {
        const texts = sums.rows[from + word]!;
        return {
          group,
          word: names[word]!,
          score: scores[from + word]!,
          texts,
          share: texts / size,
          elsewhere: (said[word]! - texts) / (codes.length - size),
          count: sums.sums[from + word]!,
        };
      });
  });
}

function toTable(rows: readonly Keyword[], groups: TextColumn): GivenColumn[] {
  const { words, counts, doubles } = toColumnsOf(rows);
  return toNamed(groups.name, rows, ({ group }) => groups.labels[group]!, [
    words('word', ({ word }) => word),
    doubles('z', ({ score }) => score),
    counts('texts', ({ texts }) => texts),
    doubles('share', ({ share }) => share),
    doubles('share_elsewhere', ({ elsewhere }) => elsewhere),
    counts('count', ({ count }) => count),
  ]);
}

const MOST_PORTRAITS = 10;
const MOST_WORDS = 5;

/** The surest word of all, and then the first words of each of the larger groups. */
function toFindings(rows: readonly Keyword[], { codes, labels }: TextColumn): Note[] {
  if (rows.length === 0) return [{ why: 'keywords-none', params: { groups: labels.length } }];
  const sizes = new Int32Array(labels.length);
  for (const code of codes) sizes[code]!++;
  const byGroup = labels
    .map((label, group) => ({ label, size: sizes[group]!, own: rows.filter((row) => row.group === group) }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => b.size - a.size);
  const first = rows.reduce((best, row) => (row.score > best.score ? row : best));
  return [
    {
      why: 'keywords-found',
      params: {
        group: labels[first.group]!,
        word: first.word,
        percent: toPercent(first.share),
        elsewhere: toPercent(first.elsewhere),
      },
    },
    ...byGroup.slice(0, MOST_PORTRAITS).map(({ label, own }) => ({
      why: 'keywords-of',
      params: {
        group: label,
        words: own
          .slice(0, MOST_WORDS)
          .map(({ word }) => word)
          .join(', '),
      },
    })),
  ];
}
