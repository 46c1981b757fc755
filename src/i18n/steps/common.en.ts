/** Labels that mean the same in every step. */
export const fields = {
  columns: 'Columns',
  column: 'Column',
  by: 'By group',
  order: 'In the order of',
  value: 'Value',
  values: 'Values',
  name: 'New column',
  table: 'Table',
  direction: 'Direction',
  missing: 'Missing values',
} as const;

export const choices = {
  direction: { up: 'Ascending', down: 'Descending' },
  missing: { last: 'last', first: 'first' },
} as const;
