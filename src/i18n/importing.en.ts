/** The words of the import dialog. */
export const importing = {
  title: 'Import “{{ file }}”',
  fileOf: 'File {{ at }} of {{ count }}',
  another:
    'This is not quite the file of before: that was “{{ name }}”, {{ size }}, changed {{ when }}. The settings of then are tried on it.',
  kinds: {
    text: 'Text',
    excel: 'Workbook',
    json: 'JSON',
    parquet: 'Parquet',
    arrow: 'Arrow',
    duckdb: 'DuckDB database',
    archive: 'Archive',
  },
  looking: 'Looking at the file…',
  do: 'Import',
  skipFile: 'Skip this file',
  restAsIs: 'Import the rest as they look',
  cancelAll: 'Cancel all',
  reset: 'Back to what was found',
  noTable: 'No table is chosen. Tick at least one.',
  sum: (rows: string, columns: string, encoding: string) =>
    [rows, columns, encoding].filter(Boolean).join(' · '),
  rowsExact: (count: number, text: string) => `${text} ${count === 1 ? 'row' : 'rows'}`,
  rowsAbout: (_count: number, text: string) => `${text} rows or so`,
  columnCount: (count: number, text: string) => `${text} ${count === 1 ? 'column' : 'columns'}`,
  tableCount: (count: number, text: string) => `${text} ${count === 1 ? 'table' : 'tables'}`,
  tabs: { file: 'File', table: 'Table', settings: 'Settings', label: 'Parts of this dialog' },
  password: 'Password',
  unlock: 'Open',

  tables: 'Tables in this file',
  take: 'Import {{ name }}',
  look: 'Look at {{ name }}',
  hidden: 'hidden',

  lines: 'As it stands in the file',
  linesKeys:
    'Lines of the file. Arrow keys move; H: the header is here; T: the header ends here; D: rows begin here; E: rows end here.',
  line: 'Line {{ number }}',
  headerHere: 'Header is here',
  headerEnds: 'Header ends here',
  rowsFrom: 'No header, rows begin here',
  rowsEnd: 'Rows end here',
  rowsEndUnknown: 'The end of the file is not among these lines. Set the footer rows by number.',
  roles: {
    skipped: 'skipped',
    comment: 'comment',
    header: 'header',
    units: 'units',
    record: 'row',
    footer: 'footer',
    blank: 'blank',
    rejected: 'rejected',
  },

  preview: 'As it will be',
  noRows: 'No rows with these settings.',
  columnName: 'Name of column {{ at }}',
  columnMenu: 'How {{ name }} is read: {{ reading }}',
  inFile: 'In the file: {{ value }}',
  notReadable: 'Cannot be read as this type: {{ value }}',
  misfits: (count: number, text: string) => `${text} ${count === 1 ? 'value' : 'values'} not readable`,
  zeros: (count: number, text: string) =>
    `${text} ${count === 1 ? 'value loses' : 'values lose'} the zeros at the start`,
  misfitsHint: (_count: number, text: string) => `${text} do not fit`,
  zerosHint: (_count: number, text: string) => `${text} lose their zeros`,
  asInFile: 'As the file has it',
  leaveOut: 'Leave this column out',
  takeIn: 'Take this column in',
  leftOut: 'left out',

  settings: 'Settings',
  encoding: 'Encoding',
  encodings: 'Which of these reads right?',
  allEncodings: 'All encodings',
  delimiter: 'Delimiter',
  borders: 'Borders after characters',
  bordersHint: '10, 25, 40',
  wide: 'Chinese characters count two',
  quote: 'Quote',
  escape: 'Escaping',
  comment: 'Comment lines',
  skip: 'Lines to skip',
  header: 'Header rows',
  units: 'Units rows',
  footer: 'Footer rows',
  types: 'Types',
  missing: 'Missing values',
  addMissing: 'Add a text that means “missing”',
  removeMissing: 'No longer missing: {{ word }}',
  addWord: 'add',
  usualMissing: 'NA N/A n/a null NULL None - -- — ?',
  range: 'Cells',
  rangeHint: 'B3:F200',
  path: 'Path of the rows',
  pathHint: 'data.items',
  wholeFile: 'the whole file',
  flatten: 'Nested values become columns',
  other: 'Other…',
  otherValue: '{{ label }}, typed',
  none: 'none',
  blank: 'blank',
  typesAuto: 'by their values',
  typesText: 'all text',
  escapes: { doubled: 'doubled', backslash: 'backslash \\' },
  quotes: { double: 'double "', single: "single '", curly: 'curly “ ”' },
  comments: { hash: 'start with #', slashes: 'start with //', dashes: 'start with --' },

  questions: 'Please look at this',
  answered: 'Settled',
  assumed: 'So it is as long as nothing is chosen',
  ask: {
    tables: (count: number, text: string) =>
      `This file holds ${text} ${count === 1 ? 'table' : 'tables'}. Which do you want?`,
    allTables: 'All of them',
    onlyThis: 'Only “{{ name }}”',
    path: 'Several places in this file hold rows. Which do you want?',
    encoding: 'The bytes of this file fit several encodings. Which of these reads right?',
    delimiter: 'What stands between the values?',
    header: 'Does the first row name the columns?',
    skipped: (count: number, text: string) =>
      count === 1
        ? 'One line above the table looks like a title or a note.'
        : `${text} lines above the table look like titles or notes.`,
    footer: (count: number, text: string) =>
      count === 1
        ? 'The last record looks like a total or a note, not like a row.'
        : `The last ${text} records look like totals or notes, not like rows.`,
    moment: (column: string, example: string) => `In ${column}, what day is “${example}”?`,
    decimal: (column: string, example: string) => `In ${column}, what number is “${example}”?`,
    misfits: (column: string, count: number, text: string, type: string, example: string) =>
      count === 1
        ? `One value of ${column} is not readable as “${type}”: “${example}”`
        : `${text} values of ${column} are not readable as “${type}”, “${example}” for one`,
    rejected: (count: number, text: string) =>
      count === 1
        ? 'One record has more fields than the table has columns. It will be listed as rejected, and can be mended after the import.'
        : `${text} records have more fields than the table has columns. They will be listed as rejected, and can be mended after the import.`,
    rejectedBorder: (count: number, text: string) =>
      count === 1
        ? 'One line has a value that goes over the border of its column. It will be listed as rejected, and can be mended after the import.'
        : `${text} lines have a value that goes over the border of its column. They will be listed as rejected, and can be mended after the import.`,
    rejectedLines: (count: number, text: string) =>
      count === 1
        ? 'One line is not valid JSON. It will be listed as rejected, and can be mended after the import.'
        : `${text} lines are not valid JSON. They will be listed as rejected, and can be mended after the import.`,
    showRejected: 'Show the first',
  },
  answers: {
    header: 'Yes, it is a header',
    noHeader: 'No, it is data',
    skip: 'Leave out',
    keepSkipped: 'They are rows',
    leaveFooter: 'Leave out',
    keepFooter: 'They are rows',
    asText: 'Keep the column as text',
    asMissing: 'Make them missing, and list them',
    missingWords: (words: string) => `${words} means missing`,
  },

  together: {
    column: 'file',
    done: '{{ count }} files of the same form are one table, “{{ name }}”.',
    apart: 'Keep them apart',
  },
  again: {
    title: 'Import “{{ name }}” again',
    text: 'Quire keeps the rows, not the file, so it needs the file once more: “{{ file }}”. Its settings come up as they were; the new table takes the place of this one, which stays under “Removed”.',
    choose: 'Choose the file',
    done: '“{{ name }}” was imported again; the table of before is under “Removed”',
  },
};

