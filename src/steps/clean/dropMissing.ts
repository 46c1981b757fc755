import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { choice, columns, flag, number } from '../field';
import type { Loose, SettingsOf } from '../field';
import type { Made, StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toFiltered, toNames, toSame } from '../write';
import { BLANK } from './reading/values';

const fields = {
  what: choice(['rows', 'columns']),
  columns: columns({ optional: true }),
  where: choice(['any', 'all'], { when: ({ what }: Loose) => what !== 'columns' }),
  share: number({ otherwise: 50, min: 0, max: 100, when: ({ what }: Loose) => what === 'columns' }),
  blank: flag(true),
};

type Settings = SettingsOf<typeof fields>;

/** Without rows, or without columns, of which too much is missing. */
export const dropMissing = toStep({
  step: 'dropMissing',
  family: 'clean',
  fields,

  ask(settings, context) {
    if (settings.what === 'rows') return undefined;
    const counts = findAll(settings, context).map(
      (column) => `count(*) FILTER (${toMissing(column, settings)})`,
    );
    return `SELECT count(*), ${counts.join(', ')}\nFROM ${context.from}`;
  },

  make(settings, context) {
    if (settings.what === 'columns') return toNarrower(settings, context);
    const missing = findAll(settings, context).map((column) => toMissing(column, settings));
    return toFiltered(context, `NOT (${missing.join(settings.where === 'any' ? '\n  OR ' : '\n  AND ')})`);
  },
});

/** More than the share must be missing, so that 100 drops none: a column with nothing in it goes at 99. */
function toNarrower(settings: Settings, context: StepContext): Made {
  const [total = 0, ...missing] = context.found.map(([count]) => Number(count));
  const dropped = findAll(settings, context).filter(
    (_, at) => (missing[at] ?? 0) * 100 > settings.share * total,
  );
  if (dropped.length === 0) return toSame(context);
  // a table has a column at least
  if (dropped.length === context.columns.length)
    return { ...toSame(context), notes: [{ why: 'all-dropped', params: { share: settings.share } }] };
  const names = dropped.map(({ name }) => name);
  return {
    sql: `SELECT * EXCLUDE (${toNames(names)})\nFROM ${context.from}`,
    columns: context.columns.filter((column) => !dropped.includes(column)),
    sameRows: true,
    notes: [{ why: 'dropped', params: { columns: names.join(', ') } }],
  };
}

function findAll({ columns: names }: Settings, { columns: all }: StepContext): readonly Column[] {
  return names.length > 0 ? names.map((name) => findColumn(all, name)!) : all;
}

function toMissing({ name, type }: Column, { blank }: Settings): string {
  const it = quoteName(name);
  if (!blank || type !== 'VARCHAR') return `${it} IS NULL`;
  return `coalesce(regexp_full_match(${it}, '${BLANK}*'), true)`;
}
