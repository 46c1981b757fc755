/**
 * Public holidays that follow from rules: of the United States (5 U.S.C. 6103, with the day in lieu), of England and Wales (Banking
 * and Financial Dealings Act 1971; royal occasions are in no rule), and those of all of Germany and of all of France.
 */
import { toDay, toEaster, toNthWeekday, toWeekday } from './days';
import type { Holiday, HolidayName } from './holidayNames';

export type RuleCountry = 'united-states' | 'england' | 'germany' | 'france';

const SATURDAY = 6;
const SUNDAY = 0;

export function listByRule(country: RuleCountry, year: number): Holiday[] {
  const found = rules[country](year).map(([name, day]) => ({ name, day }));
  if (country !== 'united-states') return found;
  // a Saturday's holiday is kept on Friday: that of the next new year in this one
  const next = toObserved(toDay(year + 1, 1, 1));
  const own = found.filter(({ day }) => day >= toDay(year, 1, 1));
  return next < toDay(year + 1, 1, 1) ? [...own, { name: 'new-year', day: next }] : own;
}

type Dated = readonly [name: HolidayName, day: number];

const rules: Record<RuleCountry, (year: number) => Dated[]> = {
  'united-states': (year) => {
    const on = (month: number, day: number) => toObserved(toDay(year, month, day));
    const list: Dated[] = [
      ['new-year', on(1, 1)],
      ['martin-luther-king', toNthWeekday(year, 1, 1, 3)],
      ['presidents-day', toNthWeekday(year, 2, 1, 3)],
      ['memorial-day', toNthWeekday(year, 5, 1, -1)],
      ['independence-day', on(7, 4)],
      ['labour', toNthWeekday(year, 9, 1, 1)],
      ['columbus-day', toNthWeekday(year, 10, 1, 2)],
      ['veterans-day', on(11, 11)],
      ['thanksgiving', toNthWeekday(year, 11, 4, 4)],
      ['christmas', on(12, 25)],
    ];
    return year >= 2021 ? [...list, ['juneteenth', on(6, 19)]] : list;
  },
  england: (year) => {
    const easter = toEaster(year);
    const newYear = toDay(year, 1, 1);
    const christmas = toDay(year, 12, 25);
    // what falls on a weekend moves to the Monday or Tuesday after
    const [first, second] = { 0: [2, 1], 5: [0, 3], 6: [2, 3] }[toWeekday(christmas)] ?? [0, 1];
    return [
      ['new-year', newYear + ({ [SATURDAY]: 2, [SUNDAY]: 1 }[toWeekday(newYear)] ?? 0)],
      ['good-friday', easter - 2],
      ['easter-monday', easter + 1],
      // moved once for VE Day
      ['early-may', year === 2020 ? toDay(2020, 5, 8) : toNthWeekday(year, 5, 1, 1)],
      // moved twice for jubilees
      [
        'spring-bank',
        { 2012: toDay(2012, 6, 4), 2022: toDay(2022, 6, 2) }[year] ?? toNthWeekday(year, 5, 1, -1),
      ],
      ['summer-bank', toNthWeekday(year, 8, 1, -1)],
      ['christmas', christmas + first!],
      ['boxing-day', christmas + second!],
    ];
  },
  germany: (year) => {
    const easter = toEaster(year);
    return [
      ['new-year', toDay(year, 1, 1)],
      ['good-friday', easter - 2],
      ['easter-monday', easter + 1],
      ['labour', toDay(year, 5, 1)],
      ['ascension', easter + 39],
      ['whit-monday', easter + 50],
      ['unity-day', toDay(year, 10, 3)],
      ['christmas', toDay(year, 12, 25)],
      ['boxing-day', toDay(year, 12, 26)],
    ];
  },
  france: (year) => {
    const easter = toEaster(year);
    return [
      ['new-year', toDay(year, 1, 1)],
      ['easter-monday', easter + 1],
      ['labour', toDay(year, 5, 1)],
      ['victory-day', toDay(year, 5, 8)],
      ['ascension', easter + 39],
      ['whit-monday', easter + 50],
      ['bastille-day', toDay(year, 7, 14)],
      ['assumption', toDay(year, 8, 15)],
      ['all-saints', toDay(year, 11, 1)],
      ['armistice', toDay(year, 11, 11)],
      ['christmas', toDay(year, 12, 25)],
    ];
  },
};

function toObserved(day: number): number {
  const weekday = toWeekday(day);
  return weekday === SATURDAY ? day - 1 : weekday === SUNDAY ? day + 1 : day;
}
