import { createSignal } from 'solid-js';
import type { JobOptions } from '../../export/quireWorker';
import { createAbort } from '../../lib/problem';

/** A job that can be stopped, with how far it is. */
export function createJob() {
  const [share, setShare] = createSignal<number>();
  let controller: AbortController | undefined;
  return {
    /** From 0 to 1; undefined while there is none. */
    share,

    async run<T>(work: (options: Required<JobOptions>) => Promise<T>): Promise<T> {
      controller = new AbortController();
      setShare(0);
      try {
        return await work({ signal: controller.signal, onProgress: (done) => void setShare(done) });
      } finally {
        setShare(undefined);
      }
    },

    stop: () => controller?.abort(createAbort()),
  };
}
