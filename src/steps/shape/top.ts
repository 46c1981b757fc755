import { quoteName } from '../../sql/quote';
import { choice, column, columns, number } from '../field';
import type { Made, StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toNames, toOwnName } from '../write';
import { toPicked } from './picked';

interface Settings {
  rows: number;
  of: 'first' | 'last' | 'greatest' | 'least';
  column: string;
  by: readonly string[];
  ties: 'keep' | 'cut';
}

const isByValue = ({ of }: { readonly of?: unknown }) => of === 'greatest' || of === 'least';

/** The first or the last rows, or those with the greatest or the least of a column; of all rows, or of each group. */
export const top = toStep({
  step: 'top',
  family: 'shape',
  fields: {
    rows: number({ otherwise: 10, min: 1, whole: true }),
    of: choice(['first', 'last', 'greatest', 'least']),
    column: column({ families: ['number', 'date', 'text', 'flag'], when: isByValue }),
    ties: choice(['keep', 'cut'], { when: isByValue }),
    by: columns({ optional: true }),
  },
  suggest: ({ column: name }) => (name === undefined ? {} : { of: 'greatest', column: name }),

  make(settings, context) {
    if (settings.by.length > 0) return toTopOfGroups(settings, context);
    return isByValue(settings) ? toTopByValue(settings, context) : toEnd(settings, context);
  },
});

function toEnd({ rows, of }: Settings, { from, columns: all }: StepContext): Made {
  if (of === 'first') return { sql: `SELECT *\nFROM ${from}\nLIMIT ${rows}`, columns: all };
  const row = quoteName(toOwnName(all, 'row_no'));
  return {
    sql: [
      `SELECT * EXCLUDE (${row})`,
      `FROM (SELECT *, row_number() OVER () AS ${row} FROM ${from})`,
      `WHERE ${row} > (SELECT count(*) FROM ${from}) - ${rows}`,
    ].join('\n'),
    columns: all,
    readsTwice: true,
  };
}

function toTopByValue(settings: Settings, context: StepContext): Made {
  const { rows, of, ties } = settings;
  const { from, columns: all } = context;
  const { it, present, way } = toValueParts(settings, context);
  if (ties === 'cut')
    return toPicked(
      context,
      ({ row, rows: numbered }) =>
        `SELECT ${row} FROM ${numbered}\nWHERE ${present}\nORDER BY ${it} ${way}, ${row}\nLIMIT ${rows}`,
    );
  const limit = `SELECT ${it} AS last_one FROM ${from} WHERE ${present} ORDER BY ${it} ${way} LIMIT ${rows}`;
  const [sign, pick] = of === 'greatest' ? ['>=', 'min'] : ['<=', 'max'];
  return {
    sql: `SELECT *\nFROM ${from}\nWHERE ${present}\n  AND ${it} ${sign} (SELECT ${pick}(last_one) FROM (${limit}))`,
    columns: all,
    readsTwice: true,
  };
}

function toTopOfGroups(settings: Settings, context: StepContext): Made {
  const { rows, of, by, ties } = settings;
  return toPicked(context, ({ row, rows: numbered }) => {
    const groups = `PARTITION BY ${toNames(by)}`;
    const toPlaces = (place: string, where = '') =>
      `SELECT ${row} FROM (\n  SELECT ${row}, ${place} AS place\n  FROM ${numbered}${where}\n)\nWHERE place <= ${rows}`;
    if (!isByValue(settings))
      return toPlaces(`row_number() OVER (${groups} ORDER BY ${row}${of === 'last' ? ' DESC' : ''})`);
    const { it, present, way } = toValueParts(settings, context);
    const place =
      ties === 'keep'
        ? `rank() OVER (${groups} ORDER BY ${it} ${way})`
        : `row_number() OVER (${groups} ORDER BY ${it} ${way}, ${row})`;
    return toPlaces(place, `\n  WHERE ${present}`);
  });
}

/** What is not a number would be the greatest of all. */
function toValueParts({ column: name, of }: Settings, { columns: all }: StepContext) {
  const it = quoteName(name);
  const isFloat = /^(DOUBLE|FLOAT)$/.test(findColumn(all, name)!.type);
  return {
    it,
    present: isFloat ? `${it} IS NOT NULL AND NOT isnan(${it})` : `${it} IS NOT NULL`,
    way: of === 'greatest' ? 'DESC' : 'ASC',
  };
}
