import { memoryTarget } from '../engine/place';
import type { Engine, Owned, ResultTable } from '../engine/engine';
import type { KeptTable } from '../table/kept';
import type { Ask, AskPlan, KeepPlan, Tools } from '../workbook/plan';
import type { CellState } from './state';

/** The tools of one run, and the rows that they have kept so far: what no result takes over is cleared away. */
function createTools({ engine, recalling, telling: { signal, onProgress } }: KeepParts) {
  let kept: string[] = [];

  const keep = (table: ResultTable): KeptTable => {
    kept.push(table.id);
    const { id, columns, rowCount } = table;
    return { id, table: memoryTarget(id).rows, columns, rows: rowCount };
  };

  const ask: Ask = (sql, values) => engine.query(sql, { values, signal });
  const tools: Required<Tools> = {
    ask,
    recall: recalling?.(ask) ?? ask,
    hold: async (sql, values) => keep(await engine.keepResult(sql, { values, signal })),
    async compute(task, values) {
      const { added, tables, notes } = await engine.compute({ ...task, values, onProgress, signal });
      const inner = Object.entries(tables).map(([name, table]) => [name, keep(table)] as const);
      return { ...(added && { added: keep(added) }), tables: Object.fromEntries(inner), notes };
    },
  };

  return {
    tools,

    /** What a result takes over. */
    toOwned(beside: Readonly<Record<string, KeptTable>> = {}): Owned | undefined {
      if (kept.length === 0) return undefined;
      const named = Object.entries(beside).map(([name, { id }]) => [name, id] as const);
      const held = kept.filter((id) => !named.some(([, inner]) => inner === id));
      return { held, beside: Object.fromEntries(named) };
    },

    /** It has been taken over. */
    leave: (): void => void (kept = []),

    clear(): void {
      for (const id of kept) void engine.dropResult(id).catch(() => {});
    },
  };
}

export interface KeepParts {
  engine: Pick<Engine, 'query' | 'keepResult' | 'shareResult' | 'compute' | 'dropResult'>;
  plan: KeepPlan | AskPlan;
  name: string;
  seed: number;
  /** The id by which a table's rows are read. */
  findRows: (table: string) => string | undefined;
  /** Remembers answers about what the cell reads. */
  recalling?: (ask: Ask) => Ask;
  telling: { signal: AbortSignal; onProgress: (share: number) => void };
}

/** Runs what gives rows, and keeps them under a name. */
export async function runKeep(parts: KeepParts): Promise<Pick<CellState, 'result' | 'beside' | 'told'>> {
  const { engine, plan, name, seed, findRows, telling } = parts;
  const { tools, toOwned, leave, clear } = createTools(parts);
  try {
    const { sql, values, same, beside, told } = plan.do === 'ask' ? await plan.toPlan(tools) : plan;
    const of = same && findRows(same.table);
    if (of !== undefined) {
      const { columns } = same!;
      const shared = await engine.shareResult({ name, of, ...(columns !== '*' && { columns }) });
      if (shared) return { result: shared };
    }
    const owns = toOwned(beside);
    const result = await engine.keepResult(sql, { name, values, seed, ...telling, ...(owns && { owns }) });
    leave();
    return { result, ...(beside && { beside: toTables(beside) }), ...(told !== undefined && { told }) };
  } finally {
    clear();
  }
}

/** Tables as the page reads them. */
function toTables(beside: Readonly<Record<string, KeptTable>>): Record<string, ResultTable> {
  const tables = Object.entries(beside).map(([name, { id, columns, rows }]) => [
    name,
    { id, name, columns: [...columns], rowCount: rows },
  ]);
  return Object.fromEntries(tables) as Record<string, ResultTable>;
}
