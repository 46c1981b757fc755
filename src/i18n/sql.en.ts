/** What to write where DuckDB would want an extension. */
export const sqlHint = {
  json: 'Drop the JSON file on the page: its fields become columns, and you read them as column.field. From JSON in a text column, take one value with regexp_extract(text, \'"name": *"([^"]*)"\', 1).',
  toJson: "Build a value with {'name': value}, and turn it into text with ::VARCHAR.",
  open: 'Queries cannot open files. Drop the file on the page, and use the name of the source that comes of it.',
  database:
    'Quire reaches no other database. Export the table there as CSV or Parquet, and drop the file on the page.',
  format: "Use format('{:,.2f}', value) for numbers and strftime(value, '%Y-%m-%d') for dates.",
  today: 'Use current_date or today() as a value of its own, or CAST(CAST(now() AS TIMESTAMP) AS DATE).',
  clock: 'Use CAST(now() AS TIMESTAMP) for the date and time, and add ::TIME for the time alone.',
  zone: 'Quire does not know time zones. Shift the time by hours: value + INTERVAL 8 HOUR.',
  moment:
    'This does not work on times with a zone, which now() gives too. Take the zone off first: CAST(value AS TIMESTAMP).',
  collation:
    'Quire has no order of its own for each language. COLLATE NOCASE and COLLATE NOACCENT work, also together: COLLATE NOCASE.NOACCENT.',
  spatial:
    'There are no functions for maps. Distances can be worked out from latitude and longitude with sin, cos and radians.',
  search:
    "Search with column ILIKE '%word%' or regexp_matches(column, 'word', 'i'); jaro_winkler_similarity(a, b) finds similar spellings.",
  depth:
    'The settings of the engine stay as they are. Write so long an expression in several cells, each reading the one before.',
  none: 'There is nothing in its place here. Perhaps the same can be said with other functions.',
};
