import type { ImportedTable, ImportFileOptions, TableFiles } from '../engine/engine';
import type { ImportOptions } from '../import/options';
import type { SourceRecord } from '../storage/catalog';
import { takeImport } from '../storage/device';
import type { TaskRun, Tasks } from './tasks';

export interface StageOptions {
  options?: ImportOptions;
  together?: ImportFileOptions['together'];
  signal?: AbortSignal;
  onProgress?: TaskRun['onProgress'];
}

/** Tables that are imported and can be read, but are no sources yet. */
export interface Staged {
  tables: StagedTable[];
  /** Leaves nothing behind of those that became none. */
  end(): Promise<void>;
}

export interface StagedTable {
  table: SourceRecord;
  /** The name that it would have as a source. */
  name: string;
}

export interface StagingParts {
  tasks: Tasks;
  /** Whether rows are kept on this device. */
  keep: boolean;
  importTables(file: File, task: TaskRun, options: StageOptions): Promise<ImportedTable[]>;
  attach(table: TableFiles): Promise<void>;
  drop(table: TableFiles): Promise<void>;
}

/** Imports whose place among the sources is to be decided. */
export function createStaging({ tasks, keep, importTables, attach, drop }: StagingParts) {
  const staged = new Map<string, SourceRecord>();

  /** Under a lock until it ends, so that another tab does not take its files for left-overs. */
  function stageFile(file: File, { signal, onProgress, ...options }: StageOptions): Promise<Staged> {
    return tasks.run(file, (task) => stage(file, task, options, onProgress), signal);
  }

  async function stage(
    file: File,
    task: TaskRun,
    options: StageOptions,
    onProgress: TaskRun['onProgress'] = () => {},
  ): Promise<Staged> {
    const release = await takeImport(task.id);
    let tables: StagedTable[] = [];
    const end = async () => {
      for (const { table } of tables) if (staged.delete(table.id)) await drop(table);
      release();
    };
    try {
      const tell: TaskRun['onProgress'] = (progress) => {
        task.onProgress(progress);
        onProgress(progress);
      };
      const imported = await importTables(file, { ...task, onProgress: tell }, options);
      tables = imported.map((table) => ({
        // a name that no one reads by
        table: { ...table, name: `staged ${table.id}`, created: Date.now(), kept: keep },
        name: table.name,
      }));
      for (const { table } of tables) staged.set(table.id, table);
      for (const { table } of tables) await attach(table);
      task.signal.throwIfAborted();
      return { tables, end };
    } catch (error) {
      await end();
      throw error;
    }
  }

  return {
    stageFile,
    has: (id: string) => staged.has(id),
    /** It is a source from here on. */
    take: (id: string) => void staged.delete(id),
    /** All of them, which are forgotten by this. */
    takeAll(): SourceRecord[] {
      const all = [...staged.values()];
      staged.clear();
      return all;
    },
  };
}
