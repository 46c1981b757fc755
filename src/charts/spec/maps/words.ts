/** What maps say. */
export interface MapWords {
  /** Of a region, and of what the grey stands for. */
  readonly noData: string;
  readonly longitude: string;
  readonly latitude: string;
  /** A name that was not found, and how many rows have it. */
  readonly name: (name: string, rows: string) => string;
  /** Between names. */
  readonly comma: string;
  readonly missed: (names: string, more: string, rows: string) => string;
  readonly noPlace: (rows: string) => string;
  readonly nowhere: (rows: string) => string;
  readonly beyond: (places: string) => string;
  readonly together: (points: string, squares: string) => string;
  readonly say: {
    readonly regions: (title: string, regions: string, all: string, most: string, least: string) => string;
    readonly points: (title: string, points: string) => string;
    readonly density: (points: string) => string;
    readonly empty: (title: string) => string;
  };
}