/** How the values of a column are understood. */
export const reading = {
  types: {
    BIGINT: 'Whole number',
    DOUBLE: 'Number',
    DATE: 'Date',
    TIMESTAMP: 'Date and time',
    TIME: 'Time of day',
    BOOLEAN: 'Yes or no',
    VARCHAR: 'Text',
    nested: 'Nested',
    other: 'Other',
  },
  order: { ymd: 'year first', dmy: 'day first', mdy: 'month first' },
  excel: 'Excel’s count of days, from {{ epoch }}',
  epoch: { s: 'seconds since 1970', ms: 'milliseconds since 1970' },
  utc: 'in UTC',
  month: 'its first day',
  year: 'year {{ year }}',
  percent: 'per cent',
  why: {
    'every-value': () => 'every value is one',
    blank: () => 'nothing but blanks',
    words: (example: string) => (example ? `holds words: ${example}` : 'holds words'),
    'leading-zero': (example: string) =>
      example ? `${example} starts with a zero` : 'a value starts with a zero',
    'long-number': (example: string) =>
      example ? `${example} has more digits than a number can hold` : 'more digits than a number can hold',
    phone: (example: string) => (example ? `phone numbers, like ${example}` : 'phone numbers'),
    'identity-card': (example: string) =>
      example ? `identity card numbers, like ${example}` : 'identity card numbers',
    postcode: () => 'the name says postcode',
    'name-says-code': () => 'the name says that it is a code',
    'name-says-date': () => 'the name says that it is a date',
    'like-a-code': (example: string) => (example ? `looks like codes: ${example}` : 'looks like codes'),
    mixed: (example: string, type: string) => {
      const what = type ? `not every value is a ${type.toLowerCase()}` : 'not all values are alike';
      return example ? `${what}: ${example}` : what;
    },
    'day-or-month': (example: string) =>
      example ? `day or month first? ${example} does not tell` : 'day or month first? The values do not tell',
    'no-year': () => 'days without a year',
    month: () => 'months without a day',
    quarter: () => 'quarters of a year',
    'zone-name': (example: string) =>
      example ? `the name of a zone can mean several: ${example}` : 'the name of a zone can mean several',
    chosen: () => 'chosen by you',
    'as-before': () => 'as in the file before',
    'in-the-file': () => 'the file says so',
  },
};

