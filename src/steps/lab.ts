import { Problem } from '../lib/problem';
import type { Done, KeptTable, Task } from '../table/kept';

/** Does for steps what no query can. */
export interface Lab {
  /** Runs the chain so far, and keeps its rows. */
  hold: (sql: string) => Promise<KeptTable>;
  compute: (task: Task) => Promise<Done>;
}

/** A lab that remembers what it does, and another that only recalls: whoever looks at a chain has nothing computed anew. */
export function toRecorded({ hold, compute }: Lab): { lab: Lab; recalled: Lab } {
  const known = new Map<string, Promise<unknown>>();
  const record = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const done = work();
    known.set(key, done);
    return done;
  };
  const recall = <T>(key: string): Promise<T> =>
    (known.get(key) as Promise<T> | undefined) ?? Promise.reject(new Problem('step-unrun'));
  return {
    lab: {
      hold: (sql) => record(sql, () => hold(sql)),
      compute: (task) => record(JSON.stringify(task), () => compute(task)),
    },
    recalled: { hold: (sql) => recall(sql), compute: (task) => recall(JSON.stringify(task)) },
  };
}
