/** How tables hang together: their keys, and the columns by which one names rows of another. */
export const model: Readonly<Record<string, string>> = {
  title: 'Data model',
  key: 'Key: {columns}',
  noKey: 'No column, and no two of them, tell the rows apart.',
  twice: '{count} rows have a key that is there already.',
  '1:1': 'one to one',
  '1:n': 'one to many',
  'n:m': 'many to many',
  byName: 'by their names',
  byValues: 'by their values',
  byBoth: 'by names and values',
  found: '{share} of the values of {from} are in {to}',
  used: '{share} of the values of {to} are used',
  broken: '{count} rows of {from} name nothing in {to} ({values} values)',
  whole: 'Every reference is found.',
  list: 'List them',
  none: 'Nothing says that these tables belong together.',
};
