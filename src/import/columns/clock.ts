/** A time of day, and the minutes that its zone is ahead of UTC. */
export interface Clock {
  /** `14:05:09` */
  time: string;
  /** Up to six digits. */
  fraction: string;
  zone: number | undefined;
}

const START = '(?:^|(?<=\\d)t|[ ,:] ?|(?<=[日号號일])|(?=[上下凌早午오]))';
const HALF = '(上午|下午|凌晨|早上|午前|午後|오전|오후)?';
const DIGITAL = new RegExp(
  `${START}${HALF} ?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([ap])\\.?m\\.?)?` +
    ` ?(z|utc|gmt|[-+]\\d{2}(?::?\\d{2})?|(?:utc|gmt) ?[-+]\\d{1,2}(?::?\\d{2})?)?$`,
);
const WRITTEN = new RegExp(
  `${START}${HALF} ?(\\d{1,2}) ?[时時点點시] ?(?:(\\d{1,2}) ?[分분] ?(?:(\\d{1,2}) ?[秒초])?)?$`,
);
const HOUR = /(?:^|[ ,] ?)(\d{1,2}) ?([ap])\.?m\.?$/;
const PM = /^(下午|午後|오후|p)$/;

/** The time at the end of a folded text in lower case, and what stands before it; undefined where a time is not one. */
export function splitClock(text: string): { rest: string; clock?: Clock } | undefined {
  const match = matchClock(text);
  if (!match) return { rest: text };
  const { half, hour, minute, second, fraction, zone } = match.groups;
  const hours = toHours(Number(hour), half);
  if (hours === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  // TIMESTAMP holds six digits; .NET writes seven, and the last is often a zero
  if (/[^0]/.test(fraction.slice(6))) return undefined;
  const minutes = zone === undefined ? undefined : toMinutes(zone);
  if (minutes !== undefined && Math.abs(minutes) > 15 * 60) return undefined;
  const time = [String(hours), minute, second].map((part) => part.padStart(2, '0')).join(':');
  return {
    rest: text.slice(0, match.index).trim(),
    clock: { time, fraction: fraction.slice(0, 6), zone: minutes },
  };
}

interface ClockMatch {
  index: number;
  groups: {
    half: string | undefined;
    hour: string;
    minute: string;
    second: string;
    fraction: string;
    zone: string | undefined;
  };
}

function matchClock(text: string): ClockMatch | undefined {
  let match = text.includes(':') ? DIGITAL.exec(text) : null;
  if (match) {
    const [, half, hour, minute, second = '0', fraction = '', letter, zone] = match;
    // two halves of the day are one too many
    if (half && letter) return undefined;
    const groups = { half: half ?? letter, hour: hour!, minute: minute!, second, fraction, zone };
    return { index: match.index, groups };
  }
  match = WRITTEN.exec(text);
  if (match) {
    const [, half, hour, minute = '0', second = '0'] = match;
    return {
      index: match.index,
      groups: { half, hour: hour!, minute, second, fraction: '', zone: undefined },
    };
  }
  match = HOUR.exec(text);
  if (!match) return undefined;
  const [, hour, half] = match;
  return {
    index: match.index,
    groups: { half, hour: hour!, minute: '0', second: '0', fraction: '', zone: undefined },
  };
}

function toHours(hour: number, half: string | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (half === undefined) return hour;
  if (PM.test(half)) {
    // 下午14:05 is written, 14:05 pm is a slip
    if (hour > 12) return half === 'p' ? undefined : hour;
    return hour === 0 ? undefined : (hour % 12) + 12;
  }
  return hour > 12 || (half === 'a' && hour === 0) ? undefined : hour % 12;
}

function toMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /([-+])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? ['', '+', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
