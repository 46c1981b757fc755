import type { Aggregate, Unit } from './channel';
import type { DistributionWords } from './distributionWords';
import type { FigureWords } from './figureWords';
import type { LineWords } from './lineWords';
import type { MapWords } from './maps/words';

/** How a picture is to look, besides its settings: where it stands and who reads it. */
export interface Look {
  /** For numbers and dates, `en-GB`. */
  readonly tag: string;
  /** In points of the page. */
  readonly width: number;
  readonly height?: number;
  readonly dark: boolean;
  readonly words: ChartWords;
  /** Groups that a person has hidden for now, by their names. */
  readonly hidden?: ReadonlySet<string>;
  /** What a person has come closer to, for now. */
  readonly zoom?: Zoom;
  /** Where the chart has no title, it has one of its own. */
  readonly entitled?: boolean;
  /** Patterns besides colours, whatever the chart says. */
  readonly patterns?: boolean;
}

/** Spans of the scales, dates as milliseconds. */
export interface Zoom {
  readonly x?: readonly [number, number];
  readonly y?: readonly [number, number];
  readonly view?: View;
}

/** A part of what has no scales: so many times as large, from a place within its frame. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** What pictures say; `i18n` has it in every language. */
export interface ChartWords {
  readonly others: string;
  readonly missing: string;
  /** Whether a flag is true. */
  readonly yes: string;
  readonly no: string;
  readonly rows: string;
  /** `sum of amount`, by what is done and with which column. */
  readonly aggregates: Readonly<Record<Exclude<Aggregate, 'none'>, (column: string) => string>>;
  /** What a chart without a title is called: `Sum of amount by status`. */
  readonly generated: {
    readonly measures: Readonly<Record<Exclude<Aggregate, 'none'>, (column: string) => string>>;
    readonly by: (measures: readonly string[], groups: readonly string[]) => string;
    readonly spread: (column: string, groups: readonly string[]) => string;
    readonly against: (y: string, x: string) => string;
    readonly unit: (unit: string) => string;
  };
  readonly units: Readonly<Record<Unit, string>>;
  /** Kinds of chart by their names: `bar chart`. */
  readonly marks: Readonly<Record<string, string>>;
  readonly figures: FigureWords;
  readonly distributions: DistributionWords;
  readonly maps: MapWords;
  readonly lines: LineWords;
  /** What is said after the first sentence. */
  readonly more: {
    /** How a series went: up, level or down. */
    readonly series: (name: string, change: string, way: number) => string;
    readonly each: (said: readonly string[], others: number) => string;
    readonly shares: (first: string, three: string | undefined) => string;
    readonly together: (x: string, y: string, r: string) => string;
  };
  readonly say: {
    readonly empty: (kind: string, what: string) => string;
    readonly with: (name: string, value: string) => string;
    readonly groups: (kind: string, what: string, along: string, groups: string) => string;
    readonly extremes: (
      kind: string,
      what: string,
      along: string,
      most: string,
      least: string,
      groups: string,
    ) => string;
    readonly trend: (said: Trend) => string;
  };
  /** What stands below a picture of which something is not there. */
  readonly told: {
    readonly cut: (shown: string, groups: string) => string;
    readonly together: (shown: string, left: string) => string;
    readonly missing: (rows: string) => string;
    readonly endless: (values: string) => string;
    readonly thinned: (to: string, from: string) => string;
    readonly nothing: string;
  };
}

export interface Trend {
  readonly kind: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly first: string;
  readonly last: string;
  /** How far it has gone, without its sign; not there where it began at nothing. */
  readonly change: string | undefined;
  readonly rises: boolean;
  readonly most: string;
}
