import type { Clock } from './clock';
import { splitClock } from './clock';
import type { Day } from './day';
import { maybeDay, toDate } from './day';
import { maybeFold } from './fold';
import type { MomentReading } from './reading';

/** A day, a time, or both, as written. */
export interface Moment {
  day: Day | undefined;
  clock: Clock | undefined;
}

/** 20240305T140509Z, 20240305140509 */
const COMPACT = /^(\d{8})t?(\d{2})(\d{2})(\d{2})(z?)$/;

/** What Java and JavaScript say after an offset, which has said it all: `+01:00[Europe/Rome]`, `GMT+0800 (CST)` */
const NAMED_OFFSET = /(z|[-+]\d{2}:?\d{2}) ?(?:\[[^[\]]+\]|\([^()]+\))$/;
const ZONE_NAME = /(?: \(?[a-z]{3,5}\)?| ?\[?[a-z]+(?:\/[a-z_]+)+\]?)$/;

/** Whether a text is a time with the name of its zone behind, which may mean several. */
export function hasZoneName(text: string): boolean {
  const folded = maybeFold(text)?.toLowerCase() ?? '';
  if (!folded.includes(':')) return false;
  const moment = ZONE_NAME.test(folded) ? maybeMoment(folded.replace(ZONE_NAME, '')) : undefined;
  return moment?.clock !== undefined && moment.clock.zone === undefined;
}

export function maybeMoment(text: string): Moment | undefined {
  const folded = maybeFold(text);
  if (folded === undefined || !/[\d〇一二三四五六七八九十]/.test(folded)) return undefined;
  const clear = folded
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(COMPACT, '$1 $2:$3:$4$5')
    .replace(NAMED_OFFSET, '$1');
  const split = splitClock(clear);
  if (!split) return undefined;
  const { rest, clock } = split;
  if (rest === '') return clock && { day: undefined, clock };
  const day = maybeDay(clock ? rest.replace(/,$| at$/, '') : rest);
  // a month, or a day of no year, has no time
  if (!day || (clock && day.kind !== 'whole' && day.kind !== 'open')) return undefined;
  return { day, clock };
}

/** A moment as DATE or TIMESTAMP has it; undefined where the reading can't read it. */
export function toMomentText({ day, clock }: Moment, reading: MomentReading): string | undefined {
  const date = day && toDate(day, reading);
  if (date === undefined) return undefined;
  const isZoned = clock?.zone !== undefined;
  if (reading.type === 'DATE') return isZoned || !isMidnight(clock) ? undefined : date;
  if (isZoned !== (reading.zone === 'utc')) return undefined;
  const fraction = clock?.fraction ? `.${clock.fraction}` : '';
  if (!isZoned) return `${date} ${clock?.time ?? '00:00:00'}${fraction}`;
  const utc = toInstantText(Date.parse(`${date}T${clock!.time}Z`) - clock!.zone! * 60_000);
  return utc && `${utc}${fraction}`;
}

/** Whether a time says no more than the day does. */
export function isMidnight(clock: Clock | undefined): boolean {
  return clock === undefined || (clock.time === '00:00:00' && !/[^0]/.test(clock.fraction));
}

/** Milliseconds since 1970, to the second, as TIMESTAMP has them: years 1 to 9999. */
export function toInstantText(milliseconds: number): string | undefined {
  const first = -62_135_596_800_000;
  const last = 253_402_300_799_999;
  if (!(milliseconds >= first && milliseconds <= last)) return undefined;
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
