import type { Manifest } from '../../export/manifest';
import { matchSources } from '../../export/match';
import type { Candidate } from '../../export/match';
import type { QuireTable } from '../../export/readQuire';
import { fold } from '../../sql/name';
import type { Workbook } from '../../workbook/document';
import type { SourceNeed } from '../../workbook/serialize';

/** A workbook that has come from elsewhere, before anything is done with it. */
export interface Arrival {
  from: 'file' | 'link' | 'script';
  /** The file's name. */
  name: string;
  workbook: Workbook;
  needs: SourceNeed[];
  tables: QuireTable[];
  manifest?: Manifest;
}

/** A source that its cells read, and what could be it here. */
export interface Wanted {
  name: string;
  columns: SourceNeed['columns'];
  /** Its rows, where they came along. */
  table?: QuireTable;
  /** Sources of this device, the best first, with the columns that they lack. */
  candidates: { id: string; missing: string[] }[];
  /** What is taken unless the person chooses otherwise. */
  first: Choice;
}

export type Choice =
  /** The rows that came along become a source. */
  { take: 'along' } | { take: 'here'; id: string } | { take: 'nothing' };

/** `same` are the sources here that have the very rows that came along, by the name of the latter. */
export function findWanted(
  { needs, tables }: Arrival,
  sources: readonly Candidate[],
  same: ReadonlyMap<string, string>,
): Wanted[] {
  const along = tables.map((table) => ({ name: table.source.name, columns: table.source.columns, table }));
  const names = new Set(along.map(({ name }) => fold(name)));
  const others = needs.filter(({ name }) => !names.has(fold(name)));
  const matches = matchSources([...along, ...others], sources);
  return [...along, ...others].map((wanted, k) => {
    const { candidates, best } = matches[k]!;
    const twin = same.get(wanted.name);
    const here = twin ?? ('table' in wanted ? undefined : best);
    const otherwise: Choice = 'table' in wanted ? { take: 'along' } : { take: 'nothing' };
    return {
      ...wanted,
      candidates: candidates.map(({ id, missing }) => ({ id, missing })),
      first: here === undefined ? otherwise : { take: 'here', id: here },
    };
  });
}
