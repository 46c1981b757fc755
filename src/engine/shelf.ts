import { Problem, toProblem } from '../lib/problem';
import type { Duck } from './duckdb';
import type { TableFiles } from './engine';
import { isKept } from './place';
import type { AttachedTable } from './tables';
import { attachTable, createViews, detachTable, discardRows, dropViews } from './tables';

interface Entry {
  table: TableFiles;
  attached: Promise<AttachedTable>;
}

/** The tables that the engine has been given, so that another engine can be given them again. */
export function createShelf(engine: () => Promise<Duck>) {
  const entries = new Map<string, Entry>();

  function put(table: TableFiles, attached: Promise<AttachedTable>): Promise<AttachedTable> {
    entries.set(table.id, { table, attached });
    attached.catch(() => entries.delete(table.id));
    return attached;
  }

  return {
    find(id: string): TableFiles {
      const entry = entries.get(id);
      if (!entry) throw new Problem('source-missing', { params: { name: id } });
      return entry.table;
    },

    async attach(table: TableFiles): Promise<void> {
      const attached =
        entries.get(table.id)?.attached ??
        put(
          table,
          engine().then((duck) => attachTable(duck, table)),
        );
      try {
        await attached;
      } catch (error) {
        if (error instanceof Problem) throw error;
        const { detail = '' } = toProblem(error).params;
        throw new Problem('source-unreadable', { params: { name: table.name, detail }, cause: error });
      }
    },

    async detach(id: string): Promise<void> {
      const entry = entries.get(id);
      if (!entry) return;
      entries.delete(id);
      await detachTable(await engine(), await entry.attached);
    },

    discard: async (table: TableFiles): Promise<void> => discardRows(await engine(), table),

    async rename(id: string, name: string): Promise<void> {
      const entry = entries.get(id);
      if (!entry) return;
      const duck = await engine();
      const attached = await entry.attached;
      await dropViews(duck, attached);
      const renamed = { ...attached, name };
      await createViews(duck, renamed);
      await put(renamed, Promise.resolve(renamed));
    },

    /** Gives the tables to a new engine. Those that were in the old one's memory are lost: their ids are the answer. */
    moveTo(duck: Promise<Duck>): { moved: Promise<void>; lost: string[] } {
      const all = [...entries.values()].map(({ table }) => table);
      const kept = all.filter(isKept);
      const lost = all.filter((table) => !isKept(table)).map(({ id }) => id);
      for (const id of lost) entries.delete(id);
      const moves = kept.map((table) =>
        put(
          table,
          duck.then((opened) => attachTable(opened, table)),
        ),
      );
      return { moved: Promise.allSettled(moves).then(() => {}), lost };
    },
  };
}
