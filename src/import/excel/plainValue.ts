import { maybeIsoMs, toSerial } from './format/serial';

/** A number and the format that shows it just as it stood. */
export interface PlainValue {
  number: number;
  format: string;
}

/** What Excel would take a text for that someone typed; only forms that give every character back. */
export function toPlainValue(text: string): PlainValue | undefined {
  const number = /^(-?)(0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.(\d{1,12}))?(%?)$/.exec(text);
  if (number) {
    const [, sign, whole, part = '', percent] = number;
    const value = Number(`${sign}${whole!.replaceAll(',', '')}.${part || '0'}`);
    // digits that a double does not hold are text
    if ((whole + part).replace(/\D/g, '').length > 15 || Object.is(value, -0)) return undefined;
    const format = `${whole!.includes(',') ? '#,##0' : '0'}${part && `.${'0'.repeat(part.length)}`}${percent}`;
    return { number: percent ? value / 100 : value, format };
  }
  const date = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T](\d\d:\d\d)(:\d\d)?)?$/.exec(text);
  if (!date) return undefined;
  const [, year, mark, month, day, time = '00:00', seconds = ''] = date;
  const ms = maybeIsoMs(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}T${time}${seconds}`);
  if (ms === undefined || Number(year) < 1901) return undefined;
  const clock = date[5] ? `${text.includes('T') ? '"T"' : ' '}hh:mm${seconds && ':ss'}` : '';
  const format = `yyyy${mark}${month!.length > 1 ? 'mm' : 'm'}${mark}${day!.length > 1 ? 'dd' : 'd'}${clock}`;
  return { number: toSerial(ms, false), format };
}
