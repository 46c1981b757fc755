/** Student's t over the incomplete beta function, whose argument is kept with twice the digits. */
import { toBetaTails } from '../incompleteBeta';
import { invertTail } from '../invertTail';
import { logGammaPair } from '../logGamma';
import { add, divide, exp, log, multiply, subtract } from '../pair';
import { toNormalDensity, toNormalUpper, toUpperNormalQuantile } from './normal';

const PI = [Math.PI, 1.2246467991473532e-16] as const;

/** `freedom` may be Infinity, which is the normal distribution. */
export function toStudentDensity(t: number, freedom: number): number {
  if (freedom === Infinity) return toNormalDensity(t);
  if (Math.abs(t) === Infinity) return 0;
  const half = divide(add(freedom, 1), 2);
  const height = subtract(
    subtract(logGammaPair(half), logGammaPair(freedom / 2)),
    divide(log(multiply(PI, freedom)), 2),
  );
  return exp(subtract(height, multiply(half, log(add(1, divide(multiply(t, t), freedom))))));
}

/** The share below t. */
export function toStudentLower(t: number, freedom: number): number {
  return toStudentUpper(-t, freedom);
}

/** The share above t. */
export function toStudentUpper(t: number, freedom: number): number {
  if (freedom === Infinity) return toNormalUpper(t);
  const tail = toTwoTails(t, freedom) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** The share farther from zero than t. */
export function toTwoTails(t: number, freedom: number): number {
  if (Number.isNaN(t)) throw new Error('no tails of NaN');
  if (freedom === Infinity) return 2 * toNormalUpper(Math.abs(t));
  if (Math.abs(t) > 1e150) return toFarTails(Math.abs(t), freedom);
  const square = multiply(t, t);
  const whole = add(square, freedom);
  return toBetaTails(freedom / 2, 0.5, divide(freedom, whole), divide(square, whole)).lower;
}

/** The t with the share `share` above it. */
export function toUpperStudentQuantile(share: number, freedom: number): number {
  if (freedom === Infinity) return toUpperNormalQuantile(share);
  if (share === 0.5) return 0;
  if (share > 0.5) return -toUpperStudentQuantile(1 - share, freedom);
  return invertTail({
    tail: (t) => toStudentUpper(t, freedom),
    density: (t) => toStudentDensity(t, freedom),
    isUpper: true,
    share,
    start: toUpperNormalQuantile(Math.max(share, 1e-10)),
  });
}

/** The t with the share `share` below it. */
export function toStudentQuantile(share: number, freedom: number): number {
  return share >= 0.5 ? toUpperStudentQuantile(1 - share, freedom) : -toUpperStudentQuantile(share, freedom);
}

// The square of t would be infinite; so far out the tail is a power of t.
function toFarTails(t: number, freedom: number): number {
  return t === Infinity
    ? 0
    : (2 * toStudentDensity(1e150, freedom) * 1e150 * (1e150 / t) ** freedom) / freedom;
}
