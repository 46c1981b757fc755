/** How the texts of a column are understood. Plain data: it is kept with the source, and used again for next month's file. */
export type Reading = { type: 'VARCHAR' } | NumberReading | MomentReading | { type: 'TIME' } | BooleanReading;

export interface NumberReading {
  type: 'BIGINT' | 'DOUBLE';
  decimal: '.' | ',';
  /** What may stand between groups of digits, a blank for every kind of blank; none where there are no groups. */
  group?: string;
  /** The one currency that may stand beside the numbers: `$`, `¥`, `kr`. */
  currency?: string;
  /** Every value is a share in hundredths: `12.5%` is 0.125. */
  percent?: true;
}

export interface MomentReading {
  type: 'DATE' | 'TIMESTAMP';
  /** The order of the parts, where the text itself does not tell. */
  order: DateOrder;
  /** Numbers are counts of days. */
  excel?: ExcelEpoch;
  /** Numbers are seconds or milliseconds since 1970, in UTC. */
  epoch?: 's' | 'ms';
  /** Every value names its zone, and becomes the time in UTC. */
  zone?: 'utc';
  /** A month without a day, or a quarter, means its first day. */
  month?: 'first';
  /** The year of days that name none. */
  year?: number;
}

export interface BooleanReading {
  type: 'BOOLEAN';
  /** The words for yes and no, in any case; `true` and `false` where none are given. */
  yes?: string;
  no?: string;
}

export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** A date as a count of days, and from when. */
export type ExcelEpoch = 1900 | 1904;
