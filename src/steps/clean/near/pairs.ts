import { quoteName } from '../../../sql/quote';

export interface PairOptions {
  /** Before the names of the statement's own tables. */
  prefix: string;
  /** The number of a row, in quotes. */
  row: string;
  /** From which weight a pair counts. */
  least: number;
  /** What must be true of a pair, besides. */
  apart: string;
  /** Pairs of rows that count whatever their weight, as a query. */
  same?: string;
}

export type Role = 'name' | 'phone' | 'email' | 'address';
export type Roles = Readonly<Record<Role, string>>;

/** More rows than this under one key say nothing: a switchboard, a family name. */
const MOST_ALIKE = 60;

/** In a short list, a value looks more common than it is among people. */
const FEWEST = 20_000;

/**
 * What is compared of each role, in a form in which small differences are gone, and how much it says. A weight is a binary logarithm of odds, after
 * Fellegi and Sunter: how often one person's two rows agree so (a share, from which a rare phone number gains more than a common
 * name), against how often two persons' do.
 */
const roles = {
  name: {
    // a Latin name's parts in any order; Chinese characters are parted by no space
    clean: (it: string) =>
      `nullif(array_to_string(list_sort(list_filter(string_split_regex(regexp_replace(lower(strip_accents(nfc_normalize(${it}))), '([\\p{Han}])\\s+', '\\1', 'g'), '[^\\p{L}\\p{N}]+'), part -> part <> '')), ' '), '')`,
    agree: 0.8,
    alike: (a: string, b: string) =>
      `jaro_winkler_similarity(${a}, ${b}) >= 0.85 OR replace(${a}, ' ', '') = replace(${b}, ' ', '')`,
    // names that are alike are more than those that are equal, and a share of all names is alike by chance
    alikeOdds: (share: string) => `0.15 / (20 * ${share} + 0.005)`,
    differ: -4,
    keys: (it: string) => [[it]],
  },
  phone: {
    clean: (it: string) => `nullif(right(regexp_replace(CAST(${it} AS VARCHAR), '\\D+', '', 'g'), 11), '')`,
    agree: 0.75,
    alike: (a: string, b: string) => `damerau_levenshtein(${a}, ${b}) <= 1`,
    alikeOdds: (share: string) => `0.1 / (20 * ${share})`,
    differ: -2,
    // a wrong digit is in one half of it
    keys: (it: string) => [
      [`CASE WHEN length(${it}) >= 7 THEN left(${it}, 7) END`],
      [`CASE WHEN length(${it}) >= 7 THEN right(${it}, 7) END`],
    ],
  },
  email: {
    clean: (it: string) => `nullif(lower(trim(${it})), '')`,
    agree: 0.8,
    alike: (a: string, b: string) =>
      `jaro_winkler_similarity(${a}, ${b}) >= 0.94 AND damerau_levenshtein(${a}, ${b}) <= 2`,
    alikeOdds: (share: string) => `0.1 / (20 * ${share})`,
    differ: -2,
    keys: (it: string) => [[it], [`nullif(split_part(${it}, '@', 1), '')`]],
  },
  address: {
    clean: (it: string) =>
      `nullif(regexp_replace(lower(nfc_normalize(${it})), '[^\\p{L}\\p{N}]+|[省市区县号栋幢室楼]|\\b(street|st|road|rd|avenue|ave)\\b', '', 'g'), '')`,
    agree: 0.7,
    alike: (a: string, b: string) => `damerau_levenshtein(${a}, ${b}) <= greatest(2, length(${a}) * 0.25)`,
    alikeOdds: (share: string) => `0.2 / (20 * ${share})`,
    differ: -3,
    keys: (it: string) => [[it], [`left(c_name, 1)`, `right(${it}, 6)`]],
  },
};

/**
 * Tables that end in the pairs of rows that count as one person, each with how sure that is. Rows are compared only where they share a
 * key (half a phone number, an address …), because all pairs of 200,000 rows are 20 billion.
 */
