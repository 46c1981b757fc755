import type { ExportOptions, SharingParts } from './actions';
import { exportLink, exportScript, exportWorkbook, readArrival } from './actions';
import { findWanted } from './arrival';
import { currentOpening, setOpening, setShare } from './current';
import type { Opening } from './opening';
import { createOpening } from './opening';
import { findSame, takeArrival } from './takeArrival';

export type Sharing = ReturnType<typeof createSharing>;

/** How a workbook leaves, and how one comes. */
export function createSharing(parts: SharingParts) {
  function ask(from: File | string): void {
    if (currentOpening()) return;
    const next: Opening = createOpening(parts, from, {
      onEnd: () => void setOpening((other) => (other === next ? undefined : other)),
    });
    setOpening(next);
    void next.look();
  }

  return {
    /** Asks how the workbook that is open shall be shared. */
    share: () => void setShare(() => parts),

    /** Shows what is in somebody's file, script or link, and opens it when the person says so. */
    ask,

    /** Opens a file without asking, as a person would who changes none of the answers. Runs nothing. */
    async openFile(file: File, { password }: { password?: string } = {}): Promise<void> {
      const arrival = await readArrival(file, password === undefined ? {} : { passphrase: password });
      const wanted = findWanted(arrival, parts.sources.state.sources, await findSame(parts, arrival));
      await takeArrival(
        parts,
        arrival,
        wanted.map((one) => ({ wanted: one, choice: one.first })),
      );
    },

    exportWorkbook: (options?: ExportOptions) => exportWorkbook(parts, options),
    exportScript: () => exportScript(parts),
    exportLink: () => exportLink(parts),
  };
}
