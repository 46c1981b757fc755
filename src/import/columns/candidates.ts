import type { NameSigns } from './codes';
import { ORDERS } from './day';
import type { Meaning } from './meaning';
import { isReadable } from './meaning';
import { SEPARATORS } from './number';
import type { BooleanReading, DateOrder, MomentReading, NumberReading, Reading } from './reading';
import type { Tally } from './tally';
import { sum } from './tally';
import { PAIRS } from './yesNo';

/** What is known beside the values: from other columns of the file, or its date. */
export interface Hint {
  order?: DateOrder;
  decimal?: '.' | ',';
  year?: number;
}

/** A reading that some values have, and the others. */
export interface Candidate {
  reading: Reading;
  fits: number;
  misfits: number;
  unread: Tally[];
  /** Values that it would take the first zeros of. */
  zeros: number;
}

/** The readings of one kind, the best first; of equals, the more usual. */
export function findNumbers(tallies: readonly Tally[], { decimal }: Hint): Candidate[] {
  const numbers = tallies.flatMap(({ meaning }) => meaning.number ?? []);
  if (numbers.length === 0) return [];
  const currencies = new Set(numbers.map(({ currency }) => currency).filter((sign) => sign !== undefined));
  const percents = [false, true].filter((percent) => numbers.some((number) => number.percent === percent));
  const isOpen = numbers.some(({ openMark }) => openMark !== undefined);
  const ways = isOpen && decimal ? [...SEPARATORS].sort(byDecimal(decimal)) : SEPARATORS;
  const found: Candidate[] = [];
  for (const currency of currencies.size > 0 ? currencies : [undefined]) {
    for (const percent of percents) {
      for (const separators of ways) {
        const rest = {
          ...separators,
          ...(currency && { currency }),
          ...(percent && { percent: true as const }),
        };
        const whole = toCandidate({ type: 'BIGINT', ...rest }, tallies);
        const broken = toCandidate({ type: 'DOUBLE', ...rest }, tallies);
        found.push(whole.misfits <= broken.misfits ? whole : broken);
      }
    }
  }
  return toBest(found);
}

function byDecimal(decimal: string) {
  return (a: Pick<NumberReading, 'decimal'>, b: Pick<NumberReading, 'decimal'>) =>
    Number(b.decimal === decimal) - Number(a.decimal === decimal);
}

export function findMoments(tallies: readonly Tally[], { order }: Hint): Candidate[] {
  const moments = tallies.flatMap(({ meaning }) => meaning.moment ?? []);
  if (moments.length === 0) return [];
  const first: DateOrder = order ?? 'dmy';
  const orders = moments.some(({ isOpen }) => isOpen)
    ? [first, ...ORDERS.filter((other) => other !== first)]
    : (['ymd'] as const);
  const kinds: Omit<MomentReading, 'order'>[] = [{ type: 'DATE' }];
  if (moments.some(({ isZoned }) => isZoned)) kinds.unshift({ type: 'TIMESTAMP', zone: 'utc' });
  // where all times are midnight a day would do, but the file speaks of times
  if (moments.some(({ clock }) => clock !== 'none')) kinds.unshift({ type: 'TIMESTAMP' });
  const readings = orders.flatMap((each) => kinds.map((kind) => Object.assign({}, kind, { order: each })));
  return toBest(readings.map((reading) => toCandidate(reading, tallies)));
}

export function findTimes(tallies: readonly Tally[]): Candidate[] {
  return toBest([toCandidate({ type: 'TIME' }, tallies)]);
}

export function findBooleans(tallies: readonly Tally[]): Candidate[] {
  const words = new Set(tallies.flatMap(({ meaning }) => meaning.yesNo ?? []));
  const readings = PAIRS.flatMap(([yes, no]): BooleanReading[] => {
    if (yes === 'true') return words.has(yes) || words.has(no) ? [{ type: 'BOOLEAN' }] : [];
    return words.has(yes) && words.has(no) ? [{ type: 'BOOLEAN', yes, no }] : [];
  });
  return toBest(readings.map((reading) => toCandidate(reading, tallies)));
}

/** Readings that a column never gets by itself, as they add what the values don't say; a person may choose them. */
export function findByChoice(tallies: readonly Tally[], name: NameSigns, { order, year }: Hint): Candidate[] {
  const readings: MomentReading[] = [];
  const parts = new Set(tallies.map(({ meaning }) => meaning.moment?.partial));
  const base = { type: 'DATE', order: order ?? 'ymd' } as const;
  if (['month', 'quarter', 'either'].some((part) => parts.has(part as 'month')))
    readings.push({ ...base, month: 'first' });
  if (year !== undefined && (parts.has('no-year') || parts.has('either'))) readings.push({ ...base, year });
  const numbers = tallies.flatMap(({ meaning }) => meaning.number ?? []);
  const every = (test: (number: NonNullable<Meaning['number']>) => boolean) =>
    numbers.length > 0 && numbers.every(test);
  if ((name.date || name.time) && every(({ isSerial }) => isSerial)) {
    const type = every(({ hasMark }) => !hasMark) ? 'DATE' : 'TIMESTAMP';
    readings.push({ type, order: 'ymd', excel: 1900 }, { type, order: 'ymd', excel: 1904 });
  }
  if (name.date || name.time) {
    if (every(({ width }) => width === 10)) readings.push({ type: 'TIMESTAMP', order: 'ymd', epoch: 's' });
    if (every(({ width }) => width === 13)) readings.push({ type: 'TIMESTAMP', order: 'ymd', epoch: 'ms' });
  }
  return toBest(readings.map((reading) => toCandidate(reading, tallies)));
}

function toCandidate(reading: Reading, tallies: readonly Tally[]): Candidate {
  const unread = tallies.filter(({ meaning }) => !isReadable(meaning, reading));
  const misfits = sum(unread);
  const isNumber = reading.type === 'BIGINT' || reading.type === 'DOUBLE';
  const padded = isNumber ? tallies.filter(({ meaning }) => meaning.number?.hasLeadingZero) : [];
  const zeros = sum(padded.filter((tally) => !unread.includes(tally)));
  return { reading, fits: sum(tallies) - misfits, misfits, unread, zeros };
}

/** Those that read any value, by their misfits; sorting keeps the order of equals. */
function toBest(candidates: Candidate[]): Candidate[] {
  return candidates.filter(({ fits }) => fits > 0).sort((a, b) => a.misfits - b.misfits);
}
