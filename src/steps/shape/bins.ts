import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Value } from '../../table/column';
import type { SettingsOf } from '../field';
import { choice, column, maybeNumber, number, text, values } from '../field';
import { toStep } from '../step';
import { findColumn, toAdded } from '../write';
import type { Edges } from './edges';
import { maybeSteppedEdges, MOST_BINS, toEqualEdges, toQuantileEdges } from './edges';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

const fields = {
  column: column({ families: ['number'] }),
  how: choice(['equal', 'quantile', 'width', 'edges']),
  count: number({
    otherwise: 5,
    min: 1,
    max: MOST_BINS,
    whole: true,
    when: ({ how }) => how === 'equal' || how === 'quantile',
  }),
  width: number({ otherwise: 10, when: ({ how }) => how === 'width' }),
  start: maybeNumber({ when: ({ how }) => how === 'width' }),
  edges: values({ when: ({ how }) => how === 'edges' }),
  outside: choice(['own', 'missing'], { when: ({ how }) => how === 'edges' }),
  as: choice(['range', 'number']),
  labels: values({ optional: true, when: (settings) => settings.how === 'edges' && settings.as === 'range' }),
  name: text({ is: 'name', optional: true }),
};

type Settings = SettingsOf<typeof fields>;

/** Numbers put into bins. A missing one is in none. */
export const bins = toStep({
  step: 'bins',
  family: 'shape',
  fields,
  suggest: ({ columns, column: name = columns.find(({ type }) => /INT|DOUBLE|DECIMAL/.test(type))?.name }) =>
    name === undefined ? {} : { column: name },

  check({ how, width, edges, labels, as }) {
    const misfit = (why: string) => new Problem('step-misfit', { params: { why } });
    if (how === 'width' && width <= 0) return misfit('bins-width');
    if (how !== 'edges') return undefined;
    const rises = edges.every(
      (edge, at) => NUMBER.test(edge.trim()) && (at === 0 || Number(edge) > Number(edges[at - 1])),
    );
    if (!rises || edges.length < 2) return misfit('bins-edges');
    if (as === 'range' && labels.length > 0 && labels.length !== edges.length - 1)
      return misfit('bins-labels');
    return undefined;
  },

  ask({ column: of, how, count }, { from, columns }) {
    if (how === 'edges') return undefined;
    const it = quoteName(of);
    const finite = isFloat(findColumn(columns, of)!.type) ? `\nWHERE isfinite(${it})` : '';
    if (how !== 'quantile')
      return `SELECT unnest([CAST(min(${it}) AS VARCHAR), CAST(max(${it}) AS VARCHAR)])\nFROM ${from}${finite}`;
    const shares = Array.from({ length: count + 1 }, (_, at) => at / count).join(', ');
    return `SELECT CAST(unnest(quantile_cont(${it}, [${shares}])) AS VARCHAR)\nFROM ${from}${finite}`;
  },

  make(settings, context) {
    const { column: of, how, count, name } = settings;
    const { type } = findColumn(context.columns, of)!;
    const edges = toEdges(settings, context.found);
    const wanted = name || `${of}_bin`;
    const free = toFreeName(
      wanted,
      context.columns.map((one) => one.name),
    );
    const made = toAdded(context, { [free]: toCase(settings, edges, isFloat(type)) }, { after: of });
    const isFewer = how === 'quantile' && edges.length > 0 && edges.length - 1 < count;
    return isFewer
      ? { ...made, notes: [{ why: 'bins-fewer', params: { column: of, count: edges.length - 1 } }] }
      : made;
  },
});

/** None where there is no value at all. */
function toEdges(
  { column: of, how, count, width, start, edges }: Settings,
  found: readonly (readonly Value[])[],
): Edges {
  if (how === 'edges') return edges.map((edge) => edge.trim());
  const asked = (found[0] ?? []) as readonly (string | null)[];
  if (asked.length === 0 || asked.includes(null)) return [];
  const texts = (asked as readonly string[]).map((text) => text.replace(/\.0+$/, ''));
  if (how === 'quantile') return toQuantileEdges(texts);
  const [least, greatest] = texts as [string, string];
  if (how === 'equal') return toEqualEdges(least, greatest, count);
  const stepped = maybeSteppedEdges(least, greatest, { width, start: start ?? 0 });
  if (stepped) return stepped;
  throw new Problem('step-misfit', { params: { why: 'bins-many', column: of, most: MOST_BINS } });
}

function toCase({ column: of, how, as, labels, outside }: Settings, edges: Edges, isFloat: boolean): string {
  const it = quoteName(of);
  const [first, last] = [edges[0]!, edges.at(-1)!];
  const end = edges.length - 1;
  const say = (label: string, place: number) => (as === 'number' ? String(place) : quoteText(label));
  const sayOutside = (label: string, place: number) => (outside === 'missing' ? 'NULL' : say(label, place));
  const isClosed = how !== 'width';
  const lines = [`WHEN ${it} IS NULL THEN NULL`];
  if (isFloat) lines.push(`WHEN isnan(${it}) THEN NULL`);
  if (edges.length === 0) lines.push('ELSE NULL');
  else {
    // only what is written by hand leaves numbers outside, but for the infinite ones
    if (how === 'edges') lines.push(`WHEN ${it} < ${first} THEN ${sayOutside(`< ${first}`, 0)}`);
    else if (isFloat) lines.push(`WHEN ${it} = '-infinity' THEN ${sayOutside(`< ${first}`, 0)}`);
    for (let at = 1; at < end; at++)
      lines.push(
        `WHEN ${it} < ${edges[at]} THEN ${say(labels[at - 1] ?? `[${edges[at - 1]}, ${edges[at]})`, at)}`,
      );
    const label = labels[end - 1] ?? `[${edges[end - 1]}, ${last}${isClosed ? ']' : ')'}`;
    const after = sayOutside(isClosed ? `> ${last}` : `≥ ${last}`, end + 1);
    if (how === 'edges') lines.push(`WHEN ${it} <= ${last} THEN ${say(label, end)}`, `ELSE ${after}`);
    else {
      if (isFloat) lines.push(`WHEN ${it} = 'infinity' THEN ${after}`);
      lines.push(`ELSE ${say(label, end)}`);
    }
  }
  return `CAST(CASE\n    ${lines.join('\n    ')}\n  END AS ${as === 'number' ? 'INTEGER' : 'VARCHAR'})`;
}

function isFloat(type: string): boolean {
  return type === 'DOUBLE' || type === 'FLOAT';
}
