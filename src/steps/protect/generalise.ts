import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import { toFamily } from '../../table/column';
import type { Loose } from '../field';
import { choice, columns, number } from '../field';
import { toStep } from '../step';
import { findColumn, toReplaced } from '../write';
import { toCity, toProvince } from './place';

type Way = 'band' | 'month' | 'quarter' | 'year' | 'city' | 'province' | 'start';

const isBand = ({ to }: Loose) => to === 'band';

/** Coarser values in the place of exact ones, so that more people share each. */
export const generalise = toStep({
  step: 'generalise',
  family: 'protect',
  fields: {
    columns: columns(),
    to: choice(['band', 'month', 'quarter', 'year', 'city', 'province', 'start'], {
      suits: (way, { columns: names }, all) =>
        (names as readonly string[]).every((name) => {
          const found = findColumn(all, name);
          return !found || isFitting(way as Way, found.type);
        }),
    }),
    width: number({ otherwise: 10, min: 1e-9, when: isBand }),
    begin: number({ otherwise: 0, when: isBand }),
    keep: number({ otherwise: 3, min: 1, max: 100, whole: true, when: ({ to }) => to === 'start' }),
  },
  suggest: ({ columns: all, column }) => {
    const found = all.find(({ name }) => name === column) ?? all[0];
    if (!found) return {};
    const family = toFamily(found.type);
    return {
      columns: [found.name],
      to: family === 'number' ? 'band' : family === 'date' ? 'month' : 'start',
    };
  },

  check({ columns: names, to }, { columns: all }) {
    for (const name of names) {
      const { type } = findColumn(all, name)!;
      if (!isFitting(to, type)) return new Problem('step-family', { params: { column: name, type } });
    }
    return undefined;
  },

  make({ columns: names, to, width, begin, keep }, context) {
    const write = (name: string): string => {
      const it = quoteName(name);
      switch (to) {
        case 'band':
          return toBand(it, width, begin);
        case 'month':
          return `strftime(${it}, '%Y-%m')`;
        case 'quarter':
          return `year(${it}) || '-Q' || quarter(${it})`;
        case 'year':
          return `year(${it})`;
        case 'city':
          return toCity(it);
        case 'province':
          return toProvince(it);
        case 'start':
          return `CASE WHEN length(${it}) > ${keep} THEN left(${it}, ${keep}) || repeat('*', length(${it}) - ${keep}) ELSE repeat('*', length(${it})) END`;
      }
    };
    return toReplaced(context, Object.fromEntries(names.map((name) => [name, write(name)])));
  },
});

function isFitting(to: Way, type: string): boolean {
  if (to === 'band') return toFamily(type) === 'number';
  if (to === 'month' || to === 'quarter' || to === 'year') return /^(DATE|TIMESTAMP(_\w+)?)$/.test(type);
  return type === 'VARCHAR';
}

/** `[30, 40)`; what is no number of a size falls in no band. */
function toBand(it: string, width: number, begin: number): string {
  const digits = Math.max(countDigits(width), countDigits(begin));
  const type = digits === 0 ? 'HUGEINT' : `DECIMAL(38, ${digits})`;
  // 0.3 / 0.1 is a little less than 3
  const low = `floor(round((CAST(${it} AS DOUBLE) - (${begin})) / ${width}, 9)) * ${width} + (${begin})`;
  const toLabel = (sql: string) => `TRY_CAST(${digits === 0 ? sql : `round(${sql}, ${digits})`} AS ${type})`;
  return `'[' || ${toLabel(low)} || ', ' || ${toLabel(`${low} + ${width}`)} || ')'`;
}

function countDigits(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}
