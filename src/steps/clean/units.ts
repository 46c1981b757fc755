import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { choice, column, columns, list, number, text } from '../field';
import type { Loose, SettingsOf } from '../field';
import { checkNewName } from '../settings';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn } from '../write';
import { toMapping, toPairs } from './mapping';
import { toLoose } from './reading/values';

const isRated = ({ by }: Loose) => by === 'unit';

const fields = {
  columns: columns({ families: ['number'] }),
  by: choice(['factor', 'unit']),
  factor: number({ otherwise: 1, when: ({ by }: Loose) => by !== 'unit' }),
  offset: number({ otherwise: 0, when: ({ by }: Loose) => by !== 'unit' }),
  unit: column({ when: isRated }),
  rates: list({ unit: text(), factor: number({ otherwise: 1 }) }, { when: isRated }),
  others: choice(['stop', 'clear'], { when: isRated }),
  name: text({ is: 'name', optional: true }),
};

type Settings = SettingsOf<typeof fields>;

/** Numbers in another unit: times a factor plus an offset, or by the unit or currency that a column beside names. */
export const units = toStep({
  step: 'units',
  family: 'clean',
  fields,

  check(settings, { columns: all }) {
    const { columns: names, by, unit, rates, name } = settings;
    if (name !== '') {
      if (names.length > 1) return new Problem('step-misfit', { params: { why: 'one-name', name } });
      const taken = checkNewName(all, name);
      if (taken) return taken;
    }
    if (by === 'factor') return undefined;
    const { type } = findColumn(all, unit)!;
    if (toFamily(type) !== 'text') return new Problem('step-family', { params: { column: unit, type } });
    const known = rates.map((rate) => rate.unit.toLowerCase().replace(/\s+/g, ''));
    const twice = rates.find((_, at) => known.indexOf(known[at]!) !== at);
    return twice && new Problem('step-misfit', { params: { why: 'pair-twice', value: twice.unit } });
  },

  ask(settings, { from }) {
    if (settings.by === 'factor' || settings.others === 'clear') return undefined;
    const unit = quoteName(settings.unit);
    const known = settings.rates.map((rate) => toLoose(quoteText(rate.unit))).join(', ');
    const present = settings.columns.map((name) => `${quoteName(name)} IS NOT NULL`).join(' OR ');
    return `SELECT min(coalesce(${unit}, ''))\nFROM ${from}\nWHERE (${present}) AND (${toLoose(unit)} IN (${known})) IS NOT TRUE`;
  },

  make(settings, context) {
    const unrated = context.found[0]?.[0];
    if (unrated !== undefined && unrated !== null)
      throw new Problem('step-misfit', { params: { why: 'no-rate', value: String(unrated) } });
    const { columns: names, name } = settings;
    const { table, factor } = toFactor(settings, context);
    const written = names.map((from) => {
      const it = `it.${quoteName(from)}`;
      const offset = settings.by === 'unit' || settings.offset === 0 ? '' : ` + ${settings.offset}`;
      return `CAST(${it} AS DOUBLE) * ${factor}${offset} AS ${quoteName(name === '' ? from : name)}`;
    });
    const all = name === '' ? `* REPLACE (\n  ${written.join(',\n  ')}\n)` : `*,\n  ${written.join(',\n  ')}`;
    return {
      sql: `${table === '' ? '' : `WITH ${table}\n`}SELECT ${all}\nFROM ${context.from} AS it`,
      sameRows: true,
      ...(name === '' && { changes: names }),
    };
  },
});

/** A number whose unit has no rate is missing, where nothing stops for it: it would be in no unit that anybody knows. */
function toFactor(settings: Settings, context: StepContext): { table: string; factor: string } {
  if (settings.by === 'factor') return { table: '', factor: `${settings.factor}` };
  const rows = settings.rates.map(
    ({ unit, factor }) => [toLoose(quoteText(unit)), `CAST(${factor} AS DOUBLE)`] as const,
  );
  const { table, value } = toMapping(context, {
    key: toLoose(`it.${quoteName(settings.unit)}`),
    pairs: toPairs(rows),
    leadsToMissing: false,
    otherwise: 'NULL',
  });
  return { table, factor: value };
}
