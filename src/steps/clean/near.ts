import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Loose, SettingsOf } from '../field';
import { choice, column, list, value } from '../field';
import { toGivenSql } from '../given';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import { isCode } from '../model/keys';
import { toPairsSql } from './near/pairs';

const hasKey = ({ key }: Loose) => key !== '';
const pairs = () =>
  list({ one: value({ like: 'key' }), other: value({ like: 'key' }) }, { optional: true, when: hasKey });

const fields = {
  name: column({ optional: true, families: ['text'] }),
  phone: column({ optional: true, families: ['text', 'number'] }),
  email: column({ optional: true, families: ['text'] }),
  address: column({ optional: true, families: ['text'] }),
  sure: choice(['usual', 'careful', 'loose']),
  then: choice(['mark', 'merge', 'first']),
  key: column({ optional: true }),
  apart: pairs(),
  same: pairs(),
};

export type NearSettings = SettingsOf<typeof fields>;

/** How much more likely two rows are one person than not, as a power of two, from which they count as one. */
export const least = { loose: 0, usual: 3, careful: 6 };

const guesses: Record<'name' | 'phone' | 'email' | 'address', RegExp> = {
  name: /^(full|customer|client|contact|member)?[_ ]?names?$|姓名|客户名|联系人|会员名/i,
  phone: /phone|mobile|tel\b|电话|手机|联系方式/i,
  email: /e-?mail|邮箱|邮件/i,
  address: /addr|street|地址|住址/i,
};

/** Rows that mean the same person, though they are not written the same. */
export const near = toStep({
  step: 'near',
  family: 'clean',
  fields,

  suggest({ columns: all }) {
    const guessed = Object.entries(guesses).flatMap(([setting, guess]) => {
      const found = all.find(({ name, type }) => guess.test(name) && type === 'VARCHAR');
      return found ? [[setting, found.name] as const] : [];
    });
    const taken = guessed.map(([, name]) => name);
    const key = all.find(({ name }) => isCode(name) && !taken.includes(name));
    return Object.fromEntries([...guessed, ...(key ? [['key', key.name] as const] : [])]);
  },

  check: ({ name, phone, email, address }) =>
    name || phone || email || address
      ? undefined
      : new Problem('step-misfit', { params: { why: 'near-nothing' } }),

  make(settings, context) {
    const { columns: all, from } = context;
    const prefix = from.startsWith('"near_') ? 'near2' : 'near';
    const row = quoteName(toOwnName(all, 'row_no'));
    const shared = [
      `${prefix}_rows AS MATERIALIZED (SELECT *, row_number() OVER () AS ${row} FROM ${from})`,
      ...toPairsSql(settings, {
        prefix,
        row,
        least: least[settings.sure],
        apart: toApart(settings, context),
        same: toSame(settings, context, { prefix, row }),
      }),
      toGroups(prefix),
    ];
    const head = `WITH RECURSIVE ${shared.join(',\n')}`;
    if (settings.then === 'mark') {
      const added = ['same_group', 'same_score'].map((name) => quoteName(toOwnName(all, name)));
      return {
        sql: `${head}\nSELECT it.* EXCLUDE (${row}), of_group.grp AS ${added[0]}, of_group.score AS ${added[1]}
FROM ${prefix}_rows AS it
LEFT JOIN ${prefix}_groups AS of_group ON it.${row} = of_group.r
ORDER BY it.${row}`,
        sameRows: true,
      };
    }
    return { sql: `${head}\n${toMerged(settings.then, context, { prefix, row })}`, columns: all };
  },
});

/** Pairs of which a person has said that they are two. */
function toApart({ key, apart }: NearSettings, { columns: all }: StepContext): string {
  if (!key || apart.length === 0) return '';
  const like = findColumn(all, key)!;
  const pairs = apart.flatMap(({ one, other }) => {
    const [a, b] = [toGivenSql(one, like), toGivenSql(other, like)];
    return [`(${a}, ${b})`, `(${b}, ${a})`];
  });
  return `(one.${quoteName(key)}, other.${quoteName(key)}) NOT IN (${pairs.join(', ')})`;
}

