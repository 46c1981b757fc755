import { describe, expect, test } from 'vitest';
import { maybeLunarNewYear } from '../../../src/analytics/time/chinaHolidays';
import { toDate, toDay, toEaster, toWeekday } from '../../../src/analytics/time/days';
import {
  findKnownDays,
  listHolidays,
  toHolidayColumns,
  type Country,
} from '../../../src/analytics/time/holidays';

const toText = (day: number) => {
  const { year, month, day: date } = toDate(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};
const list = (country: Country, year: number) =>
  listHolidays(country, year, year).map(({ day, name }) => `${toText(day)} ${name}`);

describe('days', () => {
  test('are those of the calendar, from year 1 to 3000', () => {
    for (let day = -719_162; day < 376_200; day += 997) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const { year, month, day: date } = toDate(day);
      expect([year, month, date]).toEqual(text.split('-').map(Number));
      expect(toDay(year, month, date)).toBe(day);
      expect(toWeekday(day)).toBe(new Date(day * 86_400_000).getUTCDay());
    }
  });

  test('Easter (US Naval Observatory)', () => {
    expect([1961, 2000, 2008, 2019, 2024, 2025, 2038].map((year) => toText(toEaster(year)))).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2008-03-23',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ]);
  });
});

describe('China', () => {
  test('2026 as it was arranged (General Office of the State Council, 4 November 2025)', () => {
    const days = list('china', 2026);
    expect(days.filter((day) => day.endsWith('make-up-work')).map((day) => day.slice(5, 10))).toEqual([
      '01-04',
      '02-14',
      '02-28',
      '05-09',
      '09-20',
      '10-10',
    ]);
    expect(days.filter((day) => day.endsWith('spring-festival'))).toHaveLength(9);
    expect(days).toContain('2026-02-15 spring-festival');
    expect(days).toContain('2026-02-23 spring-festival');
  });

  test.each([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'in %i workdays off are the days of the law and the weekend days worked',
    (year) => {
      const days = listHolidays('china', year, year);
      const isWeekend = (day: number) => toWeekday(day) % 6 === 0;
      const worked = days.filter(({ name }) => name === 'make-up-work');
      const off = days.filter(({ name, day }) => name !== 'make-up-work' && !isWeekend(day));
      expect(worked.every(({ day }) => isWeekend(day))).toBe(true);
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      // 11 by law, 13 from 2025 on; one more for the victory of 1945, two against the epidemic of 2020
      const more = { 2015: 1, 2020: 2, 2025: 2, 2026: 2 }[year] ?? 0;
      expect(off.length - worked.length).toBe(11 + more);
    },
  );

  test('a year without an arrangement has the days of the law', () => {
    expect(list('china', 2027)).toEqual([
      '2027-01-01 new-year',
      '2027-02-05 spring-festival',
      '2027-02-06 spring-festival',
      '2027-02-07 spring-festival',
      '2027-02-08 spring-festival',
      '2027-04-05 qingming',
      '2027-05-01 labour',
      '2027-05-02 labour',
      '2027-06-09 dragon-boat',
      '2027-09-15 mid-autumn',
      '2027-10-01 national-day',
      '2027-10-02 national-day',
      '2027-10-03 national-day',
    ]);
  });

  test('lunar new years are 29 or 30 days times 12 or 13 apart', () => {
    for (let year = 2015; year < 2035; year++)
      expect([354, 355, 383, 384, 385]).toContain(maybeLunarNewYear(year + 1)! - maybeLunarNewYear(year)!);
    expect(maybeLunarNewYear(2036)).toBeUndefined();
  });
});

describe('by rule', () => {
  test('United States, 2021 (OPM): Saturdays on Friday, the next new year among them', () => {
    expect(list('united-states', 2021)).toEqual([
      '2021-01-01 new-year',
      '2021-01-18 martin-luther-king',
      '2021-02-15 presidents-day',
      '2021-05-31 memorial-day',
      '2021-06-18 juneteenth',
      '2021-07-05 independence-day',
      '2021-09-06 labour',
      '2021-10-11 columbus-day',
      '2021-11-11 veterans-day',
      '2021-11-25 thanksgiving',
      '2021-12-24 christmas',
      '2021-12-31 new-year',
    ]);
    expect(list('united-states', 2022)[0]).toBe('2022-01-17 martin-luther-king');
  });

  test('England, 2022 (gov.uk), without the royal ones', () => {
    expect(list('england', 2022)).toEqual([
      '2022-01-03 new-year',
      '2022-04-15 good-friday',
      '2022-04-18 easter-monday',
      '2022-05-02 early-may',
      '2022-06-02 spring-bank',
      '2022-08-29 summer-bank',
      '2022-12-26 boxing-day',
      '2022-12-27 christmas',
    ]);
    expect(list('england', 2021).slice(-2)).toEqual(['2021-12-27 christmas', '2021-12-28 boxing-day']);
    expect(list('england', 2020).slice(-2)).toEqual(['2020-12-25 christmas', '2020-12-28 boxing-day']);
  });

  test('Germany and France, 2024', () => {
    expect(list('germany', 2024)).toContain('2024-05-09 ascension');
    expect(list('germany', 2024)).toContain('2024-05-20 whit-monday');
    expect(list('germany', 2024)).toHaveLength(9);
    expect(list('france', 2024)).toContain('2024-07-14 bastille-day');
    expect(list('france', 2024)).toHaveLength(11);
  });
});

describe('columns', () => {
  test('months count the days that fall into them', () => {
    const starts = Int32Array.from({ length: 12 }, (_, month) => toDay(2020, month + 1, 1));
    const { names, columns } = toHolidayColumns(starts, toDay(2021, 1, 1), 'china');
    expect([...columns[names.indexOf('spring-festival')]!.subarray(0, 3)]).toEqual([8, 2, 0]);
    expect(names).not.toContain('mid-autumn');
  });

  test('days are 0 or 1, and those outside the rows are left out', () => {
    const start = toDay(2024, 12, 24);
    const { names, columns } = toHolidayColumns(
      Int32Array.of(start, start + 1, start + 2),
      start + 3,
      'germany',
    );
    expect(names).toEqual(['boxing-day', 'christmas']);
    expect(columns.map((column) => [...column])).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
  });

  test('a day at the end of a year may be of the next new year', () => {
    const starts = Int32Array.of(toDay(2021, 12, 30), toDay(2021, 12, 31));
    expect(toHolidayColumns(starts, toDay(2022, 1, 1), 'united-states').columns).toEqual([
      Float64Array.of(0, 1),
    ]);
    const arranged = Int32Array.of(toDay(2024, 12, 31));
    expect(toHolidayColumns(arranged, toDay(2025, 1, 2), 'china').names).toEqual(['new-year']);
  });

  test.each(['china', 'united-states', 'england', 'germany', 'france'] as const)(
    'no day of %s is in the lists of two years, so that days are 0 or 1',
    (country) => {
      const [from, end] = [toDay(2010, 1, 1), toDay(2036, 1, 1)];
      const starts = Int32Array.from({ length: end - from }, (_, at) => from + at);
      const { columns } = toHolidayColumns(starts, end, country);
      expect(Math.max(...columns.flatMap((column) => [...column]))).toBe(1);
    },
  );

  test('days of which nothing is known are none, and days out of order are told', () => {
    const days = Int32Array.from({ length: 3 }, (_, at) => toDay(2014, 12, 31) + at);
    expect(toHolidayColumns(days, days[2]! + 1, 'china')).toEqual({
      names: ['new-year'],
      columns: [Float64Array.of(0, 1, 1)],
    });
    expect(findKnownDays('china')).toEqual({ from: toDay(2015, 1, 1), end: toDay(2036, 1, 1) });
    expect(findKnownDays('france').end).toBe(Infinity);
    expect(() => toHolidayColumns(Int32Array.of(5, 5), 9, 'france')).toThrow(
      expect.objectContaining({ params: { why: 'not-in-order', row: 0 } }),
    );
  });
});
