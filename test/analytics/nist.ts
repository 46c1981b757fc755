import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCorpus } from '../corpora';

export interface Certified {
  univariate: Record<string, { mean: string; sd: string; lag1_autocorr: string }>;
  linear_regression: Record<
    string,
    { model: string; params: { estimate: string; se: string }[]; residual_sd: string; r_squared: string }
  >;
  anova: Record<string, { between: Sums; within: Sums; r_squared: string; residual_sd: string }>;
}

interface Sums {
  df: string;
  ss: string;
  ms: string;
  F: string;
}

const folder = findCorpus('nist-strd');

/** The data sets that the project has of its own; the others are read where the corpus is. */
const own = path.resolve(import.meta.dirname, '../data/analytics/nist');

export const hasNist = folder !== undefined;

export function readCertified(): Certified {
  return JSON.parse(readFileSync(path.join(folder!, 'expected.json'), 'utf8')) as Certified;
}

/** What other systems reach: digits by data set and system. */
export function readBaselines(): Record<keyof Certified, Record<string, Record<string, number>>> {
  return JSON.parse(readFileSync(path.join(folder!, 'baselines_LRE.json'), 'utf8'));
}

export function readColumns(name: string): Record<string, Float64Array> {
  return toColumns(readFileSync(path.join(folder!, 'csv', `${name}.csv`), 'utf8'));
}

export function readOwnColumns(name: string): Record<string, Float64Array> {
  return toColumns(readFileSync(path.join(own, `${name}.csv`), 'utf8'));
}

function toColumns(text: string): Record<string, Float64Array> {
  const [head, ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return Object.fromEntries(
    head!.map((name, at) => [name, Float64Array.from(rows, (row) => Number(row[at]))]),
  );
}
