export interface Counted {
  readonly count: number;
  readonly text: string;
}

/** Charts that follow one another, and tables that follow charts. */
export const together = {
  together: {
    chips: 'Only some rows',
    chosenHere: 'Chosen here:',
    filteredBy: (name: string) => `Chosen in ${name}:`,
    clear: (name: string) => `Chosen in ${name}; click or Esc shows all rows again`,
    clearAtTable: (name: string) => `Chosen in ${name}; click shows all rows again`,
    clearOwn: 'Chosen here; click or Esc lets go of it',
    between: (from: string, to: string) => `${from} to ${to}`,
    some: (named: string, others: string) => `${named} and ${others} more`,
    marks: (count: string, one: number) => `${count} ${one === 1 ? 'mark' : 'marks'}`,
    /** Said when something has been chosen. */
    said: (what: string, charts: Counted, tables: Counted) => {
      const others = [
        ...(charts.count > 0 ? [`${charts.text} other ${charts.count === 1 ? 'chart' : 'charts'}`] : []),
        ...(tables.count > 0 ? [`${tables.text} ${tables.count === 1 ? 'table' : 'tables'}`] : []),
      ];
      if (others.length === 0) return `Chosen: ${what}.`;
      const verb = charts.count + tables.count === 1 ? 'shows' : 'show';
      return `Chosen: ${what}. ${others.join(' and ')} ${verb} these rows only.`;
    },
    none: 'Nothing is chosen; the other charts and tables show all rows.',
    /** At a table of which only some rows are shown. */
    rows: (some: string, all: string, count: number) => `${some} of ${all} ${count === 1 ? 'row' : 'rows'}`,
    keys: 'Space chooses a mark, Shift with arrow keys several, and the other charts and tables of the same rows show these only. Esc lets go of them.',
    dragChooses: 'Dragging chooses rows for the other charts; click to come closer instead',
    dragZooms: 'Dragging comes closer; click to choose rows for the other charts instead',
  },
};
