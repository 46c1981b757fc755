import type { Question } from '../inspection';
import type { Candidate } from './candidates';
import type { Context } from './decide';
import { isReadable } from './meaning';
import type { Tally } from './tally';
import { sum } from './tally';

/** Asked where days and months could change places in all values alike. */
export function findOrderQuestion(
  best: Candidate,
  candidates: readonly Candidate[],
  tallies: readonly Tally[],
  { name }: Context,
): Question[] {
  const { reading } = best;
  if (reading.type !== 'DATE' && reading.type !== 'TIMESTAMP') return [];
  const open = tallies.filter(({ meaning }) => meaning.moment?.isOpen && isReadable(meaning, reading));
  const rival = candidates.some(
    ({ misfits, reading: other }) =>
      misfits === best.misfits &&
      'order' in other &&
      other.type === reading.type &&
      other.zone === reading.zone &&
      other.order !== reading.order,
  );
  if (!rival || open.every(({ meaning }) => meaning.moment?.isDotted)) return [];
  return [{ ask: 'day-or-month', column: name, example: open[0]?.examples[0] ?? '' }];
}

/** Asked where the same marks could be decimal ones or group thousands, and the column speaks for neither. */
export function findDecimalQuestion(
  best: Candidate,
  candidates: readonly Candidate[],
  tallies: readonly Tally[],
  { name, decimal }: Context,
): Question[] {
  const { reading } = best;
  if (reading.type !== 'BIGINT' && reading.type !== 'DOUBLE') return [];
  const open = tallies.find(({ meaning }) => meaning.number?.openMark && isReadable(meaning, reading));
  const mark = open?.meaning.number?.openMark;
  const rival = candidates.some(
    ({ misfits, reading: other }) =>
      misfits === best.misfits && 'decimal' in other && other.decimal !== reading.decimal,
  );
  if (!open || !mark || !rival) return [];
  const plain = tallies.flatMap(({ meaning }) => meaning.number?.width || []);
  // thousands are grouped in all numbers or in none; decimals are not always three
  const isDoubtful =
    mark === ',' ? plain.some((width) => width > 3) : plain.length > 0 && plain.every((width) => width <= 3);
  if (!isDoubtful && decimal !== ',') return [];
  return [{ ask: 'decimal', column: name, example: open.examples[0]! }];
}

/** Asked where all but a few values have one reading, or where the others may mean that there is no value. */
export function maybeMisfitQuestion(
  { reading, fits, misfits, unread }: Candidate,
  total: number,
  { name }: Context,
) {
  const words = unread.filter(({ meaning }) => meaning.missingWord !== undefined);
  if ((misfits - sum(words)) * 20 > total || fits * 20 < total) return undefined;
  const suggestMissing = [...new Set(words.flatMap(({ examples }) => examples.map((text) => text.trim())))];
  return {
    ask: 'misfits',
    column: name,
    count: misfits,
    example: unread[0]!.examples[0]!,
    reading,
    ...(suggestMissing.length > 0 && { suggestMissing }),
  } satisfies Question;
}