/** Pairs of which a person has said that they are one. */
function toSame(
  { key, same }: NearSettings,
  { columns: all }: StepContext,
  { prefix, row }: { prefix: string; row: string },
): string {
  if (!key || same.length === 0) return '';
  const like = findColumn(all, key)!;
  const said = same.map(({ one, other }) => `(${toGivenSql(one, like)}, ${toGivenSql(other, like)})`);
  const on = (side: string) => `${side}.${quoteName(key)} = said.${side}_key`;
  return `SELECT one.${row}, other.${row}, 1
  FROM (VALUES ${said.join(', ')}) AS said(one_key, other_key)
  JOIN ${prefix}_rows AS one ON ${on('one')}
  JOIN ${prefix}_rows AS other ON ${on('other')} AND one.${row} <> other.${row}`;
}

/** Who is like somebody who is like somebody: every row of such a chain has the number of its first. */
function toGroups(prefix: string): string {
  return `${prefix}_edges AS MATERIALIZED (
  SELECT r1 AS a, r2 AS b, score FROM ${prefix}_pairs UNION ALL SELECT r2, r1, score FROM ${prefix}_pairs
),
${prefix}_linked(r, g) USING KEY (r) AS (
  SELECT a, least(a, min(b)) FROM ${prefix}_edges GROUP BY a
  UNION
  SELECT edge.b, min(linked.g)
  FROM ${prefix}_linked AS linked
  JOIN ${prefix}_edges AS edge ON edge.a = linked.r
  JOIN recurring.${prefix}_linked AS known ON known.r = edge.b
  GROUP BY edge.b, known.g
  HAVING min(linked.g) < known.g
),
${prefix}_groups AS MATERIALIZED (
  SELECT r, g, dense_rank() OVER (ORDER BY g) AS grp, score
  FROM ${prefix}_linked
  JOIN (SELECT a, max(score) AS score FROM ${prefix}_edges GROUP BY a) ON a = r
)`;
}

/** One row a group: the fullest, with its blanks filled from the others; or the first as it is. */
function toMerged(
  then: 'merge' | 'first',
  { columns: all }: StepContext,
  { prefix, row }: { prefix: string; row: string },
): string {
  const joined = `${prefix}_rows AS it JOIN ${prefix}_groups AS of_group ON it.${row} = of_group.r`;
  const holes = all.map(({ name }) => `CAST(it.${quoteName(name)} IS NULL AS INTEGER)`).join(' + ');
  const kept = then === 'first' ? `min(it.${row})` : `arg_min(it.${row}, (${holes}, it.${row}))`;
  const values = all.map(
    ({ name }) =>
      `first(it.${quoteName(name)} ORDER BY it.${row}) FILTER (it.${quoteName(name)} IS NOT NULL) AS ${quoteName(name)}`,
  );
  const filled = then === 'first' ? [] : all.map(({ name }) => quoteName(name));
  const chosen = all.map(({ name }) =>
    filled.length > 0
      ? `coalesce(it.${quoteName(name)}, of_all.${quoteName(name)}) AS ${quoteName(name)}`
      : `it.${quoteName(name)}`,
  );
  return `SELECT ${chosen.join(', ')}
FROM ${prefix}_rows AS it
LEFT JOIN (
  SELECT ${[`${kept} AS kept`, ...(filled.length > 0 ? values : [])].join(', ')}
  FROM ${joined}
  GROUP BY of_group.g
) AS of_all ON it.${row} = of_all.kept
WHERE of_all.kept IS NOT NULL OR it.${row} NOT IN (SELECT r FROM ${prefix}_groups)
ORDER BY it.${row}`;
}
