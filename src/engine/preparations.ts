/** What every engine is told before it is locked. */
export const preparations = [
  'CREATE SCHEMA rejected',
  'CREATE SCHEMA unread',
  'CREATE SCHEMA kept_in_memory',
  // these two live in an extension that no browser can have
  ...['current_date', 'today'].map(
    (name) => `CREATE MACRO ${name}() AS CAST(CAST(now() AS TIMESTAMP) + ${toZoneInterval()} AS DATE)`,
  ),
  // DuckDB 1.4.3 takes a missing date for one at the beginning of time, each a group of its own, where rows are grouped by this and a flag
  ...['date_trunc', 'datetrunc'].map(
    (name) =>
      `CREATE MACRO ${name}(part, moment) AS CASE WHEN moment IS NOT NULL THEN system.main.date_trunc(part, moment) END`,
  ),
];

/** The difference between the device's clock and UTC, as the engine writes it; it knows no time zones itself. */
function toZoneInterval(): string {
  return `INTERVAL (${-new Date().getTimezoneOffset()}) MINUTE`;
}
