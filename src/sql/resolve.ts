import { isSameName } from './name';
import { type Chain, type Core, type Name, type Source, findBinding } from './tree/tree';

/** What the first names of a column mean: a source, the part of the chain that names it, and the `SELECT` that reads it. */
export interface Resolution {
  source: Source;
  part: Name;
  core: Core;
}

/** The source that qualifies a column, looked for from the inside out as DuckDB does; undefined for a plain column. */
export function resolve(chain: Chain, core: Core): Resolution | undefined {
  const last = chain.isStar ? chain.parts.length : chain.parts.length - 1;
  if (last === 0) return undefined;
  for (const scope of findScopes(core)) {
    for (let index = 0; index < Math.min(last, 3); index++) {
      const part = chain.parts[index]!;
      const before = chain.parts.slice(0, index);
      const source = scope.sources.find((source) => isNamed(source, part.name, before));
      if (source) return { source, part, core: scope };
    }
  }
  return undefined;
}

/** A single word that may mean the whole row of a source; it does so only where no column has that name. */
export function resolveRow({ parts, isStar }: Chain, core: Core): Resolution | undefined {
  if (isStar || parts.length !== 1) return undefined;
  const part = parts[0]!;
  for (const scope of findScopes(core)) {
    const source = scope.sources.find((source) => isNamed(source, part.name, []));
    if (source) return { source, part, core: scope };
  }
  return undefined;
}

/** A `SELECT` and those around it that it may look into, the innermost first. */
export function findScopes(core: Core): Core[] {
  const scopes: Core[] = [];
  for (let scope: Core | undefined = core; scope; scope = scope.query.outer) scopes.push(scope);
  return scopes;
}

function isNamed(source: Source, name: string, before: readonly Name[]): boolean {
  const binding = findBinding(source);
  if (binding === undefined || !isSameName(binding, name)) return false;
  if (before.length === 0) return true;
  if (source.kind !== 'table' || source.alias) return false;
  const schemas = source.path.slice(0, -1).map(({ name }) => name);
  return (
    isSameName(before.at(-1)!.name, schemas.at(-1) ?? 'main') ||
    isSameName(before[0]!.name, schemas[0] ?? 'main')
  );
}