/** Encodings by the labels of the Encoding Standard. */
export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  'utf-32le': 'UTF-32',
  'utf-32be': 'UTF-32 (big endian)',
  gb18030: 'GB18030 (Simplified Chinese)',
  gbk: 'GBK (Simplified Chinese)',
  big5: 'Big5 (Traditional Chinese)',
  shift_jis: 'Shift-JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  'iso-2022-jp': 'ISO-2022-JP (Japanese)',
  'euc-kr': 'EUC-KR (Korean)',
  'windows-1250': 'Windows-1250 (Central European)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'windows-1252': 'Windows-1252 (Western European)',
  'windows-1253': 'Windows-1253 (Greek)',
  'windows-1254': 'Windows-1254 (Turkish)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'windows-1256': 'Windows-1256 (Arabic)',
  'windows-1257': 'Windows-1257 (Baltic)',
  'windows-1258': 'Windows-1258 (Vietnamese)',
  'windows-874': 'Windows-874 (Thai)',
  'iso-8859-2': 'ISO-8859-2 (Central European)',
  'iso-8859-3': 'ISO-8859-3 (South European)',
  'iso-8859-4': 'ISO-8859-4 (Baltic)',
  'iso-8859-5': 'ISO-8859-5 (Cyrillic)',
  'iso-8859-6': 'ISO-8859-6 (Arabic)',
  'iso-8859-7': 'ISO-8859-7 (Greek)',
  'iso-8859-8': 'ISO-8859-8 (Hebrew)',
  'iso-8859-10': 'ISO-8859-10 (Nordic)',
  'iso-8859-13': 'ISO-8859-13 (Baltic)',
  'iso-8859-14': 'ISO-8859-14 (Celtic)',
  'iso-8859-15': 'ISO-8859-15 (Western European)',
  'iso-8859-16': 'ISO-8859-16 (Romanian)',
  'koi8-r': 'KOI8-R (Russian)',
  'koi8-u': 'KOI8-U (Ukrainian)',
  ibm866: 'IBM866 (DOS Cyrillic)',
  macintosh: 'Mac Roman (Western European)',
};
