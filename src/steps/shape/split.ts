import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { quoteText } from '../../sql/quote';
import { choice, column, flag, maybeNumber, text, values } from '../field';
import type { Loose, SettingsOf } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toAdded, toReplaced } from '../write';
import { toDelimiter } from './delimiter';
import { askPattern } from './groups';
import { toTextSql } from './labels';

const MOST_PARTS = 100;
const isByParts = ({ by }: Loose) => by !== 'position';

const fields = {
  column: column({ families: ['text', 'number', 'date'] }),
  by: choice(['delimiter', 'pattern', 'position']),
  delimiter: text({ otherwise: ',', when: ({ by }) => by === 'delimiter' }),
  pattern: text({ is: 'pattern', when: ({ by }) => by === 'pattern' }),
  positions: values({ when: ({ by }) => by === 'position' }),
  into: choice(['columns', 'rows'], { when: isByParts }),
  count: maybeNumber({
    min: 1,
    max: MOST_PARTS,
    whole: true,
    when: (settings) => isByParts(settings) && settings.into === 'columns',
  }),
  trim: flag(),
  keep: flag(true, { when: (settings) => !isByParts(settings) || settings.into === 'columns' }),
};

type Settings = SettingsOf<typeof fields>;

/** One column cut into several, or each row into several rows. */
export const split = toStep({
  step: 'split',
  family: 'shape',
  fields,
  suggest: ({ columns, column: name = columns.find(({ type }) => type === 'VARCHAR')?.name }) =>
    name === undefined ? {} : { column: name },

  check({ by, positions }) {
    if (by !== 'position') return undefined;
    const cuts = positions.map(Number);
    const rises = cuts.every((cut, at) => Number.isInteger(cut) && cut > (cuts[at - 1] ?? 0));
    return rises ? undefined : new Problem('step-misfit', { params: { why: 'split-positions' } });
  },

  ask(settings, { from, columns }) {
    if (settings.by === 'position') return undefined;
    if (settings.into === 'rows' || settings.count !== null)
      return settings.by === 'pattern' ? askPattern(settings.pattern) : undefined;
    return `SELECT max(len(${toParts(settings, columns)})) FROM ${from}`;
  },

  make(settings, context) {
    const { column: name, by, into, keep } = settings;
    if (by === 'position') return toColumns(toCuts(settings, context.columns));
    const parts = toParts(settings, context.columns);
    if (into === 'rows') {
      const all = settings.trim ? `list_transform(${parts}, lambda part: trim(part))` : parts;
      // a missing value has no parts, and its row would be gone
      const { sql } = toReplaced(context, { [name]: `unnest(coalesce(${all}, [NULL]))` });
      return { sql };
    }
    const most = settings.count ?? Math.max(1, Number(context.found[0]?.[0] ?? 1));
    if (most > MOST_PARTS)
      throw new Problem('step-misfit', {
        params: { why: 'split-many', column: name, count: most, most: MOST_PARTS },
      });
    const cells = Array.from({ length: most }, (_, at) => `${parts}[${at + 1}]`);
    if (settings.count !== null)
      cells[most - 1] = toRest(settings, { parts, most, columns: context.columns });
    return toColumns(cells);

    function toColumns(cells: readonly string[]) {
      const taken = context.columns.map((one) => one.name);
      const added: Record<string, string> = {};
      for (const [at, cell] of cells.entries()) {
        const free = toFreeName(`${name}_${at + 1}`, [...taken, ...Object.keys(added)]);
        added[free] = settings.trim ? `trim(${cell})` : cell;
      }
      return toAdded(context, added, { after: name, ...(!keep && { without: [name] }) });
    }
  },
});

function toParts(
  { column: name, by, delimiter, pattern }: Settings,
  columns: StepContext['columns'],
): string {
  const it = toTextSql(findColumn(columns, name)!);
  return by === 'pattern'
    ? `regexp_split_to_array(${it}, ${quoteText(pattern)})`
    : `string_split(${it}, ${toDelimiter(delimiter)})`;
}

/** What is more than the columns asked for stays whole in the last one. */
function toRest(
  { column: name, by, delimiter, pattern }: Settings,
  { parts, most, columns }: { parts: string; most: number; columns: StepContext['columns'] },
): string {
  if (by === 'delimiter')
    return `CASE WHEN len(${parts}) >= ${most} THEN array_to_string(${parts}[${most}:], ${toDelimiter(delimiter)}) END`;
  const before = quoteText(`^(?:(?s:.*?)(?:${pattern})){${most - 1}}`);
  const it = toTextSql(findColumn(columns, name)!);
  return `CASE WHEN len(${parts}) >= ${most} THEN ${most === 1 ? it : `regexp_replace(${it}, ${before}, '')`} END`;
}

function toCuts({ column: name, positions }: Settings, columns: StepContext['columns']): string[] {
  const it = toTextSql(findColumn(columns, name)!);
  const cuts = [0, ...positions.map(Number)];
  return cuts.map((cut, at) => {
    const end = cuts[at + 1];
    return `nullif(substring(${it}, ${cut + 1}${end === undefined ? '' : `, ${end - cut}`}), '')`;
  });
}
