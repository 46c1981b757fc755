/** What a column's header says of its values. */
export const glance = {
  distinct: (text: string, count: number) => (count === 1 ? 'one value' : `${text} distinct`),
  about: (text: string) => `about ${text} distinct`,
  different: 'all different',
  missing: (share: string) => `${share} missing`,
  allMissing: 'all missing',
  range: (from: string, to: string) => `From ${from} to ${to}`,
  most: (from: string, to: string, share: string) => `${share} of the values from ${from} to ${to}`,
  frequent: (value: string, count: string, share: string) => `${value}: ${count} (${share})`,
};
