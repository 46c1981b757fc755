import type { Problem } from '../../../lib/problem';
import { quoteName } from '../../../sql/quote';
import type { Column } from '../../../table/column';
import { toFamily } from '../../../table/column';
import { choice, columns } from '../../field';
import { checkNewName } from '../../settings';
import type { Made, StepContext } from '../../step';
import { findColumn, toOwnName } from '../../write';
import { toFolded } from '../reading/fold';

/** Columns of one sort, and what becomes of a value that is none of it: it stays, is marked in a column beside, or is cleared. */
export const checkFields = {
  columns: columns({ families: ['text', 'number'] }),
  invalid: choice(['keep', 'flag', 'clear']),
};

export interface CheckSettings {
  readonly columns: readonly string[];
  readonly invalid: 'keep' | 'flag' | 'clear';
}

/** How a sort of value is read, in stages that each read those before. */
export interface Sort {
  /** Columns of a stage by name; `$name` reads one of a stage before, `$it` the text. */
  readonly stages: readonly ((column: Column) => Readonly<Record<string, string>>)[];
  /** The value in its usual form, of the last stage; missing where it is none of the sort. */
  readonly value: string;
  /** More columns, by what stands after the column's name, of the last stage. */
  readonly parts?: Readonly<Record<string, string>>;
}

export function checkNames(
  { columns: names, invalid }: CheckSettings,
  { columns: all }: Pick<StepContext, 'columns'>,
  parts: readonly string[] = [],
): Problem | undefined {
  for (const name of names) {
    for (const ending of [...(invalid === 'flag' ? ['_ok'] : []), ...parts]) {
      const taken = checkNewName(all, `${name}${ending}`);
      if (taken) return taken;
    }
  }
  return undefined;
}

/** The columns in their usual form, one after another. */
export function toChecked(settings: CheckSettings, context: StepContext, sort: Sort): Made {
  let from = context.from;
  for (const name of settings.columns) {
    from = `(\n${toOne(name, settings, { ...context, from }, sort)}\n)`;
  }
  return { sql: from.slice(2, -2), changes: settings.columns, sameRows: true };
}

function toOne(name: string, { invalid }: CheckSettings, context: StepContext, sort: Sort): string {
  const column = findColumn(context.columns, name)!;
  const it = quoteName(column.name);
  const kept = column.type === 'VARCHAR' ? it : `CAST(${it} AS VARCHAR)`;
  // a code that came as a double stands as 13812345678.0
  const text =
    toFamily(column.type) === 'number'
      ? `CASE WHEN ${it} = trunc(${it}) THEN CAST(TRY_CAST(${it} AS HUGEINT) AS VARCHAR) END`
      : kept;
  const own = new Map<string, string>();
  const rename = (sql: string) =>
    sql.replace(/\$(\w+)/g, (_, key: string) => (key === 'it' ? text : quoteName(own.get(key) ?? key)));
  let inner = context.from;
  for (const [at, stage] of sort.stages.entries()) {
    const written = Object.entries(stage(column)).map(([key, sql]) => {
      const expression = rename(sql);
      own.set(key, toOwnName(context.columns, `${key}_read`));
      return `${expression} AS ${quoteName(own.get(key)!)}`;
    });
    const source = at === 0 ? inner : `(\n${inner}\n)`;
    inner = `SELECT *, ${written.join(', ')}\nFROM ${source}`;
  }
  const value = rename(sort.value);
  const isThere = `trim(coalesce(${kept}, '')) <> ''`;
  const more = Object.entries(sort.parts ?? {}).map(
    ([ending, sql]) =>
      `CASE WHEN ${value} IS NOT NULL THEN ${rename(sql)} END AS ${quoteName(`${name}${ending}`)}`,
  );
  if (invalid === 'flag')
    more.unshift(`CASE WHEN ${isThere} THEN ${value} IS NOT NULL END AS ${quoteName(`${name}_ok`)}`);
  const set = invalid === 'clear' ? value : `coalesce(${value}, ${kept})`;
  const hidden = [...own.values()].map(quoteName).join(', ');
  const all = [`* EXCLUDE (${hidden}) REPLACE (${set} AS ${it})`, ...more];
  return `SELECT ${all.join(',\n  ')}\nFROM (\n${inner}\n)`;
}

/** The text as ASCII has it, without blanks and dashes. */
export function toBare(text: string): string {
  return `upper(regexp_replace(${toFolded(text)}, '[\\s-]+', '', 'g'))`;
}
