/** A stretch of a text and what takes its place. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** The shortest edit that makes one text of another; undefined where they are the same. */
export function maybeEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}
