import type { Engine, TableFiles } from '../engine/engine';
import { toPlainData } from './plainData';

export type Attachments = ReturnType<typeof createAttachments>;

/** The tables that the engine has been given to read. */
export function createAttachments(engine: Engine) {
  const attached = new Map<string, { name: string; done: Promise<void> }>();

  return {
    /** Once for each table, however often it is asked for; under another name where that has changed, once it is free. */
    attach({ id, name, columns, parts }: TableFiles, nameFree = Promise.resolve()): Promise<void> {
      const known = attached.get(id);
      if (known?.name === name) return known.done;
      const done = known
        ? Promise.all([known.done, nameFree]).then(() => engine.rename(id, name))
        : nameFree.then(() => engine.attach(toPlainData({ id, name, columns, parts })));
      attached.set(id, { name, done });
      done.catch(() => attached.delete(id));
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
