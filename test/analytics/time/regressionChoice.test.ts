import { describe, expect, test } from 'vitest';
import { toDay } from '../../../src/analytics/time/days';
import { fitMethod, forecastModel } from '../../../src/analytics/time/methods';
import {
  chooseRegression,
  findHolidayEffects,
  forecastRegression,
  toAicc,
} from '../../../src/analytics/time/regressionChoice';
import { runTrial } from '../../../src/analytics/time/trial';
import { readSeries } from './readSeries';

const weekday = [0, 3, 5, 4, 9, 20, 14];
const holidays2024 = '0101 0329 0401 0501 0509 0520 1003 1225 1226'.split(' ');

/** From Monday, 1 January 2024, on: a line, weekdays, what looks like chance, and 30 less on each holiday of Germany. */
const first = toDay(2024, 1, 1);
const free = holidays2024.map((date) => toDay(2024, Number(date.slice(0, 2)), Number(date.slice(2))) - first);
const year = Float64Array.from(
  { length: 366 },
  (_, t) => 100 + 0.1 * t + weekday[t % 7]! + 10 * Math.sin(t * t) - (free.includes(t) ? 30 : 0),
);

describe('R 4.2.2: `lm(y ~ t + weekday + holidays)`, a factor of weekdays and a column a holiday', () => {
  const model = chooseRegression(year, { period: 7, calendar: { first, country: 'germany' } });

  test('what each holiday adds, with its standard error and p', () => {
    const found = new Map(findHolidayEffects(model, 3).map((one) => [one.name, one]));
    const expected = {
      'boxing-day': [-27.5828685751456, 7.23095211937946, 1.61312722268358e-4],
      'easter-monday': [-31.8162989150702, 7.20811495747913, 1.35490343649418e-5],
      'good-friday': [-29.4620728722618, 7.20656874840275, 5.39946765906486e-5],
      'new-year': [-29.2717498627314, 7.23126823540329, 6.36792886603765e-5],
      'unity-day': [-38.3585639616923, 7.20985133650654, 1.85603405810775e-7],
      'whit-monday': [-25.6933315723767, 7.20174613429203, 4.10518878274261e-4],
      ascension: [-28.1656131563056, 7.2031602860421, 1.1082733032938e-4],
      christmas: [-28.9306546635093, 7.22883136564851, 7.66991662404646e-5],
      labour: [-22.1919965684608, 7.20257648256856, 2.22609209548911e-3],
    };
    expect([...found.keys()].sort()).toEqual(Object.keys(expected).sort());
    for (const [name, [value, error, pValue]] of Object.entries(expected)) {
      const { effect } = found.get(name as 'labour')!;
      expect(effect!.value).toBeCloseTo(value!, 10);
      expect(effect!.error).toBeCloseTo(error!, 10);
      expect(effect!.pValue / pValue!).toBeCloseTo(1, 9);
    }
    expect(found.get('new-year')).toMatchObject({ days: 1, ahead: 1 });
    expect(found.get('labour')).toMatchObject({ days: 1, ahead: 0 });
  });

  test('the forecast of new year and two days more, with its interval of 95 %', () => {
    const { mean, intervals } = forecastRegression(model, { horizon: 3, levels: [0.95] });
    [114.256759982554, 139.511454736026, 146.089176261545].forEach((value, at) =>
      expect(mean[at]).toBeCloseTo(value, 9),
    );
    [94.0561860954714, 125.2851627890957, 131.8725683864314].forEach((value, at) =>
      expect(intervals[0]!.lower[at]).toBeCloseTo(value, 9),
    );
    expect(intervals[0]!.upper[0]).toBeCloseTo(134.457333869637, 9);
  });

  test('is called by its parts, and has the AICc of forecast 8.20: `CV(lm(…))`', () => {
    expect(model.name).toBe('regression(trend + season(7) + holidays)');
    expect(toAicc(model.fit)).toBeCloseTo(1458.308926904728, 8);
  });
});

test('of three years of days the waves of the year are as many as R 4.2.2, forecast 8.20, `CV(lm(…))` finds best', () => {
  const series = Float64Array.from({ length: 1096 }, (_, at) => {
    const turn = (2 * Math.PI * (at + 1)) / 365.25;
    return (
      100 +
      0.1 * at +
      weekday[(at + 5) % 7]! +
      10 * Math.sin(at * at) +
      8 * Math.sin(turn) +
      3 * Math.cos(2 * turn)
    );
  });
  const model = chooseRegression(series, { period: 7, calendar: { first: toDay(2022, 1, 1) } });
  expect(model.name).toBe('regression(trend + season(7) + fourier(365.25, 2))');
  expect(toAicc(model.fit)).toBeCloseTo(4306.77540566898, 7);
});

test('months have a coefficient each: `tslm(AirPassengers ~ trend + season)`', () => {
  // R 4.2.2, forecast 8.20
  const { mean } = forecastModel(fitMethod('regression', readSeries('AirPassengers'), 12), { horizon: 2 });
  expect([mean[0], mean[1]]).toEqual([
    expect.closeTo(449.255681818182, 9),
    expect.closeTo(442.505681818182, 9),
  ]);
});

describe('a holiday', () => {
  test('to come that was never before adds nothing, and says so', () => {
    const some = year.slice(0, 100);
    const model = chooseRegression(some, { period: 7, calendar: { first, country: 'germany' } });
    const labour = findHolidayEffects(model, 30).find(({ name }) => name === 'labour');
    expect(labour).toEqual({ name: 'labour', days: 0, ahead: 1 });
    const { mean } = forecastRegression(model, { horizon: 30 });
    const plain = forecastRegression(chooseRegression(some, { period: 7, calendar: { first } }), {
      horizon: 30,
    });
    expect(mean).toHaveLength(30);
    expect(Math.abs(mean[21]! - plain.mean[21]!)).toBeLessThan(3);
  });

  test('of China counts with the weekend days that are worked for it', () => {
    const model = chooseRegression(year.slice(0, 60), {
      period: 7,
      calendar: { first: toDay(2015, 1, 1), country: 'china' },
    });
    const names = findHolidayEffects(model, 1).map(({ name, days }) => [name, days]);
    expect(names).toEqual([
      ['make-up-work', 3],
      ['new-year', 3],
      ['spring-festival', 7],
    ]);
  });
});

test('holidays make the forecasts better in the test on the last values, and others stay as they are', () => {
  const options = { season: 7, horizon: 14, level: 0.95, origins: 4 };
  const calendar = { first, country: 'germany' } as const;
  const [plain, counted] = [{ first }, calendar].map(
    (each) => runTrial(year.slice(0, 361), { ...options, way: 'regression', calendar: each }).tested,
  );
  expect(plain!.map(({ method }) => method)).toEqual(['seasonal-naive', 'regression']);
  expect(plain![0]).toEqual(counted![0]);
  expect(counted![1]!.accuracy.mae).toBeLessThan(plain![1]!.accuracy.mae);
});
