import { sharedWarnings } from './sharing.en';

/** The words of a source's receipt, and of the two lists of what is not among its rows. */
export const receipt = {
  title: 'Receipt',
  balances: 'Balances',
  doesNot: 'Does not balance',
  short: (records: string, parts: string) => `Receipt balances: ${records} records = ${parts}`,
  shortBad: (records: string, parts: string) => `Receipt does not balance: ${records} records ≠ ${parts}`,
  header: 'header',
  skipped: 'skipped',
  loaded: 'loaded',
  rejected: 'rejected',
  records: 'Records in the file',
  headerLong: 'Header',
  skippedLong: 'Skipped: blank lines, titles, notes',
  loadedLong: 'Loaded',
  rejectedLong: 'Rejected',
  see: 'Show them',
  unbalancedWhy:
    'The file was counted by a scan of its own, and the sum of what was loaded and rejected differs from it. Check the file before you trust these rows.',
  unread: (count: number, text: string) =>
    count === 1
      ? 'One value was not readable as its column’s type. It is missing in the table, and listed.'
      : `${text} values were not readable as their column’s type. They are missing in the table, and listed.`,
  file: 'File',
  kind: 'Kind',
  place: { member: 'File in the archive', sheet: 'Sheet', range: 'Cells', path: 'Path' },
  modified: 'Changed',
  imported: 'Imported',
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  quote: 'Quote',
  none: 'none',
  lineEnd: 'Line ends',
  missingWords: 'Counted as missing',
  stored: 'Stored as',
  lineEnds: { lf: 'LF', crlf: 'CRLF', cr: 'CR', mixed: 'mixed' },
  delimiters: {
    comma: 'comma',
    tab: 'tab',
    semicolon: 'semicolon',
    bar: 'vertical bar',
    space: 'space',
    none: 'none: fixed width',
  },
  textTitle: 'Kept as text, digit for digit',
  readTitle: 'Read in a way of their own',
  changedTitle: 'Values changed',
  changed: (count: number, text: string) => `${text} ${count === 1 ? 'value' : 'values'}`,
  changedExample: '{{ from }} → {{ to }}',
  named: 'in the file: {{ source }}',
  warnings: {
    ...sharedWarnings,
    'open-quote': (count: number, text: string) =>
      count > 1
        ? `${text} quotes are opened and never closed. They were taken as plain characters.`
        : 'A quote is opened and never closed. It was taken as a plain character.',
    'mixed-line-ends': () => 'Lines end in different ways, as in files that were joined together.',
    'damaged-bytes': (count: number, text: string) =>
      count > 1
        ? `At ${text} places the bytes stand for no character; a � stands there now.`
        : 'At one place or more the bytes stand for no character; a � stands there now.',
    padded: (count: number, text: string) =>
      count === 1
        ? 'One record had too few fields. The fields at its end are missing values.'
        : `${text} records had too few fields. The fields at their end are missing values.`,
    trimmed: (count: number, text: string) =>
      count === 1
        ? 'One record had blank fields too many at its end; they were left away.'
        : `${text} records had blank fields too many at their end; they were left away.`,
    repaired: (count: number, text: string) =>
      count === 1
        ? 'One record had stray quotes or delimiters, and could be put right in one way only.'
        : `${text} records had stray quotes or delimiters, and each could be put right in one way only.`,
    'several-tables': (count: number, text: string) =>
      count > 1
        ? `The file holds ${text} further tables. Only the first was read; the others are counted as skipped.`
        : 'The file holds a further table. Only the first was read; the other is counted as skipped.',
    'error-cells': (count: number, text: string) =>
      count === 1
        ? 'One cell held an error such as #DIV/0!. It is missing here.'
        : `${text} cells held errors such as #DIV/0!. They are missing here.`,
    listed: (_count: number, text: string) =>
      `The list of values that are not readable ends after ${text}. The others are counted above; the file has them all.`,
    'no-cached-result': (count: number, text: string) =>
      count === 1
        ? 'One formula had no result saved with it, and is missing here. Open the workbook in Excel and save it to get the result.'
        : `${text} formulas had no result saved with them, and are missing here. Open the workbook in Excel and save it to get the results.`,
    'merged-cells': (count: number, text: string) =>
      count === 1
        ? 'One block of cells is merged. Its value stands in its first cell only.'
        : `${text} blocks of cells are merged. Their value stands in the first cell only.`,
    hidden: (count: number, text: string) =>
      count === 0
        ? 'The sheet is hidden in its workbook. It was read like the others.'
        : count === 1
          ? 'One row or column is hidden in the sheet. It was read like the others.'
          : `${text} rows and columns are hidden in the sheet. They were read like the others.`,
    hours: () =>
      'Lengths of time, such as 36:30, are given as numbers of hours (36.5), so that they can be added up.',
    'duplicate-keys': (count: number, text: string) =>
      count > 1
        ? `In ${text} objects a key stood twice. The last value was taken.`
        : 'In an object a key stood twice. The last value was taken.',
    converted: (count: number, text: string) =>
      count > 0
        ? `${text} values were turned into a type that the table can hold.`
        : 'Values were turned into a type that the table can hold.',
    'left-out': (count: number, text: string) =>
      count > 1 ? `${text} columns were left out, as chosen.` : 'A column was left out, as chosen.',
    elsewhere: (count: number, text: string) =>
      count > 1
        ? `${text} parts of the file lie outside the table, and are not in it.`
        : 'A part of the file lies outside the table, and is not in it.',
    renamed: () => 'A column has another name than in the file, where two had the same or one had none.',
    'row-names': () =>
      'The header has one name less than the records have fields, as R writes it. The first column holds the names of the rows.',
    'fixed-width': () =>
      'The columns of this file seem to be told by their width alone, and they are not cut apart here: each line is one value. Import it again with other settings, and choose “fixed width” as the delimiter.',
    zeros: (count: number, text: string) =>
      count === 1
        ? 'One value began with zeros, as codes do. It was read as a number, as chosen, and the zeros are gone.'
        : `${text} values began with zeros, as codes do. They were read as numbers, as chosen, and the zeros are gone.`,
    'not-as-chosen': (count: number, text: string) =>
      count === 1
        ? 'One column was not read as was asked: some of its values would have been changed or lost. Choose its type in the import dialog to have it so all the same.'
        : `${text} columns were not read as was asked: some of their values would have been changed or lost. Choose their types in the import dialog to have them so all the same.`,
    views: (count: number, text: string) =>
      count === 1
        ? 'One view of the database could not be read here. Save it as a table in the program that made the database, and import the file again.'
        : `${text} views of the database could not be read here. Save them as tables in the program that made the database, and import the file again.`,
    nanoseconds: () => 'Times were cut to microseconds, the finest that the table holds.',
    'as-text': () => 'A column has a type that only text can hold here. Its values were kept as text.',
  },
  at: 'For example: {{ examples }}',
};

