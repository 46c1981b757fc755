import type { DelimitedSettings } from './delimited';

type DateForm = DelimitedSettings['dates'];

const DATE = /^(\d{4,})-(\d\d)-(\d\d)(?: (.*))?$/s;

const forms: Record<DateForm, (year: string, month: string, day: string) => string> = {
  iso: (year, month, day) => `${year}-${month}-${day}`,
  'iso-t': (year, month, day) => `${year}-${month}-${day}`,
  'day-dot': (year, month, day) => `${day}.${month}.${year}`,
  'day-slash': (year, month, day) => `${day}/${month}/${year}`,
  'month-slash': (year, month, day) => `${month}/${day}/${year}`,
  'year-slash': (year, month, day) => `${year}/${month}/${day}`,
};

/** The engine's text of a date or a time in another form. What has no such form, as infinity and years before Christ, stays. */
export function toDateForm(form: DateForm): (text: string) => string {
  const write = forms[form];
  const between = form === 'iso-t' ? 'T' : ' ';
  return (text) => {
    const found = DATE.exec(text);
    if (!found) return text;
    const [, year = '', month = '', day = '', time] = found;
    if (time === '(BC)' || time?.startsWith('(BC)')) return text;
    return write(year, month, day) + (time === undefined ? '' : between + time);
  };
}
