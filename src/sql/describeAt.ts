import { type Columns, type OutputColumn, createColumns } from './columns';
import type { Catalog } from './complete';
import { isSameName } from './name';
import { resolve } from './resolve';
import { toTree } from './tree/toTree';
import { type Core, type Extent, type Source, findBinding } from './tree/tree';

/** What is known of a word: lines of Markdown. */
export interface Description extends Extent {
  kind: 'column' | 'table' | 'function' | 'parameter';
  lines: string[];
}

const MOST_COLUMNS = 30;

export function describeAt(sql: string, offset: number, catalog: Catalog): Description | undefined {
  const tree = toTree(sql);
  const token = tree.tokens.find(
    ({ from, to }) => from <= offset && offset <= to && to > from && isWord(sql, from),
  );
  if (!token) return undefined;
  const { from, to } = token;
  if (token.kind === 'parameter') {
    const found = catalog.parameters.find(({ name }) => isSameName(name, sql.slice(from + 1, to)));
    return found && { kind: 'parameter', from, to, lines: [`${toCode(`$${found.name}`)} ${found.type}`] };
  }
  const columns = createColumns(catalog);
  for (const core of tree.cores.toReversed()) {
    const found = describeIn(core, { from, to }, { columns, catalog });
    if (found) return { ...found, from, to };
  }
  return undefined;
}

function describeIn(
  core: Core,
  { from, to }: Extent,
  { columns, catalog }: { columns: Columns; catalog: Catalog },
): Pick<Description, 'kind' | 'lines'> | undefined {
  const isHere = (place: Extent | undefined) => place?.from === from && place.to === to;
  const call = core.calls.find(isHere);
  if (call) return describeFunction(call.name, catalog);
  const source = core.sources.find(({ alias, path }) => isHere(alias) || isHere(path.at(-1)));
  if (source) return describeSource(source, columns);
  const chain = core.chains.find(({ parts }) => parts.some(isHere));
  if (!chain) return undefined;
  const qualified = resolve(chain, core);
  if (isHere(qualified?.part)) return describeSource(qualified!.source, columns);
  const found = columns.ofChain(chain, core);
  const name = chain.parts.find(isHere)!.name;
  if (!found || !isSameName(found.column.name, name)) return undefined;
  const { column, owner } = found;
  return { kind: 'column', lines: [`${toColumnText(column)}${owner ? ` · ${toCode(owner)}` : ''}`] };
}

function describeFunction(
  name: string,
  { functions }: Catalog,
): Pick<Description, 'kind' | 'lines'> | undefined {
  const found = functions.filter((one) => isSameName(one.name, name));
  if (found.length === 0) return undefined;
  const signatures = found.map(({ name, parameters, returns }) =>
    toCode(`${name}(${parameters.join(', ')})${returns ? ` → ${returns}` : ''}`),
  );
  const help = found.map(({ description }) => description).filter(Boolean);
  return { kind: 'function', lines: [...signatures, ...new Set(help)] };
}

function describeSource(source: Source, columns: Columns): Pick<Description, 'kind' | 'lines'> {
  const name = source.path.at(-1)?.name ?? findBinding(source) ?? '';
  const all = columns.ofSource(source);
  const more = all.length > MOST_COLUMNS ? ['…'] : [];
  const list = [...all.slice(0, MOST_COLUMNS).map(toColumnText), ...more].join(', ');
  return { kind: 'table', lines: [toCode(name), list].filter(Boolean) };
}

function toColumnText({ name, type }: OutputColumn): string {
  return `${toCode(name)}${type ? ` ${type}` : ''}`;
}

/** As code, so that no name is taken for Markdown. */
function toCode(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

function isWord(sql: string, from: number): boolean {
  return /[\p{L}_"$]/u.test(sql[from]!);
}
