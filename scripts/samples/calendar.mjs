const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2023, 6, 1);

/** Days are numbers: 0 is 2023-07-01, the first day with orders; the export was made on the day after the last. */
export const DAYS = toDay('2025-10-01');

const MONTHS = [1.15, 0.8, 0.9, 0.95, 1, 1.2, 0.8, 0.85, 1.05, 1, 1.4, 1.15];
const SUNDAY_FIRST = [1.2, 0.85, 0.8, 0.85, 0.95, 1.1, 1.3];
const YEARLY_GROWTH = 0.4;

const PEAKS = {
  '11-11': 7,
  '11-10': 2.5,
  '11-01': 2.5,
  '06-18': 5,
  '06-17': 2,
  '06-16': 1.6,
  '12-12': 2.5,
  '09-09': 1.5,
};

/** Buying for the Spring Festival, then a week when the parcels rest. */
const FESTIVALS = [
  { from: '2024-01-19', to: '2024-02-05', factor: 1.7 },
  { from: '2024-02-09', to: '2024-02-17', factor: 0.35 },
  { from: '2025-01-07', to: '2025-01-24', factor: 1.7 },
  { from: '2025-01-28', to: '2025-02-04', factor: 0.35 },
];

const HOURS = [2, 1, 0, 0, 0, 0, 1, 2, 4, 7, 9, 8, 7, 6, 6, 6, 6, 6, 7, 9, 12, 13, 10, 5];

/** How much is bought on each day, relative to an ordinary one. */
export const DAY_WEIGHTS = Array.from({ length: DAYS }, (_, day) => weighDay(day));

export function toDay(iso) {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - FIRST_DAY) / DAY_MS);
}

export function toIso(day) {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}

/** The weeks in which the service desk is swamped. */
export function isPeak(day) {
  const date = toIso(day).slice(5);
  return (date >= '11-09' && date <= '11-24') || (date >= '06-16' && date <= '06-26');
}

export function drawDay(random, from = 0, to = DAYS) {
  return from + random.weighted(DAY_WEIGHTS.slice(from, to));
}

/** Seconds since midnight, in shopping hours. */
export function drawTime(random) {
  return random.weighted(HOURS) * 3600 + random.integer(0, 3599);
}

export function toTimestamp(day, second) {
  return new Date(FIRST_DAY + day * DAY_MS + second * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

function weighDay(day) {
  const iso = toIso(day);
  const date = iso.slice(5);
  const festival = FESTIVALS.find(({ from, to }) => iso >= from && iso <= to);
  const weekday = new Date(FIRST_DAY + day * DAY_MS).getUTCDay();
  const trend = 1 + (YEARLY_GROWTH * day) / 365;
  return (
    MONTHS[Number(date.slice(0, 2)) - 1] *
    SUNDAY_FIRST[weekday] *
    trend *
    (PEAKS[date] ?? 1) *
    (festival?.factor ?? 1)
  );
}
