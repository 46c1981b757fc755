import { quoteName, quoteText } from '../../sql/quote';
import type { Check, CheckName, Kind } from './faults';

export type Role = 'key' | 'email' | 'phone' | 'date' | 'figure' | 'place' | 'group';

export interface CheckTables {
  /** All rows, and those that repeat no other. */
  read: string;
  once: string;
  limits: string;
  spellings: string;
  asOf: string;
}

export interface CheckOptions extends CheckTables {
  /** The roles that there are, and what their columns are called. */
  columns: Readonly<Partial<Record<Role, string>>>;
  /** The columns that were texts and are converted, beside which stands what could not be. */
  unread: readonly Role[];
  again: string;
  fields: { column: string; value: string; state: string };
  ways: { spelling: string; script: string };
}

/** No date of a business is older; files have 1900-01-01 where there was none. */
export const FIRST_DAY = '1900-01-02';

/** The day on which a table is looked at. */
export const toAsOf = (input: string) => `coalesce($${input}, current_date)`;

/** All that is looked for, in the order of its telling. */
export function listChecks(options: CheckOptions): Check[] {
  const { columns, read, once, limits, spellings, unread } = options;
  const [all, rows] = [quoteName(read), quoteName(once)];
  const name = (role: Role) => quoteName(columns[role]!);
  const unreadOf = (role: Role) => quoteName(`${columns[role]!}_unread`);
  const isUnread = (role: Role) => (unread.includes(role) ? `${unreadOf(role)} IS NOT NULL` : 'false');
  const count = (what: string) => `(SELECT count(*) FILTER (${what}) FROM ${rows})`;
  const of = (
    role: Role,
    kind: Kind,
    is: CheckName,
    where: string,
    looked: string,
    value = name(role),
  ): Check => ({
    kind,
    is,
    column: columns[role]!,
    from: rows,
    where,
    value,
    looked,
  });
  const there = (role: Role) => count(`${name(role)} IS NOT NULL`);
  const has = (role: Role) => columns[role] !== undefined;

  const form = (role: 'email' | 'phone') => {
    const ok = quoteName(`${columns[role]!}_ok`);
    return of(role, 'valid', role, `NOT ${ok}`, count(`${ok} IS NOT NULL`));
  };
  const reading = (role: 'date' | 'figure') =>
    of(
      role,
      'valid',
      role === 'date' ? 'unreadDate' : 'unreadFigure',
      isUnread(role),
      count(`${name(role)} IS NOT NULL OR ${isUnread(role)}`),
      unreadOf(role),
    );
  const writing = (role: 'place' | 'group', way: 'spelling' | 'script') => {
    const found = `SELECT ${quoteName(options.fields.value)} FROM ${quoteName(spellings)} WHERE ${quoteName(options.fields.column)} = ${quoteText(columns[role]!)} AND ${quoteName(options.fields.state)} = ${quoteText(options.ways[way])}`;
    return of(role, 'uniform', way, `CAST(${name(role)} AS VARCHAR) IN (${found})`, there(role));
  };

  return [
    {
      kind: 'unique',
      is: 'again',
      from: all,
      where: quoteName(options.again),
      value: "''",
      looked: `(SELECT count(*) FROM ${all})`,
    },
    ...(has('key')
      ? [
          of(
            'key',
            'unique',
            'repeated',
            `${name('key')} IN (SELECT ${name('key')} FROM ${rows} GROUP BY 1 HAVING count(*) > 1)`,
            there('key'),
          ),
        ]
      : []),
    ...(Object.keys(columns) as Role[]).map((role) =>
      of(
        role,
        'complete',
        'missing',
        `${name(role)} IS NULL AND NOT ${isUnread(role)}`,
        `(SELECT count(*) FROM ${rows})`,
      ),
    ),
    ...(['email', 'phone'] as const).filter(has).map(form),
    ...(['date', 'figure'] as const).filter((role) => has(role) && unread.includes(role)).map(reading),
    ...(has('date')
      ? [
          of(
            'date',
            'plausible',
            'implausible',
            `${name('date')} >= ${toAsOf(options.asOf)} + INTERVAL 1 DAY OR ${name('date')} < DATE '${FIRST_DAY}'`,
            there('date'),
          ),
        ]
      : []),
    ...(has('figure')
      ? [
          {
            ...of(
              'figure',
              'plausible',
              'outlier',
              `NOT ${name('figure')} BETWEEN usual_low AND usual_high`,
              there('figure'),
            ),
            from: `${rows}, ${quoteName(limits)}`,
          },
        ]
      : []),
    ...(['place', 'group'] as const)
      .filter(has)
      .flatMap((role) => [writing(role, 'spelling'), writing(role, 'script')]),
  ];
}
