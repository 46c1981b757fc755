import { toInstantText } from './moment';
import type { MomentReading } from './reading';

const DAY = 86_400_000;
const SERIAL = /^\d{1,7}(\.\d{1,20})?$/;
const SECONDS = /^(\d{1,12})(?:\.(\d{1,6}))?$/;
const MILLISECONDS = /^(\d{1,15})$/;

/** A number as a moment: a count of days from Excel's first, or of seconds or milliseconds from 1970. */
export function maybeSerialText(text: string, reading: MomentReading): string | undefined {
  const { type, excel, epoch } = reading;
  if (excel) return maybeExcelText(text, excel, type);
  const match = (epoch === 's' ? SECONDS : MILLISECONDS).exec(text);
  if (!match) return undefined;
  const milliseconds = Number(match[1]) * (epoch === 's' ? 1000 : 1);
  const fraction = epoch === 's' ? (match[2] ?? '') : toThousandths(milliseconds);
  const moment = toInstantText(milliseconds);
  if (moment === undefined) return undefined;
  if (type === 'TIMESTAMP') return fraction ? `${moment}.${fraction}` : moment;
  return moment.endsWith('00:00:00') && !/[^0]/.test(fraction) ? moment.slice(0, 10) : undefined;
}

function maybeExcelText(text: string, excel: 1900 | 1904, type: MomentReading['type']): string | undefined {
  if (!SERIAL.test(text)) return undefined;
  // Excel shows milliseconds at most; the digits beyond come from its binary fractions
  const total = Math.round(Number(text) * DAY);
  const days = Math.floor(total / DAY);
  // Excel's 29 February 1900 never was: serial 60 is no day, and those before it are one off
  if (excel === 1900 && (days < 1 || days === 60)) return undefined;
  const first = excel === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const moment = toInstantText(first + total);
  if (moment === undefined) return undefined;
  if (type === 'DATE') return total % DAY === 0 ? moment.slice(0, 10) : undefined;
  const fraction = toThousandths(total);
  return fraction ? `${moment}.${fraction}` : moment;
}

function toThousandths(milliseconds: number): string {
  const rest = milliseconds % 1000;
  return rest === 0 ? '' : String(rest).padStart(3, '0');
}
