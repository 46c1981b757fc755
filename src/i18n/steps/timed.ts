/** A sentence with times in it; `time` writes the one of a name with its unit. */
export type Timed = (time: (name: string) => string) => string;

/** The words of each note where the unit of its times is not known, and, behind its name, for every unit. */
export function inUnits(
  words: Readonly<Record<string, Timed>>,
  units: Readonly<Record<string, (name: string) => string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([why, write]) => [
      [why, write((name) => `{${name}}`)],
      ...Object.entries(units).map(([unit, time]) => [`${why}-${unit}`, write(time)]),
    ]),
  );
}
