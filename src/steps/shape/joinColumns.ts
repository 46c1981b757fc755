import { toFreeName } from '../../lib/freeName';
import { isSameName } from '../../sql/name';
import { choice, columns, flag, text } from '../field';
import { checkNewName } from '../settings';
import { toStep } from '../step';
import { findColumn, toAdded } from '../write';
import { toDelimiter } from './delimiter';
import { toTextSql } from './labels';

/** Several columns as one text. */
export const joinColumns = toStep({
  step: 'joinColumns',
  family: 'shape',
  fields: {
    columns: columns(),
    delimiter: text({ otherwise: ' ', optional: true }),
    name: text({ is: 'name', otherwise: 'joined' }),
    missing: choice(['skip', 'blank', 'missing']),
    keep: flag(true),
  },
  suggest: ({ columns: all, column }) => ({
    ...(column !== undefined && { columns: [column] }),
    name: toFreeName(
      'joined',
      all.map((one) => one.name),
    ),
  }),

  check({ columns: chosen, name, keep }, { columns: all }) {
    const left = keep ? all : all.filter((one) => !chosen.some((gone) => isSameName(gone, one.name)));
    return checkNewName(left, name);
  },

  make({ columns: chosen, delimiter, name, missing, keep }, context) {
    const texts = chosen.map((one) => toTextSql(findColumn(context.columns, one)!));
    const last = chosen.at(-1)!;
    const mark = toDelimiter(delimiter);
    return toAdded(
      context,
      { [name]: toJoined() },
      { after: keep ? last : findPlace(), ...(!keep && { without: chosen }) },
    );

    function toJoined(): string {
      switch (missing) {
        case 'skip':
          return `nullif(concat_ws(${mark}, ${texts.map((one) => `nullif(${one}, '')`).join(', ')}), '')`;
        case 'blank':
          return `concat_ws(${mark}, ${texts.map((one) => `coalesce(${one}, '')`).join(', ')})`;
        case 'missing':
          return texts.join(` || ${mark} || `);
      }
    }

    function findPlace(): string {
      const places = chosen.map((one) => context.columns.findIndex((other) => isSameName(other.name, one)));
      return context.columns[Math.min(...places)]!.name;
    }
  },
});
