/** Settings of a kind of step, by its name; the first ones show what it is mostly for. */
export type Examples = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
