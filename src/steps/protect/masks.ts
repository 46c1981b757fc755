import { quoteText } from '../../sql/quote';

/** What of a value stays to be read; everything is masked where its form is another. */
export const masks = ['ends', 'phone', 'email', 'name', 'card', 'all'] as const;

export type Mask = (typeof masks)[number];

interface Ends {
  first: number;
  last: number;
}

/** A text with some of it masked, as SQL. */
export function toMasked(mask: Mask, sql: string, ends: Ends): string {
  switch (mask) {
    case 'ends':
      return toEnds(sql, ends);
    case 'phone':
      return toPhone(sql);
    case 'email':
      return toEmail(sql);
    case 'name':
      return toPerson(sql);
    case 'card':
      return toEnds(
        `upper(regexp_replace(${toHalfWidth(sql)}, '[\\s-]', '', 'g'))`,
        { first: 3, last: 4 },
        12,
      );
    case 'all':
      return `CASE WHEN ${sql} IS NOT NULL THEN '***' END`;
  }
}

/** What is too short to have a part hidden is hidden wholly. */
function toEnds(sql: string, { first, last }: Ends, shortest = first + last + 1): string {
  const kept = [
    ...(first > 0 ? [`left(${sql}, ${first})`] : []),
    `repeat('*', length(${sql}) - ${first + last})`,
    ...(last > 0 ? [`right(${sql}, ${last})`] : []),
  ].join(' || ');
  return `CASE WHEN length(${sql}) >= ${shortest} THEN ${kept} ELSE repeat('*', length(${sql})) END`;
}

function toPhone(sql: string): string {
  const digits = `regexp_replace(regexp_replace(${toHalfWidth(sql)}, '[^0-9]', '', 'g'), '^(?:00)?86(1\\d{10})$', '\\1')`;
  // most are written so, and need not be taken apart
  return `CASE
    WHEN regexp_full_match(${sql}, '1[3-9]\\d{9}') THEN left(${sql}, 3) || '****' || right(${sql}, 4)
    WHEN length(${digits}) >= 11 THEN left(${digits}, 3) || repeat('*', length(${digits}) - 7) || right(${digits}, 4)
    WHEN length(${digits}) >= 7 THEN left(${digits}, 2) || repeat('*', length(${digits}) - 4) || right(${digits}, 2)
    WHEN ${sql} IS NOT NULL THEN '****'
  END`;
}

function toEmail(sql: string): string {
  return `CASE
    WHEN regexp_matches(${sql}, '^\\s*\\S{2,}@[^@\\s]+\\s*$') THEN regexp_replace(${sql}, '^\\s*(\\S)\\S+@([^@\\s]+)\\s*$', '\\1***@\\2')
    WHEN regexp_matches(${sql}, '^\\s*\\S@[^@\\s]+\\s*$') THEN regexp_replace(${sql}, '^\\s*\\S@([^@\\s]+)\\s*$', '***@\\1')
    WHEN ${sql} IS NOT NULL THEN '***'
  END`;
}

/** Of a Chinese name the first character, of another the first letter of each word. */
function toPerson(sql: string): string {
  const closed = `regexp_replace(${sql}, '\\s', '', 'g')`;
  return `CASE
    WHEN regexp_matches(${sql}, '\\p{Han}') THEN CASE
      WHEN length(${closed}) > 1 THEN left(${closed}, 1) || repeat('*', length(${closed}) - 1)
      ELSE '*'
    END
    ELSE regexp_replace(trim(${sql}), '(\\S)\\S*', '\\1***', 'g')
  END`;
}

function toHalfWidth(sql: string): string {
  return `translate(${sql}, ${quoteText('０１２３４５６７８９Ｘｘ')}, '0123456789XX')`;
}
