import type { Inspection } from './inspection';

/** Which of several files can be one table: those with the same columns, in any order. In the order of the first of each. */
export function groupAlike(inspections: readonly (Inspection | undefined)[]): number[][] {
  const groups = new Map<string, number[]>();
  inspections.forEach((inspection, index) => {
    const key = (inspection && toForm(inspection)) ?? `alone ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

/** What files of one table have in common; nothing for a file with several tables, or without names for its columns. */
function toForm({ tables }: Inspection): string | undefined {
  const [table] = tables;
  if (tables.length !== 1 || !table || table.columns.length < 2 || table.settings.header === 0)
    return undefined;
  return JSON.stringify(table.columns.map(({ source }) => source).toSorted());
}
