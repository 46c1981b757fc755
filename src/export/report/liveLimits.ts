/** Rows of a table that an interactive page has inside. */
export const MOST_LIVE_ROWS = 20_000;
/** A chart of more marks stands as a picture only. */
export const MOST_LIVE_MARKS = 3000;
