/** How many rows a table will have: counted, or judged by a sample. */
export interface Forecast {
  rows: number;
  exact: boolean;
}

/** Of fewer rows nothing can be told about the others. */
const FEWEST = 20;
const DIGITS = 2;

/** Judged by the rows of a sample, and how many times as large as it the whole is. */
export function maybeForecast(rows: number, times: number): Forecast | undefined {
  if (rows < FEWEST || !Number.isFinite(times) || times < 1) return undefined;
  return { rows: Number((rows * times).toPrecision(DIGITS)), exact: false };
}
