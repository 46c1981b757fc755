import { describe, expect, it } from 'vitest';
import { joinLives, toLifeTable } from '../../../src/analytics/keep/lifeTable';
import { testLogRank } from '../../../src/analytics/keep/logRank';
import { findTime, toCurve, toRestrictedMean } from '../../../src/analytics/keep/survival';
import { toDigits } from '../digits';
import lung from './lung.json';

/** R's aml (Miller 1981, Survival Analysis, p. 49): weeks, whether it came back, and the group. */
const weeks = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
const back = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1];

const toAml = () =>
  toLifeTable(Float64Array.from(weeks), Uint8Array.from(back), {
    codes: Int32Array.from(weeks, (_, at) => (at < 11 ? 0 : 1)),
    groups: 2,
  });

const toLung = (codes?: readonly number[], groups = 1) =>
  toLifeTable(Float64Array.from(lung.time), Uint8Array.from(lung.gone), {
    ...(codes && { codes: Int32Array.from(codes) }),
    groups,
  });

// R 4.2.2, survival 3.5-3: survfit(Surv(time, status) ~ x, conf.type = 'log-log'), survmean, survdiff
describe('the curve of those who are left', () => {
  it('is that of survfit for aml, with its bounds', () => {
    const { times, groups } = toAml();
    const curve = toCurve(times, groups[0]!);
    expect([...curve.times]).toEqual([9, 13, 18, 23, 28, 31, 34, 45, 48, 161]);
    expect([...curve.atRisk]).toEqual([11, 10, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect([...curve.censored]).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0, 1]);
    const lower = [0.508080205769929738, 0.447428614682181425, 0.350190385907938384, 0.265752040001286105];
    for (const [at, value] of lower.entries()) expect(toDigits(curve.lower[at]!, value)).toBeGreaterThan(13);
    expect(toDigits(curve.share[8]!, 0.18409090909090908)).toBeGreaterThan(14);
    expect(toDigits(curve.upper[8]!, 0.5250148427266415)).toBeGreaterThan(13);
    const other = toCurve(times, groups[1]!);
    expect([other.share.at(-1), other.lower.at(-1)]).toEqual([0, NaN]);
  });

  it('falls by half when survfit says so, and not at all where it stays above', () => {
    const { times, groups } = toAml();
    const [kept, plain] = groups.map((lives) => toCurve(times, lives));
    expect(findTime(kept!, 0.5)).toEqual({ value: 31, low: 13, high: undefined });
    expect(findTime(plain!, 0.75)).toEqual({ value: 8, low: 5, high: 23 });
    const all = toLung();
    const curve = toCurve(all.times, all.groups[0]!);
    expect(findTime(curve, 0.5)).toEqual({ value: 310, low: 284, high: 361 });
    expect(findTime(curve, 0.25)).toEqual({ value: 550, low: 457, high: 643 });
    expect(findTime(curve, 0.01).value).toBeUndefined();
  });

  it('falls by half in the middle of a time in which exactly half are left', () => {
    const half = (isGone: number[]) => {
      const { times, groups } = toLifeTable(Float64Array.of(1, 2, 3, 4), Uint8Array.from(isGone));
      return findTime(toCurve(times, groups[0]!), 0.5);
    };
    expect(half([1, 1, 0, 1])).toEqual({ value: 3, low: 1, high: undefined });
    expect(half([1, 1, 0, 0])).toEqual({ value: 3, low: 1, high: undefined });
  });

  it('has the restricted mean of survmean', () => {
    const { times, groups } = toAml();
    const [kept, plain] = groups.map((lives) => toRestrictedMean(toCurve(times, lives), 45));
    expect(toDigits(kept!.mean, 30.73863636363636)).toBeGreaterThan(14);
    expect(toDigits(kept!.standardError, 4.114086240011467)).toBeGreaterThan(14);
    expect(toDigits(plain!.standardError, 4.180941981033154)).toBeGreaterThan(14);
    const all = toLung();
    const found = toRestrictedMean(toCurve(all.times, all.groups[0]!), 700);
    expect(toDigits(found.mean, 353.2464798958244)).toBeGreaterThan(13);
    expect(toDigits(found.standardError, 15.7091306946914)).toBeGreaterThan(13);
  });

  it('stays at 1 where nobody goes', () => {
    const { times, groups } = toLifeTable(Float64Array.of(3, 0, 2), new Uint8Array(3));
    const curve = toCurve(times, groups[0]!);
    expect([...curve.share, ...curve.lower, ...curve.upper]).toEqual(Array.from({ length: 9 }, () => 1));
    expect(findTime(curve, 0.5).value).toBeUndefined();
    expect(toRestrictedMean(curve, 3)).toEqual({ mean: 3, standardError: 0 });
  });

  it('does not hang on the order of rows or the groups that are put together', () => {
    const { times, groups } = toLung(
      lung.sex.map((sex) => sex - 1),
      2,
    );
    const backwards = toLifeTable(
      Float64Array.from(lung.time).reverse(),
      Uint8Array.from(lung.gone).reverse(),
    );
    expect(toCurve(times, joinLives(groups))).toEqual(toCurve(backwards.times, backwards.groups[0]!));
  });
});

