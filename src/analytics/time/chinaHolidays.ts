/**
 * China's public holidays: for 2015 to 2026 as the General Office of the State Council arranged them, with the weekends that were
 * worked instead; to 2035 the days of the law alone (as amended 2024), by the calendar of the Hong Kong Observatory. `Intl` won't do for
 * these: ICU puts the new years of 2027 and 2030 a day off, whose new moons fall within minutes of midnight.
 */
import { toDay } from './days';
import type { Holiday, HolidayName } from './holidayNames';

export const FIRST_CHINA_YEAR = 2015;
export const LAST_ARRANGED_YEAR = 2026;
export const LAST_CHINA_YEAR = 2035;

/** As texts, so that they are told without marks of thousands. */
export const toldYears = {
  from: String(FIRST_CHINA_YEAR),
  last: String(LAST_ARRANGED_YEAR),
  to: String(LAST_CHINA_YEAR),
};

type Days = Partial<Record<HolidayName, string>>;

/** Month and day; a range across the end of the year is given by both years. */
const arranged: Record<number, Days> = {
  2015: {
    'new-year': '0101-0103',
    'spring-festival': '0218-0224',
    qingming: '0404-0406',
    labour: '0501-0503',
    'dragon-boat': '0620-0622',
    'victory-day': '0903-0905',
    'mid-autumn': '0926-0927',
    'national-day': '1001-1007',
    'make-up-work': '0104 0215 0228 0906 1010',
  },
  2016: {
    'new-year': '0101-0103',
    'spring-festival': '0207-0213',
    qingming: '0402-0404',
    labour: '0430-0502',
    'dragon-boat': '0609-0611',
    'mid-autumn': '0915-0917',
    'national-day': '1001-1007',
    'make-up-work': '0206 0214 0612 0918 1008 1009',
  },
  2017: {
    'new-year': '0101-0102',
    'spring-festival': '0127-0202',
    qingming: '0402-0404',
    labour: '0429-0501',
    'dragon-boat': '0528-0530',
    'national-day': '1001-1008',
    'make-up-work': '0122 0204 0401 0527 0930',
  },
  2018: {
    'new-year': '0101 1230-1231',
    'spring-festival': '0215-0221',
    qingming: '0405-0407',
    labour: '0429-0501',
    'dragon-boat': '0616-0618',
    'mid-autumn': '0922-0924',
    'national-day': '1001-1007',
    'make-up-work': '0211 0224 0408 0428 0929 0930 1229',
  },
  2019: {
    'new-year': '0101',
    'spring-festival': '0204-0210',
    qingming: '0405-0407',
    labour: '0501-0504',
    'dragon-boat': '0607-0609',
    'mid-autumn': '0913-0915',
    'national-day': '1001-1007',
    'make-up-work': '0202 0203 0428 0505 0929 1012',
  },
  2020: {
    'new-year': '0101',
    'spring-festival': '0124-0202',
    qingming: '0404-0406',
    labour: '0501-0505',
    'dragon-boat': '0625-0627',
    'national-day': '1001-1008',
    'make-up-work': '0119 0426 0509 0628 0927 1010',
  },
  2021: {
    'new-year': '0101-0103',
    'spring-festival': '0211-0217',
    qingming: '0403-0405',
    labour: '0501-0505',
    'dragon-boat': '0612-0614',
    'mid-autumn': '0919-0921',
    'national-day': '1001-1007',
    'make-up-work': '0207 0220 0425 0508 0918 0926 1009',
  },
  2022: {
    'new-year': '0101-0103 1231',
    'spring-festival': '0131-0206',
    qingming: '0403-0405',
    labour: '0430-0504',
    'dragon-boat': '0603-0605',
    'mid-autumn': '0910-0912',
    'national-day': '1001-1007',
    'make-up-work': '0129 0130 0402 0424 0507 1008 1009',
  },
  2023: {
    'new-year': '0101-0102',
    'spring-festival': '0121-0127',
    qingming: '0405',
    labour: '0429-0503',
    'dragon-boat': '0622-0624',
    'national-day': '0929-1006',
    'make-up-work': '0128 0129 0423 0506 0625 1007 1008',
  },
  2024: {
    'new-year': '0101',
    'spring-festival': '0210-0217',
    qingming: '0404-0406',
    labour: '0501-0505',
    'dragon-boat': '0608-0610',
    'mid-autumn': '0915-0917',
    'national-day': '1001-1007',
    'make-up-work': '0204 0218 0407 0428 0511 0914 0929 1012',
  },
  2025: {
    'new-year': '0101',
    'spring-festival': '0128-0204',
    qingming: '0404-0406',
    labour: '0501-0505',
    'dragon-boat': '0531-0602',
    'national-day': '1001-1008',
    'make-up-work': '0126 0208 0427 0928 1011',
  },
  2026: {
    'new-year': '0101-0103',
    'spring-festival': '0215-0223',
    qingming: '0404-0406',
    labour: '0501-0505',
    'dragon-boat': '0619-0621',
    'mid-autumn': '0925-0927',
    'national-day': '1001-1007',
    'make-up-work': '0104 0214 0228 0509 0920 1010',
  },
};

/** The first day of the lunar year, from 2015 on. */
const newYears =
  '0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208'.split(
    ' ',
  );

/** Clear and bright, the fifth of the fifth month, the fifteenth of the eighth; from 2027 on. */
const qingmings = '0405 0404 0404 0405 0405 0404 0404 0405 0405'.split(' ');
const dragonBoats = '0609 0528 0616 0605 0624 0612 0601 0620 0610'.split(' ');
const midAutumns = '0915 1003 0922 0912 1001 0919 0908 0927 0916'.split(' ');

export function listChinaHolidays(year: number): Holiday[] {
  if (year < FIRST_CHINA_YEAR || year > LAST_CHINA_YEAR) return [];
  const days = arranged[year] ?? findByLaw(year);
  return Object.entries(days).flatMap(([name, text]) =>
    text.split(' ').flatMap((range) => {
      const [from, to = from] = range.split('-').map((date) => toDayOf(year, date));
      return Array.from({ length: to! - from! + 1 }, (_, at) => ({
        day: from! + at,
        name: name as HolidayName,
      }));
    }),
  );
}

/** The first day of the lunar year; undefined for years that are not listed. */
export function maybeLunarNewYear(year: number): number | undefined {
  const date = newYears[year - FIRST_CHINA_YEAR];
  return date === undefined ? undefined : toDayOf(year, date);
}

function findByLaw(year: number): Days {
  const at = year - LAST_ARRANGED_YEAR - 1;
  const first = maybeLunarNewYear(year)! - toDay(year, 1, 1);
  return {
    'new-year': '0101',
    // the eve and three days
    'spring-festival': [first - 1, first, first + 1, first + 2].map(toText).join(' '),
    qingming: qingmings[at]!,
    labour: '0501-0502',
    'dragon-boat': dragonBoats[at]!,
    'mid-autumn': midAutumns[at]!,
    'national-day': '1001-1003',
  };
}

/** Of January or February, which every year has alike. */
function toText(dayOfYear: number): string {
  const [month, day] = dayOfYear < 31 ? [1, dayOfYear + 1] : [2, dayOfYear - 30];
  return `0${month}${String(day).padStart(2, '0')}`;
}

function toDayOf(year: number, text: string): number {
  return toDay(year, Number(text.slice(0, 2)), Number(text.slice(2)));
}