export function toPairsSql(settings: Roles, { prefix, row, least, apart, same }: PairOptions): string[] {
  const asked = findAsked(settings);
  const cleaned = asked.map((role) => `${roles[role].clean(quoteName(settings[role]))} AS c_${role}`);
  const keys = asked.flatMap((role) =>
    roles[role]
      .keys(`c_${role}`)
      .filter((parts) => settings.name !== '' || !parts.includes('left(c_name, 1)'))
      .map((parts, at) => {
        const present = parts.map((part) => `${part} IS NOT NULL`).join(' AND ');
        return `SELECT r, hash('${role}${at}', ${parts.join(', ')}) AS key FROM ${prefix}_clean WHERE ${present}`;
      }),
  );
  const weights = asked.map((role) => {
    const { agree, alike, alikeOdds, differ } = roles[role];
    const [a, b, share] = [`one_.c_${role}`, `other_.c_${role}`, `of_${role}.share`];
    return `CASE
    WHEN ${a} IS NULL OR ${b} IS NULL THEN 0
    WHEN ${a} = ${b} THEN log2(${agree} / ${share})
    WHEN ${alike(a, b)} THEN log2(${alikeOdds(share)})
    ELSE ${differ}
  END`;
  });
  const shares = asked.map(
    (role) => `${prefix}_${role} AS MATERIALIZED (
  SELECT c_${role}, count(*) / any_value(total) AS share
  FROM ${prefix}_clean, (SELECT greatest(count(*), ${FEWEST})::DOUBLE AS total FROM ${prefix}_clean)
  WHERE c_${role} IS NOT NULL
  GROUP BY c_${role}
)`,
  );
  const joins = asked.map(
    (role) => `LEFT JOIN ${prefix}_${role} AS of_${role} ON of_${role}.c_${role} = one_.c_${role}`,
  );
  const rows = `${prefix}_rows`;
  const apartJoin = apart
    ? `\nJOIN ${rows} AS one ON one.${row} = r1\nJOIN ${rows} AS other ON other.${row} = r2\nWHERE weight >= ${least} AND ${apart}`
    : `\nWHERE weight >= ${least}`;
  return [
    `${prefix}_clean AS MATERIALIZED (SELECT ${row} AS r, ${cleaned.join(', ')} FROM ${rows})`,
    ...shares,
    `${prefix}_keys AS MATERIALIZED (\n  ${keys.join('\n  UNION ALL ')}\n)`,
    `${prefix}_blocks AS MATERIALIZED (
  SELECT * FROM ${prefix}_keys
  WHERE key IN (SELECT key FROM ${prefix}_keys GROUP BY key HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE})
)`,
    `${prefix}_candidates AS MATERIALIZED (
  SELECT DISTINCT one.r AS r1, other.r AS r2
  FROM ${prefix}_blocks AS one JOIN ${prefix}_blocks AS other ON one.key = other.key AND one.r < other.r
)`,
    `${prefix}_weighed AS MATERIALIZED (
  SELECT r1, r2, ${weights.join(' + ')} - log2((SELECT greatest(count(*), 2) FROM ${prefix}_clean)) AS weight
  FROM ${prefix}_candidates
  JOIN ${prefix}_clean AS one_ ON one_.r = r1
  JOIN ${prefix}_clean AS other_ ON other_.r = r2
  ${joins.join('\n  ')}
)`,
    `${prefix}_pairs AS MATERIALIZED (
  SELECT r1, r2, round(1 / (1 + pow(2, -weight)), 3) AS score
  FROM ${prefix}_weighed${apartJoin}${same ? `\n  UNION ALL ${same}` : ''}
)`,
  ];
}

/** The roles that a person has named a column for. */
export function findAsked(settings: Roles): Role[] {
  return (Object.keys(roles) as Role[]).filter((role) => settings[role] !== '');
}

/** Whether two rows agree in a role: `same`, `alike`, `other`, or missing where one of them has nothing. */
export function toAgreement(role: Role, one: string, other: string): string {
  const [a, b] = [`${one}.c_${role}`, `${other}.c_${role}`];
  return `CASE WHEN ${a} = ${b} THEN 'same' WHEN ${roles[role].alike(a, b)} THEN 'alike' WHEN ${a} <> ${b} THEN 'other' END`;
}
