import type { Engine } from '../engine/engine';
import { isAbort } from '../lib/problem';
import { keepRecent } from '../lib/recent';
import type { Column } from '../table/column';
import type { Facts, Glance, GlanceOptions } from './glance';
import { readFacts, readGlance } from './glance';

/** A table that can be looked at, with the engine that has it. */
export interface GlanceTable {
  engine: Pick<Engine, 'query'>;
  id: string;
  /** Changes when its rows do. */
  key: string;
  /** Resolves when the engine has it. */
  whenReady?: () => Promise<unknown>;
}

interface Want {
  table: GlanceTable;
  column: Column;
  tell: (glance: Glance) => void;
}

export type Glances = ReturnType<typeof createGlances>;

const TABLES_KNOWN = 64;
/** Together in one pass. */
const MOST_AT_ONCE = 24;

/**
 * Finds what is in the columns that are on screen, one table at a time and in the background, and remembers it.
 * `lingerMs` is how long it waits for more columns, and for rows that somebody looks at.
 */
export function createGlances({ lingerMs = 200 } = {}) {
  const known = new Map<string, Map<string, Glance>>();
  let wants: Want[] = [];
  let current: { key: string; controller: AbortController } | undefined;
  let isWorking = false;

  async function work(): Promise<void> {
    isWorking = true;
    for (;;) {
      await new Promise((done) => setTimeout(done, lingerMs));
      const next = wants[0];
      if (!next) break;
      const columns = findColumns(next.table.key);
      try {
        await lookAt(next.table, columns);
      } catch (error) {
        // of a table or an engine that is gone nobody misses it; what was stopped is looked for again where it is wanted
        if (!isAbort(error)) drop(next.table.key, columns);
      }
    }
    isWorking = false;
  }

  async function lookAt(table: GlanceTable, columns: readonly Column[]): Promise<void> {
    const controller = new AbortController();
    current = { key: table.key, controller };
    await table.whenReady?.();
    const options: GlanceOptions = { engine: table.engine, id: table.id, signal: controller.signal };
    const facts = await readFacts(columns, options);
    for (const [index, column] of columns.entries()) {
      if (isWanted(table.key, column)) await look(table.key, column, facts[index]!, options);
    }
  }

  async function look(key: string, column: Column, facts: Facts, options: GlanceOptions): Promise<void> {
    const glance = await readGlance(column, facts, options);
    remember(key, column, glance);
    const told = wants.filter((want) => isFor(want, key, column));
    drop(key, [column]);
    for (const { tell } of told) tell(glance);
  }

  function findColumns(key: string): Column[] {
    const columns = wants.filter((want) => want.table.key === key).map(({ column }) => column);
    return [...new Map(columns.map((column) => [column.name, column])).values()].slice(0, MOST_AT_ONCE);
  }

  function isWanted(key: string, column: Column): boolean {
    return wants.some((want) => isFor(want, key, column));
  }

  function drop(key: string, columns: readonly Column[]): void {
    wants = wants.filter((want) => !columns.some((column) => isFor(want, key, column)));
  }

  function remember(key: string, { name }: Column, glance: Glance): void {
    const ofTable = known.get(key) ?? new Map<string, Glance>();
    keepRecent(known, key, ofTable.set(name, glance), TABLES_KNOWN);
  }

  return {
    maybeKnown: (key: string, { name }: Column): Glance | undefined => known.get(key)?.get(name),

    /** Tells what is in a column once it is found; calling what it gives back calls that off. */
    want(table: GlanceTable, column: Column, tell: (glance: Glance) => void): () => void {
      const want: Want = { table, column, tell };
      wants.push(want);
      if (!isWorking) void work();
      return () => {
        wants = wants.filter((other) => other !== want);
        if (current?.key === table.key && !wants.some((other) => other.table.key === table.key))
          current.controller.abort();
      };
    },
  };
}

function isFor({ table, column }: Want, key: string, { name }: Column): boolean {
  return table.key === key && column.name === name;
}
