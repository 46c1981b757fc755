/** What pictures say that are made of shapes, and of what lies over a picture. */
export interface FigureWords {
  readonly total: string;
  readonly rises: string;
  readonly falls: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly rank: string;
  readonly lasts: string;
  readonly change: string;
  readonly links: string;
  readonly share: string;
  readonly ofFirst: (share: string) => string;
  readonly ofBefore: (share: string) => string;
  /** `+12 % against February`. */
  readonly against: (change: string, moment: string) => string;
  readonly days: (days: string) => string;
  readonly notes: {
    readonly below: (groups: string) => string;
    readonly unread: (groups: string) => string;
    readonly lastOf: (shown: string, groups: string) => string;
    readonly firstOf: (shown: string, groups: string) => string;
    readonly strongestOf: (shown: string, groups: string) => string;
    readonly backwards: (rows: string) => string;
    readonly beyond: (places: string) => string;
    readonly between: (moments: string) => string;
    readonly apart: (nodes: string) => string;
    readonly differs: (names: string) => string;
    readonly unlabelled: (names: string) => string;
    readonly log: (values: string) => string;
    readonly outside: (values: string) => string;
    readonly unplaced: (values: string) => string;
  };
  readonly say: {
    readonly candles: (title: string, from: string, to: string, first: string, last: string) => string;
    readonly steps: (title: string, first: string, last: string, share: string) => string;
    readonly sums: (title: string, total: string, most: string, least: string) => string;
    readonly ranks: (title: string, moment: string, first: string) => string;
    readonly slopes: (title: string, from: string, to: string, rising: string, falling: string) => string;
    readonly intervals: (title: string, rows: string, from: string, to: string) => string;
    readonly network: (title: string, names: string, links: string, strongest: string) => string;
    readonly tree: (title: string, nodes: string, depth: string, leaves: string) => string;
    readonly kpi: (what: string, value: string, moment: string, change: string) => string;
  };
  readonly mean: string;
  readonly median: string;
}
