import type { SpotLine } from '../../charts/spec/picture';

/**
 * What is said of all marks that stand above one another: once what they have in common along x, then each group with its value. The one
 * that is meant comes first where there is no colour to find it by.
 */
export function toAlong(all: readonly (readonly SpotLine[])[], meant: number): readonly SpotLine[] {
  const [first] = all;
  if (!first || all.length === 1) return first ?? [];
  const group = first.find(({ slot }) => slot === 'color');
  if (!group) return all[meant] ?? first;
  const same = first.filter(({ slot, text }) =>
    all.every(
      (lines) => lines.find((line) => line.slot === slot)?.text === text && slot !== 'color' && slot !== 'y',
    ),
  );
  return [
    ...same,
    ...all.flatMap((lines) => {
      const own = lines.find(({ slot }) => slot === 'color');
      const value = lines.find(({ slot }) => slot === 'y');
      return own && value
        ? [{ slot: 'y', name: own.text, text: value.text, ...(own.color && { color: own.color }) }]
        : [];
    }),
  ];
}
