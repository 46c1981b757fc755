import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCorpus } from '../../corpora';

/** Known tables of scikit-learn, what is to be predicted after the other columns; undefined where they are absent. */
export const sklearnFolder = findCorpus('sklearn-data');

export function readSklearnColumns(name: string): Float64Array[] {
  const lines = readFileSync(path.join(sklearnFolder!, `${name}_clean.csv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  const rows = lines.slice(1).map((line) => line.split(',').map(Number));
  return rows[0]!.map((_, at) => Float64Array.from(rows, (row) => row[at]!));
}

export function readSklearnAnswers() {
  return JSON.parse(readFileSync(path.join(sklearnFolder!, 'expected.json'), 'utf8'));
}
