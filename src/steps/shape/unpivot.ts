import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName, quoteText } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { choice, columns, text } from '../field';
import { checkNewName } from '../settings';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toNames } from '../write';
import { toUnified } from './unify';

/** Columns turned into rows: one column with their names, and one with their values. */
export const unpivot = toStep({
  step: 'unpivot',
  family: 'shape',
  fields: {
    which: choice(['these', 'others']),
    columns: columns(),
    names: text({ is: 'name', otherwise: 'name' }),
    values: text({ is: 'name', otherwise: 'value' }),
    missing: choice(['keep', 'leave-out']),
  },
  suggest({ columns: all, column: name }) {
    const taken = all.map((one) => one.name);
    return {
      columns: all
        .filter((one) => (name === undefined ? toFamily(one.type) === 'number' : one.name === name))
        .map((one) => one.name),
      names: toFreeName('name', taken),
      values: toFreeName('value', taken),
    };
  },

  check(settings, { columns: all }) {
    const { turned, kept } = toSides(settings, all);
    if (turned.length === 0) return new Problem('step-required', { params: { setting: 'columns' } });
    if (isSameName(settings.names, settings.values))
      return new Problem('step-name', { params: { name: settings.values } });
    return checkNewName(kept, settings.names) ?? checkNewName(kept, settings.values);
  },

  make(settings, { from, columns: all }) {
    const { turned, kept } = toSides(settings, all);
    const { type, note } = toUnified(turned.map((one) => one.type));
    const cast = (name: string) => (type ? `CAST(${quoteName(name)} AS ${type})` : quoteName(name));
    const value = quoteName(settings.values);
    const parts = [
      ...(kept.length > 0 ? [toNames(kept.map(({ name }) => name))] : []),
      `unnest([${turned.map(({ name }) => quoteText(name)).join(', ')}]) AS ${quoteName(settings.names)}`,
      `unnest([${turned.map(({ name }) => cast(name)).join(', ')}]) AS ${value}`,
    ];
    const sql = `SELECT\n  ${parts.join(',\n  ')}\nFROM ${from}`;
    return {
      sql: settings.missing === 'keep' ? sql : `SELECT *\nFROM (\n${sql}\n)\nWHERE ${value} IS NOT NULL`,
      columns: [
        ...kept,
        { name: settings.names, type: 'VARCHAR' },
        { name: settings.values, type: type ?? turned[0]!.type },
      ],
      ...(note && { notes: [{ why: note, params: { column: settings.values } }] }),
    };
  },
});

/** In the order of the table where they are those that were not chosen. */
function toSides(
  { which, columns: chosen }: { which: string; columns: readonly string[] },
  all: StepContext['columns'],
) {
  const isChosen = ({ name }: { name: string }) => chosen.some((one) => isSameName(one, name));
  const others = all.filter((one) => !isChosen(one));
  const these = chosen.map((name) => findColumn(all, name)!);
  return which === 'these'
    ? { turned: these, kept: others }
    : { turned: others, kept: all.filter((one) => isChosen(one)) };
}
