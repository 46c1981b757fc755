/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)), worked out from its last step to its first, which rounds less than forwards. How many steps there
 * are is found by Lentz's forward recursion (Thompson and Barnett, J. Comput. Phys. 64, 1986).
 */
export function toContinuedFraction(
  first: number,
  top: (step: number) => number,
  bottom: (step: number) => number,
): number {
  let value = 0;
  for (let step = countSteps(first, top, bottom); step >= 1; step--)
    value = top(step) / (bottom(step) + value);
  return first + value;
}

const MOST_STEPS = 1e6;
const TINY = 1e-300;

function countSteps(first: number, top: (step: number) => number, bottom: (step: number) => number): number {
  let c = first || TINY;
  let d = 0;
  for (let step = 1; step < MOST_STEPS; step++) {
    const a = top(step);
    const b = bottom(step);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    if (Math.abs(c * d - 1) < 2 ** -54) return step;
  }
  return MOST_STEPS;
}
