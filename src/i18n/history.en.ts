/** What was done, as it stands after “Undo:”. */
export const history = {
  undo: 'Undo: {{ what }}',
  redo: 'Redo: {{ what }}',
  add: 'add a cell',
  change: 'change a cell',
  rename: 'rename a cell',
  fold: 'fold a cell',
  remove: 'delete a cell',
  move: 'move a cell',
  duplicate: 'duplicate a cell',
  title: 'change the title',
  runMode: 'change when cells run',
  renameSource: 'rename a source',
  restore: 'restore a version',
  removeSource: 'remove a source',
  restoreSource: 'bring back a source',
  replaceSource: 'replace the file of a source',
};
