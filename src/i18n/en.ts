import { inputs, texts } from './cells.en';
import { editor, explain } from './editor.en';
import { encodings, importing, reading } from './importing.en';
import { help } from './help.en';
import { history } from './history.en';
import { home, keeping, keepingProblems } from './keeping.en';
import { mending, receipt, rejected } from './receipt.en';
import { replacing } from './replacing.en';
import { sharing, sharingProblems } from './sharing.en';
import { cell, face, kind, workbook } from './workbook.en';
import { sqlHint } from './sql.en';
import { stepProblems } from './steps/problems.en';

export const en = {
  importing,
  reading,
  encodings,
  receipt,
  rejected,
  mending,
  replacing,
  sqlHint,
  history,
  sharing,
  keeping,
  home,
  editor,
  explain,
  workbook,
  face,
  cell,
  kind,
  inputs,
  texts,
  app: {
    title: 'Quire: a private data workbench',
    name: 'Quire',
    home: 'Start page',
    private: 'Nothing has left this device',
    sources: 'Sources',
    details: 'Details',
    messages: 'Messages',
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    showSidebar: 'Show or hide the sources',
    showDetails: 'Show or hide the details',
    resizeSidebar: 'Width of the sources',
    resizeDetails: 'Width of the details',
    skip: 'Skip to the table',
    loading: 'Loading…',
  },
  start: {
    heading: 'Your data, worked on where it lies',
    lede: 'Drop a CSV or Excel file here. It becomes a table in seconds, even with millions of rows.',
    drop: 'Drop files here',
    dropNow: 'Let go to import',
    or: 'or paste a table copied from Excel or a web page',
    pick: 'Choose files',
    pickWith: 'Import with settings…',
    formats: 'CSV, Excel, JSON, Parquet, Arrow or DuckDB, in any encoding, also in .zip and .gz',
    privacy:
      'Your rows stay in this browser: they are never uploaded, and this page may not send anything to another site.',
    samples: 'Try it with a sample',
    samplesLede: 'Invented exports of a tea-ware shop, with the dirt that real ones have.',
    allSamples: 'Open all of them',
    recent: 'On this device',
    rows: (count: number, text: string) => `${text} ${count === 1 ? 'row' : 'rows'}`,
  },
  sources: {
    title: 'Sources',
    add: 'Add',
    addLong: 'Import files',
    empty: 'No sources yet. Drop a file anywhere on this page.',
    menu: 'Actions for {{ name }}',
    open: 'Open',
    expand: 'Columns of {{ name }}',
    rename: 'Rename',
    renameLabel: 'New name of {{ name }}',
    remove: 'Remove',
    removed: '“{{ name }}” was removed',
    removedTitle: 'Removed',
    restore: 'Bring back',
    clear: 'Delete for good',
    clearAsk: 'Delete “{{ name }}” for good?',
    clearWhy:
      'Its rows are deleted from this device. This cannot be undone; the file that you imported is not touched.',
    notKept: 'Not kept',
    notKeptLong: 'This browser window keeps nothing. These rows are gone when you close or reload the page.',
    waiting: 'Waiting',
    stopping: 'Stopping…',
    importing: '{{ done }} of {{ total }}',
    stopImport: 'Stop importing {{ name }}',
    imported: (name: string, rows: string) => `“${name}” imported, ${rows}`,
    importedMany: (count: number, rows: string) => `${count} sources imported, ${rows}`,
    importedTables: (file: string, count: number, rows: string) =>
      `${count} tables of “${file}” imported, ${rows}`,
    again: 'Import again with other settings…',
    stopped: 'Import stopped. Nothing was left behind.',
    unbalanced: 'The receipt does not balance',
  },
  view: {
    rows: 'Rows',
    rejected: 'Rejected',
    unread: 'Not readable',
    gridLabel: 'Rows of {{ name }}',
    rejectedLabel: 'Rejected records of {{ name }}',
    unreadLabel: 'Values of {{ name }} that are not readable',
    size: (rows: number, rowsText: string, columns: number, columnsText: string) =>
      `${rowsText} ${rows === 1 ? 'row' : 'rows'} · ${columnsText} ${columns === 1 ? 'column' : 'columns'}`,
    goTo: 'Go to row',
    go: 'Go',
  },
  profile: {
    title: 'Column',
    pick: 'Select a cell or a column to see what is in it.',
    type: 'Type',
    missing: 'Missing',
    distinct: 'Distinct',
    about: 'about {{ count }}',
    min: 'Least',
    max: 'Greatest',
    mean: 'Mean',
    first: 'Earliest',
    last: 'Latest',
    shortest: 'Shortest',
    longest: 'Longest',
    characters: (count: number, text: string) => `${text} ${count === 1 ? 'character' : 'characters'}`,
    frequent: 'Most frequent',
    blank: '(empty text)',
    failed: 'This column could not be summed up.',
  },
  footer: {
    starting: 'Engine starting…',
    ready: 'Ready',
    working: 'Importing…',
    failed: 'Engine failed',
    memory: 'Engine {{ used }} of {{ limit }}',
    stored: 'Stored here {{ used }} · {{ free }} free',
    notKept: 'Not kept after this window closes',
    language: 'Language',
    theme: 'Theme',
    commands: 'Commands',
  },
  theme: { system: 'System', light: 'Light', dark: 'Dark' },
  command: {
    versions: 'Versions of the workbook',
    model: 'Data model: how the tables hang together',
    clean: 'Clean this table by steps in the workbook',
    ask: 'Query this table in the workbook',
    addCell: 'Add a cell: {{ kind }}',
    runCell: 'Run the cell',
    chartPng: 'Save the chart as PNG',
    chartSvg: 'Save the chart as SVG',
    chartCopy: 'Copy the chart as a picture',
    duplicateCell: 'Duplicate the cell',
    removeCell: 'Delete the cell',
    runAuto: 'Run cells by themselves',
    runAsked: 'Run cells only when asked',
    redo: 'Redo',
    palette: 'Find a command',
    search: 'Type a command',
    none: 'No command of that name',
    import: 'Import files…',
    importFolder: 'Import a folder…',
    importWith: 'Import with settings…',
    again: 'Import this source again with other settings…',
    replace: 'Replace the file of this source…',
    mend: 'Mend the rejected records…',
    paste: 'Import from the clipboard',
    templates: 'Begin with a task: a report or a clean-up from a template',
    samples: 'Open the samples',
    home: 'Go to the start page',
    sidebar: 'Show or hide the sources',
    details: 'Show or hide the details',
    rename: 'Rename this source',
    remove: 'Remove this source',
    undo: 'Undo',
    goTo: 'Go to a row…',
    copyHeaders: 'Copy the selection with headers',
    light: 'Theme: light',
    dark: 'Theme: dark',
    system: 'Theme: as the system',
    english: 'Language: English',
    chinese: 'Language: 中文',
    help: 'Help and shortcuts',
    erase: 'Erase everything on this device…',
    stop: 'Stop all imports and queries',
    persist: 'Ask the browser to keep the data safe',
    next: 'Open the next source',
    previous: 'Open the previous source',
    open: 'Open {{ name }}',
  },
  clipboard: {
    name: 'pasted',
    empty: 'There is no table on the clipboard. Copy some cells first, then paste here.',
    refused: 'The browser did not let this page read the clipboard. Press Ctrl+V (⌘V) on the page instead.',
  },
  persist: {
    yes: 'The browser has promised to keep this data until you erase it.',
    no: 'The browser makes no promise: it may clear this data when space runs short. Keep your original files.',
  },
  erase: {
    title: 'Erase everything on this device?',
    text: 'All sources, removed ones too, and all settings of Quire are deleted from this browser, in every tab. The files that you imported are not touched.',
    sure: 'This cannot be undone.',
    do: 'Erase everything',
    done: 'Everything was erased.',
  },
  privacy: {
    title: 'Nothing has left this device',
    text: 'Your files are read by this page and stored in this browser. There is no server behind it that could receive them.',
    rule: 'The browser enforces it: this page’s security policy refuses every request to another site, in its workers and in SQL too.',
    count: 'Requests to other sites since this page was opened',
    refused: 'Requests refused by the policy',
    own: 'Files loaded from this site (the program itself)',
  },
  help,
  problem: {
    ...keepingProblems,
    ...sharingProblems,
    ...stepProblems,
    'chart-layers':
      'Further layers and colours do not go together: a layer is known of a whole group. Take off one of the two.',
    'chart-whole':
      'Parts of a whole can only be counts, sums or shares, as nothing else adds up. Choose one of these, or bars in place of parts.',
    'chart-slot': 'A chart of this kind needs something on “{{ slot }}”. Choose a column for it.',
    'chart-unknown': 'This version does not know charts of the kind “{{ mark }}”. Choose another kind.',
    'cell-kind':
      'This version does not know cells of the kind “{{ kind }}”. It is kept as it is; a newer Quire may open it.',
    'cell-setting': '“{{ setting }}” can’t be {{ detail }}. Give it another value.',
    'cell-cycle':
      'These cells read one another in a circle: {{ path }}. Change one of them so that it reads something else.',
    'cell-name-source':
      'A source is already called “{{ name }}”. Rename this cell, so that each name leads to one table.',
    'cell-name-twice':
      'Another cell is already called “{{ name }}”. Rename this one, so that each name leads to one table.',
    'value-name':
      'Queries read an input as $name, so its name may have letters, digits and _ only, and begins with a letter: “{{ name }}” has not.',
    'value-unknown':
      'There is no input called “${{ name }}”. Add an input cell of that name, or correct the name.',
    'quire-unreadable':
      'This is not a workbook, or it is damaged ({{ detail }}). Ask for the file once more.',
    'quire-newer':
      'This workbook was made by a newer version of Quire. Reload the page to get the newest one, then open it again.',
    'engine-failed':
      'The data engine could not start ({{ detail }}). Reload the page; if that does not help, update the browser.',
    'engine-restarted':
      'The data engine broke, most likely for want of memory, and was started again. Your sources are attached again; run again what was stopped.',
    'out-of-memory':
      'This needs more memory than the browser gives. Ask for fewer rows or columns, or close other tabs, and try again.',
    'sql-syntax': 'This is not SQL that the engine can read: {{ detail }}. Look at the marked place.',
    'sql-name': 'The query doesn’t fit together: {{ detail }}',
    'sql-value': 'A value does not fit: {{ detail }}',
    'sql-needs-extension':
      'This needs the “{{ extension }}” extension, which would have to be downloaded; Quire downloads nothing. ({{ detail }})',
    'sql-refused': 'This statement is not allowed here: only queries that read are. ({{ word }}{{ detail }})',
    'sql-not-a-query': 'There is no query here. Write a SELECT.',
    'sql-several': 'There is more than one statement here. Run them one at a time.',
    'clipboard-refused': 'The browser did not let this page read the clipboard. Press Ctrl+V (⌘V) instead.',
    'sql-by-text':
      '{{ name }} reads tables that the query itself does not name. Quire cannot follow them there: the rows would stay old when those tables change. Write the table’s name itself, as in FROM orders or FROM (DESCRIBE orders), or a whole query in brackets after FROM.',
    'sql-failed': 'The query failed: {{ detail }}',
    'file-empty': '“{{ file }}” is empty. Choose another file.',
    'file-no-rows': '“{{ file }}” holds no table: there is no record in it. Choose another file.',
    'file-not-text':
      '“{{ file }}” is not a file that tables are read from here ({{ kind }}). Save the table as CSV, Excel, JSON or Parquet, and import that.',
    'file-unknown':
      '“{{ file }}” is neither a text nor a workbook, and nothing else that tables are read from here. If it should be one, it is damaged: copy or download it again.',
    'file-not-utf8':
      '“{{ file }}” is not in UTF-8, so its characters cannot be read safely. In Excel choose “Save as”, then “CSV UTF-8”, and import that.',
    'file-unreadable':
      '“{{ file }}” can no longer be read. It was moved, changed or locked since you chose it; choose it again.',
    'file-failed': '“{{ file }}” could not be imported: {{ detail }}. Nothing was left behind.',
    'replace-kind':
      '“{{ file }}” is another kind of file than “{{ name }}” was made of, so its settings cannot be used. Choose the next file of that kind, or set up how this one is imported.',
    'replace-columns':
      'Not one column of “{{ name }}” is in “{{ file }}”, so its settings cannot be used. Choose another file, or set up how this one is imported.',
    'rows-refused':
      'Not every row fits the columns of “{{ name }}”, so none was added. Correct the marked values and add them again.',
    'file-database':
      '“{{ file }}” is not a DuckDB database, or one of a newer version than this page can read. Export its tables as Parquet or CSV, and import those.',
    'file-too-wide':
      'The file would have {{ count }} columns, and a table can have {{ limit }} at most. If its values are set apart in another way, choose the delimiter; otherwise split the file.',
    'file-no-tables': 'There is no table in “{{ file }}”, or none of those that were asked for.',
    'workbook-damaged':
      'This workbook is damaged or not complete: “{{ detail }}” cannot be read. Open it in Excel, save it again, and import that.',
    'workbook-locked': 'This workbook is protected by a password. Give the password to import it.',
    'workbook-password':
      'That is not the password of this workbook. Check upper and lower case, and try again.',
    'workbook-encryption':
      'This workbook is encrypted in a way that cannot be opened here. Open it in Excel, save a copy without a password, and import that.',
    'sheet-missing': 'There is no sheet “{{ sheet }}” in this workbook. It has: {{ sheets }}.',
    'range-unclear': '“{{ range }}” names no cells of a sheet. Write it as Excel does: B3:F200, A:C or 5:90.',
    'encoding-unknown':
      'There is no encoding named “{{ encoding }}”. Choose one from the list, or leave it out to have it found.',
    'archive-damaged':
      '“{{ file }}” is damaged or not complete, so it cannot be unpacked. Copy or download it again, and import it then.',
    'archive-encrypted':
      '“{{ file }}” is packed with a password. Unpack it first, and import the file that comes out.',
    'archive-method':
      '“{{ file }}” is packed by {{ method }}, which cannot be unpacked here. Unpack it first, and import the file that comes out.',
    'archive-too-large':
      '“{{ file }}” would unpack to more than {{ limit }} MB, so it was not unpacked. If you trust it, unpack it first, and import the file that comes out.',
    'archive-too-many':
      '“{{ file }}” holds {{ count }} files, and no more than {{ limit }} are imported at once. Put those that you need into an archive of their own, and import that.',
    'json-syntax':
      '“{{ file }}” is not JSON at line {{ line }}, column {{ column }}: {{ expected }} was expected there, not {{ found }}. Mend that place, or export the file again.',
    'json-path': '“{{ file }}” has nothing at “{{ path }}”. Choose one of the places that the preview lists.',
    'parquet-damaged':
      '“{{ file }}” is damaged or not complete ({{ detail }}), so none of it was taken. Copy or download it again, and import it then.',
    'parquet-encrypted':
      '“{{ file }}” is an encrypted Parquet file, and its keys are not in it. Save it without encryption, and import that.',
    'parquet-unsupported':
      '“{{ file }}” uses something of Parquet that cannot be read here: {{ detail }}. Write it again with the usual settings (Snappy or Zstandard), and import that.',
    'arrow-damaged':
      '“{{ file }}” is damaged or not complete ({{ detail }}), so none of it was taken. Copy or download it again, and import it then.',
    'arrow-unsupported':
      '“{{ file }}” uses something of Arrow that cannot be read here: {{ detail }}. Save it as Feather version 2 or as Parquet, and import that.',
    'storage-full':
      'There is not enough space on this device for “{{ file }}”. Delete sources that you do not need, or free disk space, and import it again.',
    'source-missing':
      'The rows of “{{ name }}” are no longer on this device; the browser or another tab cleared them. Import the file again.',
    'source-unreadable': 'The rows of “{{ name }}” cannot be read: {{ detail }}. Import the file again.',
    'name-taken': 'There is a source named “{{ name }}” already. Choose another name.',
    'name-empty': 'A name needs at least one character.',
    'copy-too-large':
      '{{ cells }} cells are too many for the clipboard; at most {{ limit }} can be copied. Select fewer.',
    'copy-refused':
      'The browser did not let this page write to the clipboard. Click into the table and press Ctrl+C (⌘C).',
    'xlsx-too-wide':
      '“{{ name }}” has {{ columns }} columns, and a sheet of Excel has room for {{ most }}. Leave some out, or choose Parquet or CSV.',
    'xlsx-too-large':
      'The Excel file would be larger than 4 GB, which Excel does not open. Write fewer rows, or choose Parquet or CSV.',
    'part-missing':
      'A part of Quire could not be fetched, as the network or the server does not answer. Nothing was lost; try again when it does.',
    unexpected:
      'Something went wrong: {{ detail }}. Nothing was lost; try again, and reload the page if it happens once more.',
    lostSources: 'These sources were in memory only and are gone: {{ names }}. Import their files again.',
  },
  grid: {
    missing: 'missing',
    yes: 'true',
    no: 'false',
    noRows: 'No rows',
    noColumns: 'No columns',
    failed: 'These rows could not be read.',
    retry: 'Try again',
    row: 'Row',
    resize: 'Drag to resize, double-click to fit',
    families: {
      number: 'Number',
      text: 'Text',
      date: 'Date or time',
      flag: 'True or false',
      nested: 'Nested',
    },
    copied: (rows: string, columns: string) => `Copied ${rows} × ${columns} cells`,
    cells: (count: number, text: string) => `${text} ${count === 1 ? 'cell' : 'cells'}`,
    numbers: (count: number, text: string) => `${text} ${count === 1 ? 'number' : 'numbers'}`,
    sum: (value: string) => `sum ${value}`,
    mean: (value: string) => `mean ${value}`,
    range: (min: string, max: string) => `from ${min} to ${max}`,
  },
};

export type Dict = typeof en;
