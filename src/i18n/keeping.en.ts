export const keeping = {
  status: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    memory: 'Not kept',
    unprotected: 'Saved, not backed up',
    follower: 'Looking on',
  },
  menu: 'How this workbook is kept',
  savedNote: 'Each change is saved on this device.',
  backedUpNote: 'Each change is saved on this device, and a file holds all of it.',
  unprotectedNote:
    'Each change is saved on this device, but the browser may clear it away when space runs short, and there is no file of the last changes.',
  memoryNote:
    'This browser window keeps nothing: the workbook is gone when you close or reload the page. Download it as a file to keep it.',
  retry: 'Save again',
  persist: 'Ask the browser to keep it',
  exportFile: 'Download the file',
  showVersions: 'Versions…',

  elsewhere: 'Open in another tab: you are looking on.',
  takeOver: 'Take over',
  takingOver: 'Taking over…',

  versions: 'Versions',
  noVersions: 'There are no versions yet. One is kept every five minutes while you work.',
  now: 'Now',
  keepNow: 'Keep this version',
  versionName: 'Name of this version',
  nameHint: 'Name, for example “sent to the board”',
  why: {
    time: 'While you worked',
    named: 'Kept by you',
    'before-open': 'Before a file was opened in its place',
    'before-restore': 'Before a version was restored',
    'before-take-over': 'Before another tab took over',
    'before-replace': 'Before a source was replaced',
    unsaved: 'What another tab could not save',
  },
  cells: (count: number, text: string) => `${text} ${count === 1 ? 'cell' : 'cells'}`,
  look: 'Look',
  compare: 'Compare with now',
  restore: 'Restore',
  restored: 'The version of {{ when }} was restored',
  rename: 'Name',
  remove: 'Delete',
  removed: 'The version of {{ when }} was deleted',
  pick: 'Choose a version to see what is in it.',
  gone: 'This version is no longer there.',
  noCells: 'No cells',
  same: 'Nothing is different from now.',
  sameCells: (count: number, text: string) => `${text} ${count === 1 ? 'cell is' : 'cells are'} the same`,
  change: { added: 'Added since', removed: 'Removed since', changed: 'Changed since', same: 'The same' },
  moved: 'Moved since',
  workbookSettings: 'The workbook',
  /** What was arranged otherwise in the report. */
  reported: {
    title: 'The report',
    parts: 'What is in it, in its order',
    byItself: 'As it comes by itself',
    logo: (size: string) => `An image, ${size}`,
    yes: 'Yes',
    no: 'No',
    left: 'left out',
    rows: (text: string) => `rows to show: ${text}`,
    caption: (text: string) => `caption “${text}”`,
  },
  setting: {
    name: 'Name',
    title: 'Title',
    run: 'When cells run',
    seed: 'Seed of random numbers',
    dashboard: 'Dashboard',
  },
};

export const home = {
  title: 'Workbooks',
  create: 'New workbook',
  empty: 'No workbooks yet. Begin one, or drop a file: its rows are ready for questions at once.',
  search: 'Search workbooks',
  none: 'No workbook is called “{{ text }}”.',
  open: 'Open {{ title }}',
  menu: 'Actions for {{ title }}',
  openShort: 'Open',
  rename: 'Rename',
  renameLabel: 'New title of {{ title }}',
  duplicate: 'Duplicate',
  copyOf: '{{ title }} (copy)',
  remove: 'Delete',
  removed: '“{{ title }}” was deleted',
  removedTitle: (_count: number, text: string) => `Deleted (${text})`,
  removedNote: 'They stay here for seven days.',
  restore: 'Bring back',
  clear: 'Delete for good',
  clearAsk: 'Delete “{{ title }}” for good?',
  clearWhy:
    'The workbook and all its versions are deleted from this device. This cannot be undone; its sources stay.',
  size: (cells: number, cellsText: string, sources: number, sourcesText: string) =>
    [
      `${cellsText} ${cells === 1 ? 'cell' : 'cells'}`,
      ...(sources > 0 ? [`${sourcesText} ${sources === 1 ? 'source' : 'sources'}`] : []),
    ].join(' · '),
  changed: 'Changed {{ when }}',
  hint: 'Enter opens, F2 renames, Delete deletes.',
};

export const keepingProblems = {
  'keep-full':
    'There is no space left on this device, so the last changes are not saved. Delete sources or workbooks that you do not need, or download the workbook as a file, and save again.',
  'keep-failed':
    'The browser could not save the last changes ({{ detail }}). Save again; if that fails too, download the workbook as a file before you close this page.',
  'keep-elsewhere':
    'Another tab has taken over this workbook, so it cannot be changed here. Take over to go on in this tab.',
};
