/**
 * The studentized range, upper tail (Hartley 1942; Copenhaver and Holland, J. Stat. Comput. Simul. 30, 1988), both integrals
 * by the trapezoidal rule.
 */
import { invertTail } from '../invertTail';
import { integrateDeviation } from './deviation';
import { toNormalDensity, toNormalLower } from './normal';

export interface StudentizedRange {
  groups: number;
  /** Of the estimate of the deviation; Infinity where it is known. */
  freedom: number;
}

const STEP = 0.25;
const FARTHEST = 9;

export function toStudentizedRangeUpper(range: number, { groups, freedom }: StudentizedRange): number {
  if (!(range > 0)) return 1;
  if (range === Infinity) return 0;
  const grid = toGrid();
  if (freedom === Infinity) return toRangeUpper(range, groups, grid);
  return Math.min(
    1,
    integrateDeviation(freedom, (deviation) => toRangeUpper(range * deviation, groups, grid)),
  );
}

/** The range with the share `share` above it. */
export function toUpperStudentizedRangeQuantile(share: number, range: StudentizedRange): number {
  const tail = (value: number) => toStudentizedRangeUpper(value, range);
  return invertTail({
    tail,
    density: (value) => (tail(value * (1 - 1e-5)) - tail(value * (1 + 1e-5))) / (2e-5 * value),
    isUpper: true,
    share,
    start: 3.5,
  });
}

interface Grid {
  z: Float64Array;
  density: Float64Array;
  lower: Float64Array;
}

function toGrid(): Grid {
  const count = (2 * FARTHEST) / STEP + 1;
  const z = Float64Array.from({ length: count }, (_, at) => at * STEP - FARTHEST);
  return { z, density: z.map(toNormalDensity), lower: z.map(toNormalLower) };
}

// k ∫ φ(z) (Φ(z)^(k-1) - (Φ(z) - Φ(z-w))^(k-1)) dz
function toRangeUpper(range: number, groups: number, { z, density, lower }: Grid): number {
  let sum = 0;
  for (let at = 0; at < z.length; at++) {
    const below = lower[at]!;
    const share = Math.min(1, toNormalLower(z[at]! - range) / below);
    sum += density[at]! * below ** (groups - 1) * -Math.expm1((groups - 1) * Math.log1p(-share));
  }
  return groups * sum * STEP;
}
