/** What a step that hides makes of a few values. */
export const sample = {
  show: 'Show three values',
  hide: 'Hide them',
  label: 'What becomes of values of {column}',
} as const;
