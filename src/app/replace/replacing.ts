import type { SourceRecord } from '../../storage/catalog';
import type { Drift } from '../../run/drift';
import { toPlainData } from '../plainData';
import type { Imported, ReplaceParts } from './candidate';
import { importBeside, lookAtNext } from './candidate';
import { currentReplacement, setReplacement } from './current';
import { createReplacement } from './replacement';
import { toChoices, toSettings } from './report';

export type Replacing = ReturnType<typeof createReplacing>;

/** The way of next month's file into the place of this month's. */
export function createReplacing(parts: ReplaceParts & { show: (id: string) => void }) {
  return {
    /** Compares, and asks before anything changes. */
    replaceFile(source: SourceRecord, files: readonly File[]): void {
      const [first, ...rest] = files;
      if (!first || currentReplacement()) return;
      const replacement = createReplacement(parts, toPlainData(source), [first, ...rest], {
        show: parts.show,
        onEnd: () => void setReplacement((other) => (other === replacement ? undefined : other)),
      });
      setReplacement(replacement);
      void replacement.look();
    },

    /** Replaces without asking, as a person would who changes none of the answers. */
    async replaceNow(
      listed: SourceRecord,
      ...files: [File, ...File[]]
    ): Promise<{ source: SourceRecord; drift: Drift }> {
      const { sources } = parts;
      const source = toPlainData(listed);
      const work = { signal: new AbortController().signal, onStep: () => {} };
      const candidate = await lookAtNext(parts, source, files, work);
      const { report } = candidate;
      let imported: Imported = candidate;
      try {
        const settings = toSettings(candidate.settings, candidate.table, report, toChoices(report));
        if (settings !== candidate.settings) {
          imported = await importBeside(parts, source, files, settings, work);
        }
        return { source: await sources.replace(source.id, imported.table), drift: report.drift };
      } finally {
        await imported.staged.end();
        await candidate.staged.end();
      }
    },
  };
}
