const rowsOf = (count: number, text: string) => `${text} ${count === 1 ? 'row' : 'rows'}`;

export const sharing = {
  menu: 'Share…',
  export: 'Export…',
  exportTable: 'Export the table…',
  exportSeveral: 'Export several tables…',
  toExcel: 'Workbook to Excel…',
  exportSelection: 'Export the selection…',
  exportStep: 'Export the rows after this step…',
  exportHelp: 'Taking tables away',
  exportHelpText:
    'Any table leaves as a file: by the button above a source’s rows, by a cell’s or a step’s menu, or by the menu of the values that are selected. Choose the format; the dialog says what would not come back from it before anything is written. “Export several tables” in the commands puts them into one file.',
  open: 'Open a workbook or a script…',
  oneAtATime: 'Workbooks are opened one at a time. Not opened yet: {{ names }}',

  title: 'Share “{{ name }}”',
  rows: 'Which rows come along',
  all: 'All rows',
  allHint: 'Whoever has the file can run everything, and see everything.',
  sample: 'A sample',
  sampleHint: 'Rows drawn at random, the same ones each time.',
  sampleRows: 'Rows of each table',
  none: 'None',
  noneHint: 'Queries and texts only. Who opens it reads tables of their own.',
  tables: 'Tables that the cells read',
  noTables: 'No cell reads a table.',
  columns: (name: string, count: number) => `${name}: ${count} ${count === 1 ? 'column' : 'columns'}`,
  column: 'Column {{ name }}',
  keep: 'Keep',
  mask: 'Mask',
  leaveOut: 'Leave out',
  changed: (masked: number, leftOut: number) =>
    [masked > 0 && `${masked} masked`, leftOut > 0 && `${leftOut} left out`].filter(Boolean).join(', '),
  maskHint:
    'A masked value becomes a mark that nobody can turn back. Equal values get equal marks, so that counting and joining still work.',
  personal: (count: number, text: string) =>
    `${text} ${count === 1 ? 'column looks' : 'columns look'} like data on people, and would leave as ${count === 1 ? 'it is' : 'they are'}:`,
  maskPersonal: 'Mask them',
  passphrase: 'Passphrase',
  passphraseHint: 'Without it nobody can open the file, you included. It is not kept anywhere.',
  passphraseNone: 'None: anybody can open the file',
  show: 'Show',
  saveFile: 'Save the file',
  saveScript: 'Save as SQL script',
  scriptLacks: (_count: number, names: string) => `Not in the script, which says why: ${names}`,
  copyLink: 'Copy a link',
  linkHint: 'The link holds the queries and texts, and no rows. It is not sent to any server.',
  writing: 'Writing the file: {{ share }} %',
  stop: 'Stop',
  saved: '“{{ file }}” was saved, {{ size }}',
  copied: 'The link was copied: {{ length }} characters',

  opening: 'Open “{{ name }}”',
  openingLink: 'Open the workbook of this link',
  reading: 'Reading and checking: {{ share }} %',
  locked: 'This file is protected by a passphrase.',
  wrong: 'That is not the passphrase of this file. Check upper and lower case, and try again.',
  unlock: 'Open',
  stuck: 'Nothing was changed.',
  held: 'Nothing runs before you say so: look through the cells first.',
  made: (version: string, date: string) => `Written by Quire ${version}, ${date}`,
  sources: 'What its cells read',
  noSources: 'Its cells read no table.',
  along: (count: number, text: string) => `${rowsOf(count, text)} in the file`,
  alongSample: (count: number, text: string, all: string) =>
    `a sample of ${rowsOf(count, text)} out of ${all}`,
  masked: (names: string) => `masked: ${names}`,
  leftOut: (names: string) => `left out: ${names}`,
  choose: 'What {{ name }} is here',
  takeAlong: 'Import the rows of the file',
  takeHere: 'Use “{{ name }}”',
  takeSame: 'Use “{{ name }}”: the same rows',
  takeLacking: (name: string, columns: string) => `Use “${name}”, which lacks ${columns}`,
  takeNothing: 'Leave it open',
  file: 'Choose a file…',
  needs: (columns: string) => `has the columns ${columns}`,
  cells: 'Cells',
  noCells: 'It has no cells.',
  more: (_count: number, text: string) => `and ${text} more`,
  take: 'Open the workbook',
  taking: 'Bringing the rows in…',

  script: {
    head: (title: string) =>
      `${title}\nRun it with DuckDB in the folder of the original files: duckdb < script.sql\nQuire computes with DuckDB 1.4; another version may give a column another type.`,
    inputs: 'Inputs: change a value here and run the script again.',
    sources: 'Sources',
    cells: 'Cells, each after those that it reads',
    exported: (source: string, file: string, from: string) =>
      `DuckDB by itself does not read ${from} as Quire did. Export the table ${source} from Quire as ${file} first.`,
    leftOut: (name: string) =>
      `The cell ${name} is not in this script: it has a mistake, or is more than a query.`,
    leftOutComputed: (name: string) =>
      `The cell ${name} is not in this script: it has an analysis that no query can do. Take its table along as a file.`,
    leftOutSecret: (name: string) =>
      `The cell ${name} is not in this script: it hides values by a secret that stays on the device where it was made.`,
    random: 'Random numbers: one thread, and the same seed before each cell that draws any.',
    noCell: 'This statement is no query, so that it is not a cell:',
    readsFile: (files: string) =>
      `This statement reads ${files}. Import the file here, and give the table the name that the other cells read:`,
  },
};

export const sharingProblems = {
  'export-needs-device':
    'A database file is put together on this device, and the browser keeps no files here, as in a private window. Choose another format, or use a usual window.',
  'quire-damaged':
    'This file was damaged on its way, or is not complete. Nothing of it was opened. Ask for it again.',
  'quire-changed':
    'Somebody changed this file after it was written. Do not trust it: nothing of it was opened. Ask the person whom it should be from.',
  'quire-unsound':
    'This file is damaged, not complete, or was changed after it was written. Nothing of it was opened. Ask for it again.',
  'quire-locked': 'This file is protected by a passphrase. Give the passphrase to open it.',
  'quire-passphrase': 'That is not the passphrase of this file. Check upper and lower case, and try again.',
  'quire-insecure':
    'Files can be sealed and checked on a secure page only. Open Quire by https, or at localhost.',
  'link-damaged': 'This link is not complete: part of it was cut off. Copy all of it, or ask for the file.',
  'link-too-long':
    'This workbook makes a link of {{ length }} characters; more than {{ limit }} are cut off on their way. Send the file instead.',
};

export const sharedWarnings = {
  sampled: (count: number, text: string) =>
    `These rows are a sample. The table that they were drawn from has ${text} ${count === 1 ? 'row' : 'rows'}.`,
  masked: () =>
    'Columns were masked by whoever sent this table: their values are marks that stand for others.',
};
