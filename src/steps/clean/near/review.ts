import { quoteName } from '../../../sql/quote';
import type { Value } from '../../../table/column';
import type { StepContext } from '../../step';
import { toOwnName } from '../../write';
import type { NearSettings } from '../near';
import { least } from '../near';
import type { Role } from './pairs';
import { findAsked, toAgreement, toPairsSql } from './pairs';

export type Agreement = 'same' | 'alike' | 'other' | null;

/** Two rows that may be one, for a person to decide on. */
export interface ReviewPair {
  /** What tells the rows apart, as text; null where there is nothing. */
  keys: readonly [string | null, string | null];
  score: number;
  /** Whether they count as one without a person's word. */
  counts: boolean;
  values: readonly {
    role: Role;
    column: string;
    texts: readonly [string | null, string | null];
    agrees: Agreement;
  }[];
}

export interface Review {
  pairs: readonly ReviewPair[];
  /** Of all pairs, those that count and those that nearly do. */
  counting: number;
  nearly: number;
}

/** A pair below the limit is shown where it is an eighth as likely as one on it. */
const BELOW = 3;

/** Pairs about the limit, the least certain first: for these a person's word is worth most. */
export function toReviewSql(
  settings: NearSettings,
  { from, columns }: Pick<StepContext, 'from' | 'columns'>,
  { most, offset = 0 }: { most: number; offset?: number },
): string {
  const prefix = from.startsWith('"near_') ? 'near2' : 'near';
  const row = quoteName(toOwnName(columns, 'row_no'));
  const limit = least[settings.sure];
  const tables = toPairsSql(settings, { prefix, row, least: limit - BELOW, apart: '' });
  const asked = findAsked(settings);
  const toText = (side: string, name: string) =>
    name === '' ? 'CAST(NULL AS VARCHAR)' : `CAST(${side}.${quoteName(name)} AS VARCHAR)`;
  const shown = [
    ...['one', 'other'].map((side) => toText(side, settings.key)),
    `round(1 / (1 + pow(2, -weight)), 3)`,
    `weight >= ${limit}`,
    ...asked.flatMap((role) => [
      toText('one', settings[role]),
      toText('other', settings[role]),
      toAgreement(role, 'one_clean', 'other_clean'),
    ]),
    `count(*) FILTER (weight >= ${limit}) OVER ()`,
    `count(*) FILTER (weight < ${limit}) OVER ()`,
  ].map((sql, at) => `${sql} AS v_${at}`);
  return `WITH ${[`${prefix}_rows AS MATERIALIZED (SELECT *, row_number() OVER () AS ${row} FROM ${from})`, ...tables].join(',\n')}
SELECT ${shown.join(',\n  ')}
FROM ${prefix}_weighed
JOIN ${prefix}_rows AS one ON one.${row} = r1
JOIN ${prefix}_rows AS other ON other.${row} = r2
JOIN ${prefix}_clean AS one_clean ON one_clean.r = r1
JOIN ${prefix}_clean AS other_clean ON other_clean.r = r2
WHERE weight >= ${limit - BELOW}
ORDER BY abs(weight - ${limit}), r1, r2
LIMIT ${most} OFFSET ${offset}`;
}

/** What the query found, one array of values a column. */
export function toReview(settings: NearSettings, found: readonly (readonly Value[])[]): Review {
  const asked = findAsked(settings);
  const text = (column: number, at: number) => (found[column]?.[at] ?? null) as string | null;
  const pairs = (found[0] ?? []).map((_, at): ReviewPair => ({
    keys: [text(0, at), text(1, at)],
    score: Number(found[2]![at]),
    counts: found[3]![at] === true,
    values: asked.map((role, n) => ({
      role,
      column: settings[role],
      texts: [text(4 + 3 * n, at), text(5 + 3 * n, at)],
      agrees: text(6 + 3 * n, at) as Agreement,
    })),
  }));
  const [counting, nearly] = found.slice(4 + 3 * asked.length);
  return { pairs, counting: Number(counting?.[0] ?? 0), nearly: Number(nearly?.[0] ?? 0) };
}

type Said = NearSettings['apart'][number];

const isPair = ({ one, other }: Said, [a, b]: ReviewPair['keys']) =>
  (one === a && other === b) || (one === b && other === a);

/** What a person has said of a pair. */
export function findWord(
  { apart, same }: Pick<NearSettings, 'apart' | 'same'>,
  keys: ReviewPair['keys'],
): 'same' | 'apart' | undefined {
  if (same.some((said) => isPair(said, keys))) return 'same';
  return apart.some((said) => isPair(said, keys)) ? 'apart' : undefined;
}

/** The settings with another word on a pair; undefined takes it back. */
export function withWord(
  { apart, same }: Pick<NearSettings, 'apart' | 'same'>,
  keys: ReviewPair['keys'],
  word: 'same' | 'apart' | undefined,
): Pick<NearSettings, 'apart' | 'same'> {
  const said = { one: keys[0] ?? '', other: keys[1] ?? '' };
  const without = (all: readonly Said[]) => all.filter((one) => !isPair(one, keys));
  return {
    apart: word === 'apart' ? [...without(apart), said] : without(apart),
    same: word === 'same' ? [...without(same), said] : without(same),
  };
}

/** Where two texts differ: what they begin and end with alike is not marked. */
export function toDifference(
  one: string,
  other: string,
): { before: string; own: [string, string]; after: string } {
  const [a, b] = [[...one], [...other]];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const cut = (chars: string[], from: number, to: number) => chars.slice(from, to).join('');
  return {
    before: cut(a, 0, start),
    own: [cut(a, start, a.length - end), cut(b, start, b.length - end)],
    after: cut(a, a.length - end, a.length),
  };
}
