import { describe, expect, it } from 'vitest';
import { toDay } from '../../../src/analytics/time/days';
import {
  chooseUnit,
  findStep,
  toLabel,
  toPeriod,
  toStart,
  type Unit,
} from '../../../src/analytics/time/periods';

const units: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year'];
const listEvery = (step: number, count: number) =>
  Array.from({ length: count }, (_, at) => 19_000 + step * at);

describe('periods', () => {
  it.each(units)('of a %s start where the one before ends, also before 1970', (unit) => {
    for (let day = -1500; day < 1500; day++) {
      const period = toPeriod(day, unit);
      expect(toPeriod(toStart(period, unit), unit)).toBe(period);
      expect(toStart(period, unit)).toBeLessThanOrEqual(day);
      expect(toStart(period + 1, unit)).toBeGreaterThan(day);
    }
  });

  it('are called as people write them, and weeks begin on Monday', () => {
    const day = toDay(2024, 8, 15);
    const labels = units.map((unit) => toLabel(toPeriod(day, unit), unit));
    expect(labels).toEqual(['2024-08-15', '2024-08-12', '2024-08', '2024-Q3', '2024']);
  });

  it('are as fine as the dates, and coarser where days go on for years', () => {
    expect(chooseUnit(listEvery(1, 200))).toBe('day');
    expect(chooseUnit(listEvery(1, 500))).toBe('week');
    expect(chooseUnit(listEvery(1, 1000))).toBe('month');
    expect(chooseUnit(listEvery(7, 30))).toBe('week');
    expect(chooseUnit(listEvery(30, 30))).toBe('month');
    expect(chooseUnit(listEvery(91, 30))).toBe('quarter');
    expect(chooseUnit(listEvery(365, 30))).toBe('year');
    expect(chooseUnit([1])).toBe('day');
  });

  it('are told by the usual step, which a few gaps do not change', () => {
    expect(findStep([1, 2, 3, 90, 91, 92])).toBe(1);
  });
});