describe('the log-rank test', () => {
  it('is survdiff for two groups of aml', () => {
    const { expected, test } = testLogRank(toAml());
    expect(toDigits(expected[0]!, 10.689335992300725)).toBeGreaterThan(14);
    expect(toDigits(test!.statistic, 3.396388698977601)).toBeGreaterThan(13);
    expect(toDigits(test!.pValue, 0.06533932204050513)).toBeGreaterThan(13);
  });

  it('is survdiff for the sexes of lung, whatever unit times are in', () => {
    const sexes = Int32Array.from(lung.sex, (sex) => sex - 1);
    for (const unit of [1, 30.4375]) {
      const { test } = testLogRank(
        toLifeTable(
          Float64Array.from(lung.time, (time) => time / unit),
          Uint8Array.from(lung.gone),
          { codes: sexes, groups: 2 },
        ),
      );
      expect(toDigits(test!.statistic, 10.32674195488563)).toBeGreaterThan(13);
      expect(toDigits(test!.pValue, 0.001311164520355488)).toBeGreaterThan(12);
    }
  });

  it('is survdiff for four groups, one of a single row', () => {
    const known = [...lung.ecog.keys()].filter((at) => lung.ecog[at]! >= 0);
    const { test, expected } = testLogRank(
      toLifeTable(
        Float64Array.from(known, (at) => lung.time[at]!),
        Uint8Array.from(known, (at) => lung.gone[at]!),
        { codes: Int32Array.from(known, (at) => lung.ecog[at]!), groups: 4 },
      ),
    );
    expect(test!.freedom).toBe(3);
    expect(toDigits(test!.statistic, 21.96213168247601)).toBeGreaterThan(12);
    expect(toDigits(test!.pValue, 6.642535355800171e-5)).toBeGreaterThan(12);
    expect(toDigits(expected[3]!, 0.1723853406649615)).toBeGreaterThan(13);
  });

  it('leaves out a group that was last seen before anybody went', () => {
    const { test, expected } = testLogRank(
      toLifeTable(Float64Array.of(1, 1, 5, 6, 7, 8), Uint8Array.of(0, 0, 1, 1, 0, 1), {
        codes: Int32Array.of(0, 0, 1, 1, 2, 2),
        groups: 3,
      }),
    );
    expect(expected[0]).toBe(0);
    expect(test).toMatchObject({ freedom: 1, statistic: expect.closeTo(2.88235294117647, 12) });
  });

  it('says nothing where nobody went, or where there is one group', () => {
    expect(testLogRank(toLung()).test).toBeUndefined();
    const none = toLifeTable(Float64Array.of(1, 2), new Uint8Array(2), {
      codes: Int32Array.of(0, 1),
      groups: 2,
    });
    expect(testLogRank(none).test).toBeUndefined();
  });
});
