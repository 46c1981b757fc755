import { existsSync } from 'node:fs';
import path from 'node:path';

/** A folder of the corpora, files with known answers that are not part of the project; undefined where it is absent. */
export function findCorpus(name: string): string | undefined {
  const root = process.env.QUIRE_CORPORA ?? path.resolve(import.meta.dirname, '../../shared/corpora');
  const folder = path.join(root, name);
  return existsSync(folder) ? folder : undefined;
}
