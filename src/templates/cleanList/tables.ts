import { quoteName, quoteText } from '../../sql/quote';
import { toFolded } from '../../steps/clean/reading/fold';
import { BLANK } from '../../steps/clean/reading/values';
import type { Mask } from '../../steps/protect/masks';
import { toMasked } from '../../steps/protect/masks';
import { toIsBlank } from '../quality/blank';
import { toNameKey } from '../quality/spelling';
import type { Part, Role } from './part';
import { isText, toQuoting } from './part';

/** What of each column stays to be read when it is masked. */
const masks: Partial<Record<Role, Mask>> = { name: 'name', phone: 'phone', email: 'email', address: 'ends' };
const ENDS = { first: 3, last: 0 };

/** Every row once, with its number in the file. */
export function toNumbered(part: Part): string {
  const { f } = toQuoting(part);
  const [whole, number] = [quoteName(part.inner.whole), quoteName(part.inner.number)];
  return `SELECT ${number} AS ${f('row')}, * EXCLUDE (${number}, ${whole})
FROM (
  SELECT row_number() OVER () AS ${number}, ${whole}.*, ${whole} AS ${whole}
  FROM ${quoteName(part.source)} AS ${whole}
)
QUALIFY row_number() OVER (PARTITION BY ${whole} ORDER BY ${number}) = 1
ORDER BY 1`;
}

/** Without texts that say nothing. */
export function toFilled(part: Part): string {
  const { f, from } = toQuoting(part);
  const set = part.all.filter(isText).map(({ name }) => {
    const it = quoteName(name);
    return `CASE WHEN NOT ${toIsBlank(it, part.n.blanks)} THEN ${it} END AS ${it}`;
  });
  const copies = toCopies(part).map(({ of, copy }) => `, ${quoteName(of)} AS ${quoteName(copy)}`);
  const replace = set.length > 0 ? ` REPLACE (\n  ${set.join(',\n  ')}\n)` : '';
  return `SELECT *${copies.join('')}\nFROM (SELECT *${replace}\nFROM ${from('numbered')})\nORDER BY ${f('row')}`;
}

/** The columns that are looked at beside themselves. */
export function toCopies({ columns, looked }: Part): { of: string; copy: string }[] {
  return (['phone', 'email'] as const).flatMap((role) => {
    const [of, copy] = [columns[role]?.name, looked[role]];
    return of !== undefined && copy !== undefined && of !== copy ? [{ of, copy }] : [];
  });
}

/** Every way in which a city is written, with the one that is most frequent in the list. */
export function toCities(part: Part): string {
  const { q, f, from } = toQuoting(part);
  return `WITH told AS (
  SELECT CAST(${q('city')} AS VARCHAR) AS told, count(*) AS n
  FROM ${from('tidied')}
  WHERE ${q('city')} IS NOT NULL
  GROUP BY ALL
), known AS (
  SELECT ${toNameKey(f('english'))} AS key, any_value(${toNameKey(f('chinese'))}) AS meant
  FROM ${from('cityNames')}
  GROUP BY ALL
), meant AS (
  SELECT told, n, coalesce(meant, key) AS meant
  FROM (SELECT *, ${toNameKey('told')} AS key FROM told)
  LEFT JOIN known USING (key)
)
SELECT
  told AS ${f('told')},
  first_value(told) OVER (PARTITION BY meant ORDER BY n DESC, told <> meant, told) AS ${f('usual')},
  n AS ${f('rows')}
FROM meant
ORDER BY 2, 3 DESC, 1`;
}

