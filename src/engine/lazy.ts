import type { Engine } from './engine';

/**
 * The engine before its code is here: every call waits for it. The Arrow reader and the worker's client are more script
 * than the whole shell, which can be used without them.
 */
export function createLazyEngine(onRestart: (lost: string[]) => void): Engine {
  const loading = import('./client').then(({ createEngine }) => createEngine({ onRestart }));
  loading.catch(() => {});
  return {
    query: async (...args) => (await loading).query(...args),
    read: async (...args) => (await loading).read(...args),
    attach: async (...args) => (await loading).attach(...args),
    detach: async (...args) => (await loading).detach(...args),
    discard: async (...args) => (await loading).discard(...args),
    rename: async (...args) => (await loading).rename(...args),
    prepare: async (...args) => (await loading).prepare(...args),
    inspect: async (...args) => (await loading).inspect(...args),
    importFile: async (...args) => (await loading).importFile(...args),
    appendRows: async (...args) => (await loading).appendRows(...args),
    keepResult: async (...args) => (await loading).keepResult(...args),
    compute: async (...args) => (await loading).compute(...args),
    shareResult: async (...args) => (await loading).shareResult(...args),
    renameResult: async (...args) => (await loading).renameResult(...args),
    dropResult: async (...args) => (await loading).dropResult(...args),
    explain: async (...args) => (await loading).explain(...args),
    serveRows: async (...args) => (await loading).serveRows(...args),
    writeDatabase: async (...args) => (await loading).writeDatabase(...args),
    memory: async () => (await loading).memory(),
    cancelAll: async () => (await loading).cancelAll(),
    close: () => void loading.then((engine) => engine.close()),
  };
}
