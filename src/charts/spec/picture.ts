import type { Datum } from './chart';
import type { View } from './look';

/**
 * What is to be drawn, as data: `render` makes an SVG of it. Marks and their options are those of Observable Plot, but for `shape`
 * and `label`, which are drawn by ourselves at places in the frame.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  /** Scales by name: `x`, `y`, `color`, `fx`, `fy`, `r`. */
  readonly scales: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly marks: readonly Mark[];
  readonly projection?: Readonly<Record<string, unknown>>;
  readonly title?: string;
  readonly subtitle?: string;
  readonly legend?: readonly LegendItem[];
  /** A legend of colours that go over into one another. */
  readonly ramp?: Ramp;
  /** What stands below: what is not in the picture, and the person's note. */
  readonly notes: readonly string[];
  /** What it shows, in a sentence. */
  readonly says: string;
  /** What else can be said of it, for those who listen. */
  readonly more?: string;
  /** What a pointer means: the mark that is nearest, or all that stand above one another where it is along x. */
  readonly pointing?: 'nearest' | 'along';
  /** What a person can come closer to: a span of its scales, or a part of the whole view. */
  readonly zooms?: Zooms;
  /** Along which axes a person draws across what is to be chosen. */
  readonly brushes?: Brushes;
  /** Each of its small multiples is drawn along an axis of its own, so that its y scale is of shares. */
  readonly own?: true;
  /** The part of it that is shown. */
  readonly view?: View;
  /** Groups are told apart by patterns, dashes and symbols besides their colours. */
  readonly patterns?: boolean;
}

export type Zooms = 'x' | 'xy' | 'view';
export type Brushes = 'x' | 'y' | 'xy';

/** One of the data of a mark `shape`, in points of the picture. */
export interface Shape {
  /** An SVG path. */
  readonly d: string;
  /** From where its path counts, if not from the picture's corner. */
  readonly move?: readonly [x: number, y: number];
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  readonly dash?: string;
  /** Which of the legend's groups it is of. */
  readonly series?: number;
  /** Where a pointer finds it, and the row that it stands for. */
  readonly at?: Area;
  readonly datum?: Datum;
}

/** A middle, half of what is covered, and where that is no rectangle, whether a point lies within. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly contains?: (x: number, y: number) => boolean;
  /** From the middle to where what is said of it stands. */
  readonly tip?: { readonly dx: number; readonly dy: number };
}

/** One of the data of a mark `label`, in points of the picture. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fill: string;
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** What follows in another colour. */
  readonly rest?: { readonly text: string; readonly fill: string } | undefined;
  /** Is drawn around the letters, so that they are read over lines. */
  readonly halo?: string;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Mark {
  /** The name of Plot's function, or `shape` or `label`, whose data are `Shape`s and `Label`s. */
  readonly mark: string;
  readonly data?: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Its data are the chart's rows, so that a pointer finds them: what is said of each, line by line. */
  readonly spots?: (datum: Datum) => readonly SpotLine[];
}

export interface SpotLine {
  /** The slot that it is of. */
  readonly slot?: string;
  readonly name: string;
  readonly text: string;
  readonly color?: string;
}

export interface LegendItem {
  readonly label: string;
  readonly color: string;
  readonly pattern?: number;
  /** The group's name as rows have it, where it can be hidden. */
  readonly name?: string;
  readonly hidden?: boolean;
  readonly shape?: 'square' | 'line' | 'dot';
}

export interface Ramp {
  readonly title: string;
  readonly colors: readonly string[];
  readonly labels: readonly string[];
  /** What has no value. */
  readonly missing?: { readonly label: string; readonly color: string };
}
