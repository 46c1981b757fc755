import { expect, test } from 'vitest';
import { factorCholesky, invertCholesky, solveCholesky } from '../../../src/analytics/core/cholesky';
import { findEigen } from '../../../src/analytics/core/eigen';
import { applyQ, applyQt, factorQr } from '../../../src/analytics/core/qr';
import { createRandom } from '../../../src/analytics/core/random';
import { dot } from '../../../src/analytics/core/sums';
import { toCondition } from '../../../src/analytics/core/triangle';

/** Hilbert's matrix, of which the smallest eigenvalues are lost by careless methods. */
function hilbert(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => 1 / (1 + Math.floor(at / size) + (at % size)));
}

function draw(rows: number, columns: number): Float64Array[] {
  const random = createRandom(9);
  return Array.from({ length: columns }, () => Float64Array.from({ length: rows }, random.normal));
}

test('QR gives the columns back, with or without pivoting', () => {
  for (const pivot of [false, true]) {
    const columns = draw(7, 4);
    const qr = factorQr(
      columns.map((column) => column.slice()),
      { pivot },
    );
    expect(qr.rank).toBe(4);
    for (const [at, place] of qr.order.entries()) {
      const values = new Float64Array(7);
      for (let row = 0; row <= at; row++) values[row] = qr.r[at * 4 + row]!;
      applyQ(qr, values);
      values.forEach((value, row) => expect(value).toBeCloseTo(columns[place]![row]!, 14));
      applyQt(qr, values);
      for (let row = at + 1; row < 7; row++) expect(values[row]).toBeCloseTo(0, 14);
    }
    if (pivot)
      for (let at = 1; at < 4; at++)
        expect(Math.abs(qr.r[at * 5]!)).toBeLessThan(Math.abs(qr.r[at * 5 - 5]!));
  }
});

test('Cholesky solves and inverts, and refuses what is not positive definite', () => {
  const a = Float64Array.of(4, 2, 2, 3);
  const r = factorCholesky(a, 2)!;
  const values = Float64Array.of(8, 7);
  solveCholesky(r, 2, values);
  expect(values[0]).toBeCloseTo(1.25, 15);
  expect(values[1]).toBeCloseTo(1.5, 15);
  invertCholesky(r, 2).forEach((value, at) => expect(value).toBeCloseTo([0.375, -0.25, -0.25, 0.5][at]!, 15));
  expect(factorCholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
});

test('the eigenvalues of a Hilbert matrix have their digits, the smallest too', () => {
  const { values, vectors } = findEigen(hilbert(6), 6);
  // mpmath 1.2, eigsy of the doubles at 60 digits
  const expected = [
    1.6188998589243391, 0.24236087057520955, 0.016321521319875826, 6.157483541826452e-4,
    1.2570757122637029e-5, 1.082799484481101e-7,
  ];
  expected.forEach((value, at) => expect(values[at]! / value).toBeCloseTo(1, 9));
  for (const [at, one] of vectors.entries()) {
    for (const [to, other] of vectors.entries()) expect(dot(one, other)).toBeCloseTo(Number(at === to), 14);
  }
});

test('eigenvectors do not depend on the scale, and their largest part is positive', () => {
  const { values, vectors } = findEigen(Float64Array.of(2, -1, -1, 2), 2);
  expect([...values].map((value) => Math.round(value * 1e14) / 1e14)).toEqual([3, 1]);
  expect(vectors[0]![0]).toBeCloseTo(Math.SQRT1_2, 15);
  expect(vectors[0]![1]).toBeCloseTo(-Math.SQRT1_2, 15);
  expect(findEigen(new Float64Array(9), 3).values).toEqual(new Float64Array(3));
});

test('the condition of a triangle tells nearly singular ones', () => {
  expect(toCondition(Float64Array.of(1, 0, 0, 1), 2)).toBeCloseTo(1, 10);
  const bad = toCondition(Float64Array.of(1, 0, 1, 1e-8), 2);
  expect(bad).toBeGreaterThan(1e8);
  expect(bad).toBeLessThan(4e8);
});
