/** Pairs that are pasted into a list. */
export const paste = {
  open: 'Paste two columns…',
  placeholder: 'Two columns, as copied from Excel; or a pair a line, with a comma between',
  add: 'Add pairs: {count}',
  odd: 'No pairs ({count}): {lines}',
  line: 'line {line} “{text}”',
  twice: 'Listed already, and left as they are ({count}): {values}',
  between: ', ',
  hidden: '{count} more',
  clear: 'Remove all',
} as const;
