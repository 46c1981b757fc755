/** The panel in which a chain is built. */
export const panel = {
  add: 'Add a step',
  search: 'Name of a step',
  from: 'From',
} as const;

/** What keeps a step from fitting, beyond the common faults; by `why`. */
export const why: Readonly<Record<string, string>> = {};

/** What a person should know of a step that works; by `why`. */
export const notes: Readonly<Record<string, string>> = {};
