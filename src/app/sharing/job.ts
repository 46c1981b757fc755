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

    start(): Required<JobOptions> {
      controller = new AbortController();
      setShare(0);
      return { signal: controller.signal, onProgress: (done) => void setShare(done) };
    },

    end: () => void setShare(undefined),

    stop: () => controller?.abort(createAbort()),
  };
}
