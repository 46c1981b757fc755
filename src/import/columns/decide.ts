import type { Question, Why } from '../inspection';
import type { Candidate, Hint } from './candidates';
import { findBooleans, findByChoice, findMoments, findNumbers, findTimes } from './candidates';
import type { NameSigns } from './codes';
import { toNameSigns } from './codes';
import { findCodeSign, maybeCodeExample } from './codeSign';
import { isPlain } from './convert';
import { findDecimalQuestion, findOrderQuestion, maybeMisfitQuestion } from './questions';
import type { Reading } from './reading';
import type { Examples, Tally } from './tally';
import { MOST_EXAMPLES, sum } from './tally';

export interface Context extends Hint {
  /** The column's name in the file. */
  name: string;
}

/** What a column is, and all that a person may want to know or change about that. */
export interface Decision {
  reading: Reading;
  why: Why;
  /** A value that shows why numbers are better kept as text. */
  example?: string;
  /** Other readings that some of its values have, the fewest misfits first. */
  alternatives: ({ reading: Reading; misfits: number; zeros?: number } & Examples)[];
  /** Values that the reading can't read. */
  misfits: { count: number } & Examples;
  /** Values that lose the zeros that they begin with, where a person wants numbers of them. */
  zeros: number;
  questions: Question[];
  /** Whether every value stands in the plain form of its type, so that DuckDB can read the column as it is. */
  plain: boolean;
}

export interface Evidence {
  context: Context;
  tallies: readonly Tally[];
  total: number;
  /** Too many words were seen to go on looking. */
  isHopeless: boolean;
  chosen?: { reading: Reading; misfits: { count: number } & Examples; zeros: number };
  isTextWanted: boolean;
  /** Values that are missing, but not simply empty. */
  hasMissingText: boolean;
}

const TEXT: Reading = { type: 'VARCHAR' };
const NONE = { count: 0, examples: [], lines: [] };

export function decide(evidence: Evidence): Decision {
  const { context, tallies, total, chosen } = evidence;
  const isLookedAt = !evidence.isHopeless && !evidence.isTextWanted && total > 0;
  const name = toNameSigns(context.name);
  const candidates = isLookedAt ? findCandidates(tallies, context, name) : [];
  const found = chosen
    ? { reading: chosen.reading, why: 'chosen' as const, questions: [] }
    : evidence.isTextWanted
      ? { reading: TEXT, why: 'chosen' as const, questions: [] }
      : toFinding(evidence, candidates, name);
  const byChoice = isLookedAt ? findByChoice(tallies, name, context) : [];
  return {
    ...found,
    alternatives: toAlternatives([...candidates, ...byChoice], found.reading, total),
    misfits: chosen?.misfits ?? NONE,
    zeros: chosen?.zeros ?? 0,
    plain: isAllPlain(evidence, found.reading),
  };
}

/** Of readings with as few misfits as each other, the first is taken. */
function findCandidates(tallies: readonly Tally[], hint: Hint, name: NameSigns): Candidate[] {
  const numbers = findNumbers(tallies, hint);
  const moments = findMoments(tallies, hint);
  const others = [...findBooleans(tallies), ...findTimes(tallies)];
  const isDateFirst = name.date || name.time;
  const found = isDateFirst ? [...moments, ...numbers, ...others] : [...numbers, ...moments, ...others];
  return found.sort((a, b) => a.misfits - b.misfits);
}

type Finding = Pick<Decision, 'reading' | 'why' | 'questions' | 'example'>;

