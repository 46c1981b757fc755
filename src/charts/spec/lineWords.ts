/** What pictures say of what lines, bars and cells have besides. */
export interface LineWords {
  readonly band: (from: string, to: string) => string;
  readonly reach: (from: string, to: string) => string;
  readonly marked: (column: string, count: string) => string;
  readonly noDiagonal: string;
  readonly under: (said: string) => string;
  readonly noUnder: string;
  readonly mirrored: string;
  readonly evenScale: string;
  readonly ownScales: string;
  readonly sizes: (what: string, most: string) => string;
}
