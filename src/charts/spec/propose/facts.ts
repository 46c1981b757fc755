import { quoteName } from '../../../sql/quote';
import type { Column, Family, Value } from '../../../table/column';
import { toFamily } from '../../../table/column';
import { isMoment } from '../channel';

/** What a column is good for in a picture. */
export type Role =
  /** A date or a time: what a picture runs along. */
  | 'moment'
  /** Few values that come again and again. */
  | 'category'
  /** Names, more than a picture shows at once: the largest are shown. */
  | 'names'
  /** Numbers that can be added up or averaged. */
  | 'measure'
  | 'longitude'
  | 'latitude'
  /** Tells rows apart, says the same everywhere, or is a text of its own in each row: no picture is made of it unasked. */
  | 'none';

export interface ColumnFacts {
  readonly column: Column;
  readonly role: Role;
  readonly distinct: number;
  /** The least and the greatest; of dates in days. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface TableFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  /** The column whose values are regions of a map. */
  readonly region?: ColumnFacts | undefined;
}

/** So many rows show what a column is like, and are counted in no time; the charts themselves are of all rows. */
const LOOKED_AT = 100_000;
/** A table of a thousand columns is not counted through. */
const MOST_COLUMNS = 60;
const DAY_SECONDS = 86_400;
/** As many groups as bars beside one another, or colours, are told apart. */
const FEW = 24;

const isCounted = ({ type }: Column) => toFamily(type) !== 'nested';

export function findCounted(columns: readonly Column[]): Column[] {
  return columns.filter(isCounted).slice(0, MOST_COLUMNS);
}

/** One question for all that is to be known of a table before charts of it are proposed. */
export function toFactsSql(columns: readonly Column[], from: string): string {
  const facts = findCounted(columns).flatMap(({ name, type }) => {
    const it = quoteName(name);
    const size = toSizeSql(it, type);
    return [`count(${it})`, `approx_count_distinct(${it})`, size && `min(${size})`, size && `max(${size})`];
  });
  const list = ['count(*)', ...facts.map((fact) => fact || 'NULL')];
  return [
    `SELECT ${list.map((fact) => `CAST(${fact} AS DOUBLE)`).join(', ')}`,
    `FROM (SELECT * FROM ${from} LIMIT ${LOOKED_AT})`,
  ].join('\n');
}

function toSizeSql(it: string, type: string): string | undefined {
  if (isMoment(type)) {
    const seconds = `epoch(${it})`;
    return `CASE WHEN isfinite(${it}) THEN ${seconds} / ${DAY_SECONDS} END`;
  }
  if (toFamily(type) !== 'number') return undefined;
  const number = `CAST(${it} AS DOUBLE)`;
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}

export function toFacts(columns: readonly Column[], values: readonly (readonly Value[])[]): TableFacts {
  const [rows = 0, ...rest] = values.map(([value = null]) => (value === null ? null : Number(value)));
  return {
    rows: rows ?? 0,
    columns: findCounted(columns).map((column, at) => {
      const [present, distinct, low, high] = rest.slice(at * 4, at * 4 + 4).map((value) => value ?? null);
      const found = { column, present: present ?? 0, distinct: distinct ?? 0, low: low!, high: high! };
      return { column, role: toRole(found), distinct: found.distinct, low: found.low, high: found.high };
    }),
  };
}

interface Counted {
  column: Column;
  present: number;
  distinct: number;
  low: number | null;
  high: number | null;
}

const ID =
  /(^|[^a-z])(id|uuid|guid|key|code|zip|postcode|phone|row|index|no)$|编号|编码|代码|序号|单号|号码$|邮编|电话/i;
const IN_CAMEL = /[a-z](Id|ID|Key|Code|No)$/;
const LONGITUDE = /^(lon|lng|long|longitude|经度)$|[_ ](lon|lng|longitude)$/i;
const LATITUDE = /^(lat|latitude|纬度)$|[_ ](lat|latitude)$/i;
const YEAR = /year|年份?$/i;

function toRole({ column: { name, type }, present, distinct, low, high }: Counted): Role {
  // an estimate may be off by a few in a hundred
  const isEach = present > 20 && distinct > 0.9 * present;
  if (present === 0 || (distinct <= 1 && present > 1)) return 'none';
  const family: Family = toFamily(type);
  if (isMoment(type)) return distinct > 1 ? 'moment' : 'none';
  if (family === 'flag') return 'category';
  if (family === 'number') {
    if (LONGITUDE.test(name) && low! >= -180 && high! <= 360) return 'longitude';
    if (LATITUDE.test(name) && low! >= -90 && high! <= 90) return 'latitude';
    if (!/INT/.test(type)) return 'measure';
    if (ID.test(name) || IN_CAMEL.test(name)) return distinct <= FEW ? 'category' : 'none';
    if (YEAR.test(name) && low! > 1000 && high! < 3000) return 'category';
    // 1, 2, 3, … as many as there are rows
    if (isEach && high! - low! < 1.2 * present) return 'none';
    return 'measure';
  }
  if (isEach && present > 50) return 'none';
  if (distinct <= FEW) return 'category';
  return present / distinct >= 3 ? 'names' : 'none';
}
