import { fold, isSameName } from '../sql/name';
import { toFamily } from '../table/column';
import type { Column } from '../table/column';
import type { SourceNeed } from '../workbook/serialize';

/** A source that is on this device. */
export interface Candidate {
  id: string;
  name: string;
  columns: readonly Column[];
}

export interface Match {
  need: SourceNeed;
  /** The best first. */
  candidates: { id: string; score: number; missing: string[] }[];
  /** One that has all that is needed, where there is no doubt which. */
  best?: string;
}

/** A type of another family can be compared and added up in other ways only. */
const OTHER_FAMILY = 0.4;
const OTHER_TYPE = 0.9;
/** For its own name, so that of two that have all the columns the one of that name comes first. */
const SAME_NAME = 0.05;
const LEAST = 0.5;

/** Which sources could stand in for those that a workbook was made with: by the columns that it had, then by name. */
export function matchSources(needs: readonly SourceNeed[], sources: readonly Candidate[]): Match[] {
  return needs.map((need) => {
    const candidates = sources
      .map((source) => ({ id: source.id, ...score(need, source) }))
      .filter((candidate) => candidate.score >= LEAST)
      .toSorted((a, b) => b.score - a.score);
    const [first, second] = candidates;
    const isClear = first && first.missing.length === 0 && first.score !== second?.score;
    return { need, candidates, ...(isClear && { best: first.id }) };
  });
}

function score(need: SourceNeed, source: Candidate): { score: number; missing: string[] } {
  const types = new Map(source.columns.map(({ name, type }) => [fold(name), type]));
  const missing: string[] = [];
  let sum = 0;
  for (const { name, type } of need.columns) {
    const found = types.get(fold(name));
    if (found === undefined) missing.push(name);
    else if (found === type) sum += 1;
    else sum += toFamily(found) === toFamily(type) ? OTHER_TYPE : OTHER_FAMILY;
  }
  const isNamesake = isSameName(need.name, source.name);
  const columns = need.columns.length > 0 ? sum / need.columns.length : Number(isNamesake);
  return { score: columns + (isNamesake ? SAME_NAME : 0), missing };
}
