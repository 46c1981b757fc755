/** Charts that follow one another. */
export const together = {
  together: {
    chips: 'Only some rows',
    chosenHere: 'Chosen here:',
    filteredBy: (name: string) => `Chosen in ${name}:`,
    clear: (name: string) => `Chosen in ${name}; click or Esc shows all rows again`,
    clearOwn: 'Chosen here; click or Esc lets go of it',
    between: (from: string, to: string) => `${from} to ${to}`,
    some: (named: string, others: string) => `${named} and ${others} more`,
    marks: (count: string, one: number) => `${count} ${one === 1 ? 'mark' : 'marks'}`,
    /** Said when something has been chosen. */
    said: (what: string, charts: string, count: number) =>
      `Chosen: ${what}. ${charts} other ${count === 1 ? 'chart shows' : 'charts show'} these rows only.`,
    none: 'Nothing is chosen; the other charts show all rows.',
    keys: 'Space chooses a mark, Shift with arrow keys several, and the other charts of the same table show their rows only. Esc lets go of them.',
    dragChooses: 'Dragging chooses rows for the other charts; click to come closer instead',
    dragZooms: 'Dragging comes closer; click to choose rows for the other charts instead',
  },
};
