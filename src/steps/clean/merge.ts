import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import { column, list, text, values } from '../field';
import { toStep } from '../step';
import { findColumn } from '../write';
import { toMapping, toPairs } from './mapping';

/** One spelling for each of some groups that a person has looked at. */
export const merge = toStep({
  step: 'merge',
  family: 'clean',
  fields: {
    column: column({ families: ['text'] }),
    groups: list({ to: text(), from: values() }),
  },

  check({ groups }) {
    const seen = new Set<string>();
    for (const value of groups.flatMap(({ from }) => [...new Set(from)])) {
      if (seen.has(value)) return new Problem('step-misfit', { params: { why: 'pair-twice', value } });
      seen.add(value);
    }
    return undefined;
  },

  make({ column: name, groups }, context) {
    const { name: found } = findColumn(context.columns, name)!;
    const rows = groups.flatMap(({ to, from }) =>
      [...new Set(from)]
        .filter((value) => value !== to)
        .map((value) => [quoteText(value), quoteText(to)] as const),
    );
    const it = `it.${quoteName(found)}`;
    if (rows.length === 0) rows.push([quoteText(''), quoteText('')]);
    const { table, value } = toMapping(context, {
      key: it,
      pairs: toPairs(rows),
      leadsToMissing: false,
      otherwise: it,
    });
    return {
      sql: `WITH ${table}\nSELECT * REPLACE (\n  ${value} AS ${quoteName(found)}\n)\nFROM ${context.from} AS it`,
      changes: [found],
      sameRows: true,
      columns: context.columns,
    };
  },
});
