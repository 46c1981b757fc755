import type { Accessor } from 'solid-js';
import { createMemo, createResource } from 'solid-js';
import { kinds } from '../../cells/kinds';
import type { Engine } from '../../engine/engine';
import type { Catalog } from '../../sql/complete';
import type { App } from '../context';
import type { Workbooks } from './workbooks';

/** What a query can name: sources and cells with their columns, inputs, and the engine's own functions and words. */
export function createCatalog(app: App, workbooks: Workbooks): Accessor<Catalog> {
  const [words] = createResource(
    () => app.engineState() === 'ready',
    () =>
      readWords(app.engine)
        .catch(() => readWords(app.engine))
        .catch(() => undefined),
  );
  return createMemo(() => ({
    tables: [
      ...app.sources.state.sources.map(({ name, columns }) => ({ name, columns, kind: 'source' as const })),
      ...workbooks.ids().flatMap((id) => {
        const cell = workbooks.cell(id);
        if (!cell?.name || kinds.find(cell.kind)?.gives !== 'table') return [];
        const { result, beside = {} } = workbooks.stateOf(id)();
        const inner = Object.entries(beside).map(([name, { columns }]) => ({ name, columns }));
        return [{ name: cell.name, columns: result?.columns ?? [], kind: 'cell' as const, beside: inner }];
      }),
    ],
    parameters: workbooks.ids().flatMap((id) => {
      const cell = workbooks.cell(id);
      const kind = cell && kinds.find(cell.kind);
      if (!cell?.name || kind?.gives !== 'value') return [];
      const value = kind.toValue?.(cell);
      return [{ name: cell.name, type: !value || 'fields' in value ? 'STRUCT' : value.type }];
    }),
    functions: words()?.functions ?? [],
    keywords: words()?.keywords ?? [],
  }));
}

async function readWords(engine: Engine): Promise<Pick<Catalog, 'functions' | 'keywords'>> {
  const [functions, keywords] = await Promise.all([
    engine.query(`
      SELECT function_name, any_value(function_type), max(coalesce(description, '')),
        any_value(coalesce(return_type, '')), any_value(parameters)
      FROM duckdb_functions()
      WHERE function_type IN ('scalar', 'aggregate', 'macro', 'table') AND function_name ~ '^[a-z_]\\w*$'
        AND NOT starts_with(function_name, '__')
      GROUP BY function_name ORDER BY function_name`),
    engine.query('SELECT upper(keyword_name) FROM duckdb_keywords() ORDER BY 1'),
  ]);
  const [names, types, descriptions, returns, parameters] = functions.values;
  return {
    functions: names!.map((name, row) => ({
      name: String(name),
      kind: String(types![row]),
      description: String(descriptions![row]),
      returns: String(returns![row]),
      parameters: toTexts(parameters![row]),
    })),
    keywords: keywords.values[0]!.map(String),
  };
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
