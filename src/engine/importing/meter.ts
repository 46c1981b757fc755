import type { ImportProgress } from '../engine';

/** Each telling crosses to the page and is drawn there. */
const TELL_EVERY_MS = 150;

export type Meter<Phase extends string> = (phase: Phase, share: number) => void;

/** Progress of work in phases, each with its part of the whole, as bytes of the file. */
export function createMeter<Phase extends string>(
  bytes: number,
  weights: Record<Phase, number>,
  tell: (progress: ImportProgress) => void,
): Meter<Phase> {
  const shares: Partial<Record<Phase, number>> = {};
  const whole = Object.values<number>(weights).reduce((sum, weight) => sum + weight, 0);
  let told = 0;
  return (phase, share) => {
    shares[phase] = Math.min(1, share);
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    let done = 0;
    for (const key in weights) done += (weights[key] / whole) * (shares[key] ?? 0);
    tell({ doneBytes: Math.round(done * bytes), totalBytes: bytes });
  };
}
