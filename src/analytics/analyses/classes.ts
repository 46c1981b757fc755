import { toMisfit } from '../core/check';

export interface ClassSeen {
  label: string;
  code: number;
}

/** Classes that there are rows of, the most frequent first. */
export function findClasses(codes: Int32Array, labels: readonly string[]): ClassSeen[] {
  const counts = new Float64Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const seen = labels
    .map((label, code) => ({ label, code }))
    .filter(({ code }) => counts[code]! > 0)
    .sort((a, b) => counts[b.code]! - counts[a.code]! || (a.label < b.label ? -1 : 1));
  if (seen.length === 1) throw toMisfit('one-class');
  return seen;
}

const USUAL = /^(yes|y|true|t|1|1\.0|是|有|对)$/i;

/** The place of the class that is asked for, of two: the one that is named, or has a usual name, or is the rarer one. */
export function findAsked(column: string, [often, rare]: readonly ClassSeen[], positive: string): 0 | 1 {
  const asked = positive.trim();
  const isMeant = ({ label }: ClassSeen) => (asked ? label === asked : USUAL.test(label));
  if (isMeant(often!) && !isMeant(rare!)) return 0;
  if (asked && !isMeant(rare!)) throw toMisfit('no-such-class', { column, value: asked });
  return 1;
}
