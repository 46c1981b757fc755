/** A share as a sentence has it: 31.4 of 0.3142. */
export function toPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}
