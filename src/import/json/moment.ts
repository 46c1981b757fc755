/** Dates and times as JSON files write them, in the plain forms only; whatever else looks like one stays text. */

export type MomentType = 'DATE' | 'TIMESTAMP';

const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?$/;
const DAY_MS = 86_400_000;

/** What a text is, if it is a day or a moment that exists. */
export function maybeMomentType(text: string): MomentType | undefined {
  if (text.length < 10 || text.length > 26 || text[4] !== '-') return undefined;
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(toDayMs(parts));
  const exists =
    Number(year) >= 1 && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!exists) return undefined;
  if (hour === undefined) return 'DATE';
  return Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60 ? 'TIMESTAMP' : undefined;
}

/** Days since 1970. */
export function toDays(text: string): number {
  return toDayMs(FORM.exec(text)!) / DAY_MS;
}

/** Microseconds since 1970. */
export function toMicros(text: string): bigint {
  const parts = FORM.exec(text)!;
  const [, , , , hour = '0', minute = '0', second = '0', fraction = ''] = parts;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return BigInt(toDayMs(parts) + seconds * 1000) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

function toDayMs([, year, month, day]: readonly string[]): number {
  // `Date.UTC` takes the years before 100 for those of the twentieth century
  return new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
}
