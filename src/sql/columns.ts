import type { Catalog, CatalogTable } from './complete';
import { fold, isSameName } from './name';
import { findScopes, resolve } from './resolve';
import { type Chain, type Core, type Item, type Query, type Source, findBinding } from './tree/tree';

export interface OutputColumn {
  name: string;
  /** Empty where only the engine could tell. */
  type: string;
}

/** Which columns the parts of statements have, as far as the names in a catalog tell. */
export interface Columns {
  find: (table: string) => CatalogTable | undefined;
  ofSource: (source: Source) => OutputColumn[];
  ofQuery: (query: Query) => OutputColumn[];
  /** The column that a chain of names means, and what it belongs to. */
  ofChain: (chain: Chain, core: Core) => { column: OutputColumn; owner: string } | undefined;
}

const DESCRIBED = toText('column_name column_type null key default extra');
const SUMMARIZED = toText(
  'column_name column_type min max approx_unique avg std q25 q50 q75 count null_percentage',
);

/** How many queries are looked through, one below the other. */
const MAX_DEPTH = 300;

export function createColumns({ tables }: Pick<Catalog, 'tables'>): Columns {
  const byName = new Map(tables.map((table) => [fold(table.name), table]));
  const known = new Map<Query, OutputColumn[]>();
  let depth = 0;
  const find = (name: string) => byName.get(fold(name));

  const ofQuery = (query: Query): OutputColumn[] => {
    const found = known.get(query);
    if (found || depth > MAX_DEPTH) return found ?? [];
    // A recursive query meets itself: what it has is being found out.
    known.set(query, []);
    depth++;
    const columns = query.cores[0] ? ofCore(query.cores[0]) : [];
    depth--;
    known.set(query, columns);
    return columns;
  };

  const ofCore = (core: Core): OutputColumn[] => {
    if (core.kind === 'describe') return DESCRIBED;
    if (core.kind === 'summarize') return SUMMARIZED;
    if (core.nested) return ofQuery(core.nested);
    if (core.kind === 'values' || core.kind === 'pivot') return [];
    return core.items ? core.items.flatMap((item) => ofItem(item, core)) : ofAll(core.sources);
  };

  const ofTable = (path: Source['path']): readonly OutputColumn[] => {
    const name = path.at(-1)?.name ?? '';
    const cell = find(path.at(-2)?.name ?? '');
    return (cell?.beside?.find((inner) => isSameName(inner.name, name)) ?? find(name))?.columns ?? [];
  };

  const ofSource = (source: Source): OutputColumn[] => {
    if (source.isPivoted) return [];
    const query = source.query ?? source.cte?.query;
    const own: readonly OutputColumn[] = query
      ? ofQuery(query)
      : source.kind === 'table'
        ? ofTable(source.path)
        : [];
    const inner = rename(own, source.cte?.columns ?? []);
    return rename(inner, source.columns);
  };

  const ofAll = (sources: readonly Source[]): OutputColumn[] =>
    sources
      .filter(({ kind }) => kind !== 'join')
      .flatMap((source) =>
        ofSource(source).filter(({ name }) => !source.shared.some((shared) => isSameName(shared.name, name))),
      );

  const ofItem = (item: Item, core: Core): OutputColumn[] => {
    const { alias, chain, isStar, excluded, renamed } = item;
    if (isStar) {
      const source = chain && resolve(chain, core)?.source;
      const all = chain ? (source ? ofSource(source) : []) : ofAll(core.sources);
      return all
        .filter(({ name }) => !excluded.some((one) => isSameName(one.name, name)))
        .map((column) => {
          const to = renamed.find(([from]) => isSameName(from.name, column.name))?.[1];
          return to ? { ...column, name: to.name } : column;
        });
    }
    const column = chain && ofChain(chain, core)?.column;
    const name = alias?.name ?? chain?.parts.at(-1)?.name;
    return name ? [{ name, type: column?.type ?? '' }] : [];
  };

  const ofChain: Columns['ofChain'] = (chain, core) => {
    const qualified = resolve(chain, core);
    const wanted = qualified
      ? chain.parts[chain.parts.indexOf(qualified.part) + 1]?.name
      : chain.parts[0]!.name;
    if (wanted === undefined) return undefined;
    const sources = qualified ? [qualified.source] : findScopes(core).flatMap(({ sources }) => sources);
    for (const source of sources) {
      const column = ofSource(source).find(({ name }) => isSameName(name, wanted));
      if (column) return { column, owner: findBinding(source) ?? '' };
    }
    return undefined;
  };

  return { find, ofSource, ofQuery, ofChain };
}

function rename(columns: readonly OutputColumn[], names: readonly { name: string }[]): OutputColumn[] {
  if (columns.length === 0) return names.map(({ name }) => ({ name, type: '' }));
  return columns.map((column, index) => ({ ...column, name: names[index]?.name ?? column.name }));
}

function toText(names: string): OutputColumn[] {
  return names.split(' ').map((name) => ({ name, type: '' }));
}
