/** Column names that differ from one another even when case is ignored, as SQL does; blank ones are numbered. */
export function toNames(given: readonly string[], width = given.length): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    // the engine has no names with zeros in them
    const wanted = (given[index] ?? '').replaceAll('\0', '␀').trim() || `column${index + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
