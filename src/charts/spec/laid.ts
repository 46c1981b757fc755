import type { DatumValue } from './chart';
import type { Look } from './look';

/** A number that can be drawn. */
export function toFinite(value: DatumValue | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Labels in a column that would stand on one another, moved apart as little as need be. */
export function toApart(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = Array.from(wanted, () => 0);
  let last = -Infinity;
  for (const at of order) {
    last = Math.max(wanted[at]!, last + gap, from);
    placed[at] = last;
  }
  let next = Infinity;
  for (const at of order.toReversed()) {
    next = Math.min(placed[at]!, next - gap, to);
    placed[at] = next;
  }
  return placed;
}

/** Dark or light letters, whichever are read better on a colour (WCAG's contrast). */
export function toInkOn(color: string): string {
  const part = (at: number) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  return 1.05 / (light + 0.05) >= (light + 0.05) / (0.012 + 0.05) ? '#ffffff' : '#1c2026';
}

/** A colour between two, `share` of the way to the second. */
export function toMixed(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [parseInt(one.slice(at, at + 2), 16), parseInt(other.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** The path of a rectangle, with round corners where it is large enough. */
export function toBox(x: number, y: number, width: number, height: number, round = 0): string {
  const r = Math.max(0, Math.min(round, width / 2, height / 2));
  const [w, h] = [Math.max(width, 0), Math.max(height, 0)];
  if (r === 0) return `M${x},${y}h${w}v${h}h${-w}Z`;
  const [a, b] = [w - 2 * r, h - 2 * r];
  const corner = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
  return `M${x + r},${y}h${a}${corner(r, r)}v${b}${corner(-r, r)}h${-a}${corner(-r, -r)}v${-b}${corner(r, -r)}Z`;
}

export function toShareFormat({ tag }: Look): (share: number) => string {
  const fine = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  return (share) => (Math.abs(share) < 0.1 && share !== 0 ? fine : whole).format(share);
}

/** A change as it is said: with its sign. */
export function toChangeFormat({ tag }: Look): (share: number) => string {
  const format = new Intl.NumberFormat(tag, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  return (share) => format.format(share);
}
