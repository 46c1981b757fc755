/** How many digits of a certified value are right (NIST's log relative error); 15 where all that are certified are. */
export function toDigits(found: number, expected: number | string): number {
  const certified = Number(expected);
  const given = typeof expected === 'string' ? countDigits(expected) : 15;
  if (found === certified || Number(found.toPrecision(given)) === certified) return 15;
  const error = Math.abs(found - certified) / (certified === 0 ? 1 : Math.abs(certified));
  return Number.isFinite(error) ? Math.max(0, Math.min(15, -Math.log10(error))) : 0;
}

function countDigits(text: string): number {
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '');
  return Math.max(10, Math.min(15, digits.length));
}