/** A row for each value that reads otherwise than in the file. */
export function toChanges(part: Part): string {
  const { words, columns, unread, n } = part;
  const { f, from } = toQuoting(part);
  const roles = Object.entries(columns) as [Role, { name: string }][];
  const changed = part.all.filter(
    (column) => isText(column) || column.name === columns.phone?.name || column.name === columns.email?.name,
  );
  const toPart = (name: string) => {
    const role = roles.find(([, column]) => column.name === name)?.[0];
    const it = quoteName(name);
    const isRead = role === 'date' && unread !== undefined;
    const after = isRead ? `CAST(CAST(done.${it} AS DATE) AS VARCHAR)` : `CAST(done.${it} AS VARCHAR)`;
    const hide = (sql: string) =>
      role && masks[role] ? `CASE WHEN $${n.mask} THEN ${quoteText(words.hidden)} ELSE ${sql} END` : sql;
    return `SELECT ${f('row')}, ${quoteText(name)} AS ${f('column')}, ${hide('before')} AS ${f('before')}, ${hide('after')} AS ${f('after')},
  CASE
    WHEN after IS NULL THEN ${quoteText(words.kinds.emptied)}
    WHEN ${toBare('before')} = ${toBare('after')} THEN ${quoteText(words.kinds.surface)}
    ELSE ${quoteText(words.kinds.form)}
  END AS ${f('kind')}
FROM (
  SELECT ${f('row')}, CAST(given.${it} AS VARCHAR) AS before, ${after} AS after
  FROM ${from('numbered')} AS given JOIN ${from('unified')} AS done USING (${f('row')})${isRead ? `\n  WHERE done.${quoteName(unread)} IS NULL` : ''}
)
WHERE before IS DISTINCT FROM after`;
  };
  const nothing = `SELECT 0 AS ${f('row')}, '' AS ${f('column')}, '' AS ${f('before')}, '' AS ${f('after')}, '' AS ${f('kind')} WHERE false`;
  return changed.length > 0 ? changed.map(({ name }) => toPart(name)).join('\nUNION ALL\n') : nothing;
}

function toBare(it: string): string {
  return `lower(regexp_replace(${toFolded(it)}, '${BLANK}+', '', 'g'))`;
}

/** The list as it leaves: the person's own columns, masked where they are asked to be, and what there is to look at. */
export function toList(part: Part): string {
  const { words, columns, looked, unread, near, n } = part;
  const { q, f, from } = toQuoting(part);
  const inner = [
    part.fields.row,
    ...Object.values(looked).map((name) => `${name}_ok`),
    ...toCopies(part).map(({ copy }) => copy),
    ...(unread ? [unread] : []),
    ...Object.values(near ?? {}),
  ];
  const set = (Object.keys(columns) as Role[]).flatMap((role) => {
    const mask = masks[role];
    if (mask)
      return [
        `CASE WHEN $${n.mask} THEN ${toMasked(mask, `CAST(${q(role)} AS VARCHAR)`, ENDS)} ELSE CAST(${q(role)} AS VARCHAR) END AS ${q(role)}`,
      ];
    return role === 'date' && unread ? [`CAST(${q(role)} AS DATE) AS ${q(role)}`] : [];
  });
  const { checks, joint } = words;
  const found = [
    ...(['phone', 'email'] as const).flatMap((role) =>
      looked[role]
        ? [`CASE WHEN NOT ${quoteName(`${looked[role]}_ok`)} THEN ${quoteText(checks[role])} END`]
        : [],
    ),
    ...(unread
      ? [
          `CASE WHEN ${quoteName(unread)} IS NOT NULL THEN ${quoteText(`${checks.date}${joint.is}`)} || ${quoteName(unread)} END`,
        ]
      : []),
  ];
  const check =
    found.length > 0
      ? `nullif(concat_ws(${quoteText(joint.next)}, ${found.join(', ')}), '')`
      : 'CAST(NULL AS VARCHAR)';
  return `SELECT
  * EXCLUDE (${inner.map(quoteName).join(', ')})${set.length > 0 ? ` REPLACE (\n  ${set.join(',\n  ')}\n)` : ''},
  ${f('row')},
  ${near ? quoteName(near.group) : 'CAST(NULL AS BIGINT)'} AS ${f('person')},
  ${near ? quoteName(near.score) : 'CAST(NULL AS DOUBLE)'} AS ${f('sure')},
  ${check} AS ${f('check')}
FROM ${from('unified')}
ORDER BY ${f('row')}`;
}

/** What the texts say, in one row. */
export function toFigures(part: Part): string {
  const { f, from } = toQuoting(part);
  return `SELECT *, before - rows AS again
FROM (
  SELECT
    (SELECT count(*) FROM ${quoteName(part.source)}) AS before,
    (SELECT count(*) FROM ${from('changes')}) AS changed,
    (SELECT count(DISTINCT ${f('row')}) FROM ${from('changes')}) AS changed_rows,
    count(*) AS rows,
    count(${f('person')}) AS twice,
    count(DISTINCT ${f('person')}) AS persons,
    count(${f('check')}) AS to_check
  FROM ${from('list')}
)`;
}