export const rejected = {
  line: 'Line',
  column: 'Column',
  reason: 'Reason',
  text: 'Text of the record',
  value: 'Value',
  reasons: {
    'too-many-fields': 'Too many fields',
    'over-border': 'A value goes over a border',
    'not-json': 'Not valid JSON',
  },
  export: 'Save as CSV',
  exportName: { rejected: '{{ name }} rejected', unread: '{{ name }} not readable' },
};

/** Rejected records are mended and added to their table. */
export const mending = {
  open: 'Mend…',
  title: 'Mend rejected records of “{{ name }}”',
  recordOf: 'Record {{ at }} of {{ count }}',
  line: 'Line {{ line }}',
  text: 'As it stands in the file',
  previous: 'Previous record',
  next: 'Next record',
  empty: 'missing',
  extra: 'Field {{ at }} has no column',
  extraText: 'No column is left for this field. Move its text where it belongs, or take it away.',
  dropExtra: 'Take it away',
  joinNext: 'Join the next field to {{ name }}',
  value: 'Value of {{ name }}',
  reset: 'Back to how it stands in the file',
  absent: 'The record has no field for this column',
  bad: 'Not readable as “{{ type }}”',
  ready: 'Ready to be added',
  notYet: (count: number, text: string) =>
    count === 1
      ? 'One field needs a look before this record can be added.'
      : `${text} fields need a look before this record can be added.`,
  add: (count: number, text: string) => {
    if (count === 0) return 'Add to the table';
    return count === 1 ? 'Add 1 record to the table' : `Add ${text} records to the table`;
  },
  added: (count: number, text: string, name: string) =>
    count === 1 ? `1 record was added to “${name}”` : `${text} records were added to “${name}”`,
  undone: 'The added records are rejected again.',
  more: (text: string) =>
    `The first ${text} rejected records are shown here. The others follow when these are mended.`,
};
