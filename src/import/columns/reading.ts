/** How the texts of a column are understood. Plain data: it is kept with the source, and used again for next month's file. */
export type Reading =
  | { type: 'VARCHAR' }
  | NumberReading
  | {
      type: 'DATE' | 'TIMESTAMP';
      /** The order of the parts, where the text itself does not tell. */ order: DateOrder;
      excel?: ExcelEpoch;
    }
  | { type: 'TIME' }
  /** The words for yes and no; `true` and `false` where none are given. */
  | { type: 'BOOLEAN'; yes?: string; no?: string };

export interface NumberReading {
  type: 'BIGINT' | 'DOUBLE';
  decimal: '.' | ',';
  /** What may stand between groups of digits; none where there are no groups. */
  group?: string;
}

export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** A date as a count of days, and from when. */
export type ExcelEpoch = 1900 | 1904;
