import { describe, expect, it } from 'vitest';
import { sumByGroup } from '../../../src/analytics/text/groups';
import { scoreWords } from '../../../src/analytics/text/keywords';
import { toSimilarities } from '../../../src/analytics/text/similar';
import { countRows, pickColumns, pickRows, type Sparse } from '../../../src/analytics/text/sparse';
import { fitRarity, weighWords } from '../../../src/analytics/text/tfidf';
import { toDense, toSparse } from './dense';

describe('a sparse table', () => {
  const table = toSparse([
    [0, 2, 0],
    [0, 0, 0],
    [1, 0, 3],
  ]);

  it('gives rows and columns that are picked', () => {
    expect(toDense(pickRows(table, Int32Array.of(2, 0, 2)))).toEqual([
      [1, 0, 3],
      [0, 2, 0],
      [1, 0, 3],
    ]);
    expect(toDense(pickColumns(table, Int32Array.of(1, 2)))).toEqual([
      [2, 0],
      [0, 0],
      [0, 3],
    ]);
    expect([...countRows(table)]).toEqual([1, 1, 1]);
  });
});

describe('TF-IDF', () => {
  // the example of scikit-learn's user guide, “Tf–idf term weighting”; digits of TfidfTransformer(smooth_idf=True), 1.2.1
  const counts = toSparse([
    [3, 0, 1],
    [2, 0, 0],
    [3, 0, 0],
    [4, 0, 0],
    [3, 2, 0],
    [3, 0, 2],
  ]);
  const weighed = weighWords(counts, fitRarity(counts));

  it('is that of scikit-learn', () => {
    const expected = [
      [0.85151334721046, 0, 0.5243329281310096],
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [0.5542289327998063, 0.8323642772534078, 0],
      [0.63035730725644, 0, 0.7763051366495072],
    ];
    for (const [row, values] of toDense(weighed).entries())
      for (const [column, value] of values.entries()) expect(value).toBeCloseTo(expected[row]![column]!, 14);
  });

  it('makes texts comparable: the cosine of two of them', () => {
    const cosines = toSimilarities(weighed, pickRows(weighed, Int32Array.of(0)));
    expect([...cosines]).toEqual(
      [1, 0.85151334721046, 0.85151334721046, 0.85151334721046, 0.4719333334, 0.9438003].map((cosine) =>
        expect.closeTo(cosine, 6),
      ),
    );
  });

  it('of a text without words is nothing, and not a number less', () => {
    const none: Sparse = toSparse([[0, 0, 0]]);
    expect([...weighWords(none, fitRarity(counts)).values]).toEqual([]);
    expect([...toSimilarities(weighed, weighWords(none, fitRarity(counts)))]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('keywords of groups', () => {
  const counts = toSparse([
    [4, 2, 0, 3],
    [6, 0, 0, 4],
    [3, 8, 1, 7],
    [1, 1, 6, 8],
  ]);
  const codes = Int32Array.of(0, 0, 1, 2);

  it('are scored as Monroe, Colaresi and Quinn do', () => {
    // their equations 16, 22 and 23 in numpy 1.24, over the counts of the three groups and a prior of 4 words
    const expected = [
      [3.399396220582801, -1.3019477749851105, -1.627949625784399, -0.5086899696355163],
      [-1.2875193353757783, 2.848947645528268, -1.1579801037437412, -0.5086899696355163],
      [-1.9841310142813084, -1.552773687474674, 2.8370829961755986, 1.0959253014169676],
    ].flat();
    const sums = sumByGroup(counts, codes, 3);
    expect([...scoreWords(sums, { prior: 4 })]).toEqual(expected.map((score) => expect.closeTo(score, 13)));
    expect([...sums.sums.subarray(0, 4)]).toEqual([10, 2, 0, 7]);
    expect([...sums.rows.subarray(0, 4)]).toEqual([2, 1, 0, 2]);
    expect([...sums.sizes]).toEqual([2, 1, 1]);
  });

  it('of two groups are those of one against the other', () => {
    const scores = scoreWords(sumByGroup(counts, Int32Array.of(0, 0, 1, 1), 2));
    for (let word = 0; word < 4; word++) expect(scores[word]).toBeCloseTo(-scores[4 + word]!, 13);
  });

  it('are the same whatever the order of rows', () => {
    const order = Int32Array.of(3, 1, 0, 2);
    const picked = order.map((row) => codes[row]!);
    expect(scoreWords(sumByGroup(pickRows(counts, order), picked, 3))).toEqual(
      scoreWords(sumByGroup(counts, codes, 3)),
    );
  });
});
