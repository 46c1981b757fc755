/** Next month's file in the place of this month's. */
export const replacing = {
  menu: 'Replace file…',
  drop: 'Replace the file of “{{ name }}”',
  title: 'Replace the file of “{{ name }}”',
  looking: 'Looking at “{{ file }}” by the settings of before…',
  importing: 'Importing “{{ file }}” beside it: {{ done }} of {{ total }}',
  comparing: 'Comparing with the rows of before…',
  stop: 'Stop',
  stuck: 'Nothing was changed.',
  setUp: 'Set up this import…',
  otherSettings: 'Other settings…',

  compared: 'Compared',
  before: 'Before',
  now: 'Now',
  file: 'File',
  rows: 'Rows',
  rejected: 'Rejected records',
  unread: 'Values not readable',
  quiet: 'Nothing else has changed: the same columns, types and categories.',
  undoable: 'The table of before stays under “Removed” for seven days.',

  renamed: 'Under a new name',
  sameColumn: 'Same column',
  otherColumn: 'Another column',
  byName: 'The two names differ in case, blanks or marks only.',
  byValues: 'Most of their values are the same.',
  staysNamed: (from: string) => `It keeps its name: ${from}.`,
  gone: 'Columns that are gone',
  added: 'New columns',
  types: 'Types',
  keepType: (type: string) => `Keep ${type}`,
  takeType: (type: string) => `Take ${type}`,
  misfits: (count: number, text: string, example: string) =>
    count === 1 ? `1 value does not fit: ${example}` : `${text} values do not fit, such as ${example}`,
  misfitsMissing: (count: number, text: string, example: string) =>
    count === 1
      ? `1 value becomes missing, and is listed: ${example}`
      : `${text} values become missing, and are listed, such as ${example}`,
  categories: 'Categories',
  newWords: 'new',
  goneWords: 'gone',
  blanks: 'Missing values',
  layout: 'Form of the file',
  layouts: {
    delimiter: 'Delimiter',
    skip: 'Lines before the header',
    header: 'Rows of the header',
    units: 'Rows of units, left out',
    footer: 'Rows at the end, left out as totals or notes',
    encoding: 'Encoding',
  },
  asBefore: (rows: string) => `${rows}, as before`,
  asFound: (rows: string) => `${rows}, as this file looks`,
  more: (text: string) => `and ${text} more`,

  replace: 'Replace',
  keepBoth: 'Keep both',
  done: (name: string, count: number, text: string) =>
    `“${name}” now holds the new file, ${text} ${count === 1 ? 'row' : 'rows'}`,
  keptBoth: (name: string, before: string) =>
    name === before ? `“${name}” imported` : `“${name}” imported beside “${before}”`,
  undone: '“{{ name }}” is as it was before the replacement',
};
