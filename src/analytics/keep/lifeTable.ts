import { findDistinct, findPlace } from '../core/sorted';

/** Who went and who was still there when last seen, counted by time. */
export interface LifeTable {
  /** Each time at which somebody of any group was last seen, in order. */
  times: Float64Array;
  groups: readonly Lives[];
}

export interface Lives {
  rows: number;
  /** How many went at each time. */
  gone: Float64Array;
  /** How many were last seen at each time, gone or not. */
  last: Float64Array;
}

export function toLifeTable(
  durations: Float64Array,
  isGone: Uint8Array,
  { codes, groups = 1 }: { codes?: Int32Array; groups?: number } = {},
): LifeTable {
  const times = findDistinct(durations.toSorted());
  const lives = Array.from({ length: groups }, (): Lives => ({
    rows: 0,
    gone: new Float64Array(times.length),
    last: new Float64Array(times.length),
  }));
  for (let row = 0; row < durations.length; row++) {
    const group = lives[codes ? codes[row]! : 0]!;
    const at = findPlace(times, durations[row]!);
    group.rows++;
    group.last[at]!++;
    if (isGone[row] === 1) group.gone[at]!++;
  }
  return { times, groups: lives };
}

/** All groups as one. */
export function joinLives(groups: readonly Lives[]): Lives {
  const [first, ...others] = groups;
  const all = { rows: first!.rows, gone: first!.gone.slice(), last: first!.last.slice() };
  for (const { rows, gone, last } of others) {
    all.rows += rows;
    for (let at = 0; at < gone.length; at++) {
      all.gone[at]! += gone[at]!;
      all.last[at]! += last[at]!;
    }
  }
  return all;
}
