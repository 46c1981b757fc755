import { toFreeName } from '../../../lib/freeName';
import { quoteName, quoteText } from '../../../sql/quote';
import type { MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toGroups, toRows, toWhere } from '../groups';
import { loadAtlas } from './atlas';
import type { AtlasName, Pair } from './names';
import { loadNames, matchNames } from './names';

/** What a map's rows were asked for as. */
export interface MapTold {
  readonly atlas: AtlasName;
  /** Rows that say no region. */
  readonly blank: number;
  /** Names that are no region of the map: the most frequent, and how many there are. */
  readonly missed: {
    readonly names: readonly (readonly [string, number])[];
    readonly groups: number;
    readonly rows: number;
  };
}

/** So many different names are looked up; a column with more has none of regions. */
const MOST_NAMES = 20_000;
const MOST_TOLD = 50;

/** The query of a map of regions: rows are put together by where their names are on the map. */
export async function makeMap(context: MakeContext): Promise<Made> {
  const { chart, from, columns, ask } = context;
  const { atlas: asked, pairs } = chart.options as { atlas: AtlasName | 'auto'; pairs: readonly Pair[] };
  const channel = only(chart, 'region')!;
  const toName = (of: string) => `CAST(${of}${quoteName(channel.column!)} AS VARCHAR)`;
  const [gazetteer, found] = await Promise.all([
    loadNames(),
    ask(
      `SELECT ${toName('')} AS name, count(*) AS rows, sum(count(*)) OVER () AS of_all, count(*) OVER () AS names\nFROM ${from}${toWhere(chart)}\nGROUP BY ALL\nORDER BY 2 DESC, 1\nLIMIT ${MOST_NAMES}`,
    ),
  ]);
  const list = toRows(found);
  const named = list.flatMap(([one, rows]) => (one === null ? [] : [[String(one), Number(rows)] as const]));
  const { atlas, ids } = matchNames(
    named.map(([one]) => one),
    gazetteer,
    { asked: asked === 'auto' ? undefined : asked, pairs },
  );
  await loadAtlas(atlas);

  const all = Number(list[0]?.[2] ?? 0);
  const groups = Number(list[0]?.[3] ?? 0);
  const blank = Number(list.find(([one]) => one === null)?.[1] ?? 0);
  const matched = named.filter(([one]) => ids.has(one));
  const unmatched = named.filter(([one]) => !ids.has(one));
  const missed: MapTold['missed'] = {
    names: unmatched.slice(0, MOST_TOLD),
    groups: groups - (blank > 0 ? 1 : 0) - matched.length,
    rows: all - blank - matched.reduce((sum, [, rows]) => sum + rows, 0),
  };

  const region = toFreeName(
    'region',
    columns.map((column) => column.name),
  );
  const placed = { ...chart, slots: { ...chart.slots, region: [{ column: region }] } };
  const made = await toGroups(
    {
      ...context,
      chart: placed,
      columns: [...columns, { name: region, type: 'VARCHAR' }],
      from: toPlacedSql(
        from,
        toName('rows_of.'),
        region,
        matched.map(([one]) => [one, ids.get(one)!]),
      ),
    },
    {
      by: ['region', 'facet', 'rows'],
      values: ['color', 'tooltip'],
      most: { region: 1000, facet: 12, rows: 8 },
    },
  );
  return {
    ...made,
    chart: { ...made.chart, slots: { ...made.chart.slots, region: [channel] } },
    told: {
      ...made.told,
      rows: all,
      map: { atlas, blank, missed } satisfies MapTold,
      names: { region: toNamesOf(matched, ids) },
    },
  };
}

/** The rows that are on the map, with the region that each is in. */
function toPlacedSql(
  from: string,
  name: string,
  region: string,
  places: readonly (readonly [string, string])[],
): string {
  const it = quoteName(region);
  if (places.length === 0) return `(SELECT *, CAST(NULL AS VARCHAR) AS ${it} FROM ${from} WHERE false)`;
  const values = places.map(([one, id]) => `(${quoteText(one)}, ${quoteText(id)})`).join(', ');
  return `(SELECT rows_of.*, places_of.id AS ${it}\n  FROM ${from} AS rows_of JOIN (VALUES ${values}) AS places_of(name, id) ON ${name} = places_of.name)`;
}

/** What each region is called in the table. */
function toNamesOf(matched: readonly (readonly [string, number])[], ids: ReadonlyMap<string, string>) {
  const byId = Map.groupBy(matched, ([one]) => ids.get(one)!);
  return Object.fromEntries([...byId].map(([id, names]) => [id, names.map(([one]) => one)]));
}
