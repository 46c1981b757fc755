import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {};
