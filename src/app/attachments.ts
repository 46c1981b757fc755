import type { Engine, TableFiles } from '../engine/engine';
import { toPlainData } from './plainData';

export type Attachments = ReturnType<typeof createAttachments>;

/** The tables that the engine has been given to read. */
export function createAttachments(engine: Engine) {
  const attached = new Map<string, { name: string; rows: string; done: Promise<void> }>();

  return {
    /**
     * Once for each table, however often it is asked for; again where its rows lie elsewhere now, and under another name where that
     * has changed, once it is free.
     */
    attach({ id, name, columns, parts }: TableFiles, nameFree = Promise.resolve()): Promise<void> {
      const rows = JSON.stringify(parts);
      const known = attached.get(id);
      if (known?.name === name && known.rows === rows) return known.done;
      const give = () => engine.attach(toPlainData({ id, name, columns, parts }));
      const free = Promise.all([known?.done, nameFree]);
      const done = free.then(() => {
        if (!known) return give();
        return known.rows === rows ? engine.rename(id, name) : engine.detach(id).then(give);
      });
      attached.set(id, { name, rows, done });
      done.catch(() => attached.get(id)?.done === done && attached.delete(id));
      return done;
    },

    async detach(id: string): Promise<void> {
      if (attached.delete(id)) await engine.detach(id);
    },

    ids: () => attached.keys(),

    /** The engine has lost it. */
    forget: (id: string) => void attached.delete(id),
  };
}
