import type { Interval } from '../../describe/intervals';

/** A variant of an experiment, as it is found. */
export interface Variant {
  name: string;
  rows: number;
  hits?: number;
  /** The share of hits, or the mean. */
  middle: number;
  interval: Interval;
  deviation?: number;
  /** How it differs from the control; undefined of that. */
  against: Against | undefined;
}

export interface Against extends Interval {
  difference: number;
  /** The difference over what the control has; undefined where it has none. */
  lift: number | undefined;
  pValue: number;
  /** The chance that as many rows show a true difference of this size. */
  power: number;
  /** Rows in each variant that show it with 80 % power; undefined where there is no difference. */
  needed: number | undefined;
  /** The least difference that as many rows show with 80 % power. */
  detectable: number | undefined;
}

export const WANTED_POWER = 0.8;

/** The size of two groups of one size that tell as much as these two. */
export function toCommonSize(one: number, other: number): number {
  return 2 / (1 / one + 1 / other);
}