function toFinding(evidence: Evidence, candidates: readonly Candidate[], name: NameSigns): Finding {
  const { context, tallies, total } = evidence;
  if (total === 0) return { reading: TEXT, why: 'blank', questions: [] };
  const [best] = candidates;
  const isNumber = best?.reading.type === 'BIGINT' || best?.reading.type === 'DOUBLE';
  if (!best || isNumber) {
    const codes = tallies.filter(({ meaning }) => meaning.number || meaning.code);
    const sign = sum(codes) * 2 >= total && !evidence.isHopeless ? findCodeSign(codes, name) : undefined;
    if (sign) return { reading: TEXT, why: sign, questions: [], ...maybeCodeExample(codes, sign) };
  }
  if (!best) {
    const why = toWhyText(evidence, best);
    const example = tallies.find(({ meaning }) => meaning.hasZoneName)?.examples[0];
    return { reading: TEXT, why, questions: [], ...(why === 'zone-name' && example && { example }) };
  }

  const open = [
    ...findOrderQuestion(best, candidates, tallies, context),
    ...findDecimalQuestion(best, candidates, tallies, context),
  ];
  if (best.misfits === 0) {
    const isOrderOpen = open.some(({ ask }) => ask === 'day-or-month');
    const isCompact = !isNumber && tallies.every(({ meaning }) => meaning.number);
    const why = isOrderOpen ? 'day-or-month' : isCompact ? 'name-says-date' : 'every-value';
    return { reading: best.reading, why, questions: open };
  }
  const misfits = maybeMisfitQuestion(best, total, context);
  return {
    reading: TEXT,
    why: toWhyText(evidence, best),
    questions: misfits ? [misfits, ...open] : [],
  };
}

function toWhyText({ tallies, isHopeless }: Evidence, best: Candidate | undefined): Why {
  const total = sum(tallies.filter(({ meaning }) => meaning.missingWord === undefined));
  const isMost = (test: (tally: Tally) => unknown) => sum(tallies.filter(test)) * 2 >= total;
  if (isHopeless || total === 0) return 'words';
  if (isMost(({ meaning }) => meaning.moment?.partial === 'no-year')) return 'no-year';
  if (isMost(({ meaning }) => meaning.moment?.partial === 'quarter')) return 'quarter';
  if (isMost(({ meaning }) => meaning.moment?.partial)) return 'month';
  if (isMost(({ meaning }) => meaning.hasZoneName)) return 'zone-name';
  if (best && best.fits * 2 >= total) return 'mixed';
  return isMost(({ meaning }) => meaning.number || meaning.moment || meaning.isTime) ? 'mixed' : 'words';
}

const MOST_ALTERNATIVES = 6;

/** Readings of a fair part of the values; of those that differ in nothing that matters here, one. */
function toAlternatives(
  candidates: readonly Candidate[],
  reading: Reading,
  total: number,
): Decision['alternatives'] {
  const own = JSON.stringify(reading);
  const seen = new Set<string>();
  return candidates
    .filter((candidate) => {
      if (candidate.fits * 5 < total || JSON.stringify(candidate.reading) === own) return false;
      const sameValues = `${toGist(candidate.reading)} ${candidate.misfits}`;
      if (seen.has(sameValues) || sameValues === `${toGist(reading)} 0`) return false;
      seen.add(sameValues);
      return true;
    })
    .sort((a, b) => a.misfits - b.misfits)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ reading: other, misfits, unread, zeros }) => ({
      reading: other,
      misfits,
      ...(zeros > 0 && { zeros }),
      examples: unread.flatMap(({ examples }) => examples).slice(0, MOST_EXAMPLES),
      lines: unread.flatMap(({ lines }) => lines).slice(0, MOST_EXAMPLES),
    }));
}

/** A reading without what only says how groups of digits are set apart. */
function toGist(reading: Reading): string {
  if (!('decimal' in reading)) return JSON.stringify(reading);
  // a whole number has no decimal mark
  const decimal = reading.type === 'DOUBLE' ? reading.decimal : '';
  return `${reading.type} ${decimal} ${reading.currency} ${reading.percent}`;
}

function isAllPlain({ tallies, total, isHopeless, hasMissingText }: Evidence, reading: Reading): boolean {
  if (reading.type === 'VARCHAR') return true;
  if (!isPlain(reading) || hasMissingText || isHopeless || total === 0) return false;
  return tallies.every(
    ({ meaning: { plain } }) => plain === reading.type || (plain === 'BIGINT' && reading.type === 'DOUBLE'),
  );
}
