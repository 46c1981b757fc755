import type { Engine, ImportFileOptions } from '../../engine/engine';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { groupAlike } from '../../import/alike';
import type { Inspection } from '../../import/inspection';
import { toCommonName, toSourceName } from '../../import/name';
import type { ImportOptions } from '../../import/options';
import { isAbort, Problem } from '../../lib/problem';
import type { SourceRecord } from '../../storage/catalog';
import { tell, tellProblem } from '../notice';
import { takeBack } from '../replace/takeBack';
import type { Sources } from '../sources';
import type { View } from '../view';
import { toWords } from '../words';
import type { Batch } from './asking';
import { askForSettings, createBatch } from './asking';

/** Which files a person is asked about before they are imported. */
export type AskWhen = 'never' | 'doubtful' | 'always';

export interface ImportingParts {
  engine: Engine;
  sources: Sources;
  view: View;
}

interface Looked {
  file: File;
  inspection?: Inspection;
}

/** The way of files into the list of sources: looked at, asked about where they leave a doubt, imported. */
export function createImporting({ engine, sources, view }: ImportingParts) {
  const inspect = (file: File, options: ImportOptions) =>
    sources.look(file, (signal) => engine.inspect(file, options, { signal }));

  /** A look at a file; the problem where a password would help. */
  async function look(file: File, options: ImportOptions): Promise<Inspection | Problem> {
    try {
      return await inspect(file, options);
    } catch (error) {
      if (error instanceof Problem && error.code === 'workbook-locked') return error;
      throw error;
    }
  }

  async function decide(
    file: File,
    batch: Batch,
    when: AskWhen,
    looked?: Inspection,
  ): Promise<ImportOptions[]> {
    if (when === 'never') return [{}];
    const first = looked ?? (await look(file, {}));
    const isSure = !(first instanceof Problem) && first.tables.every(({ sure }) => sure);
    if (isSure && when === 'doubtful') return [{}];
    return (await askForSettings(file, first, { batch })) ?? [];
  }

  async function importAll(
    file: File,
    imports: readonly ImportOptions[],
    together?: ImportFileOptions['together'],
  ): Promise<SourceRecord[]> {
    const imported: SourceRecord[] = [];
    for (const options of imports) imported.push(...(await sources.importFile(file, options, together)));
    const [first] = imported;
    if (first && !sources.state.sources.some(({ id }) => id === view.open())) view.show(first.id);
    return imported;
  }

  /** Files of one form are one table, and each row says which it is from. */
  async function importGroup(
    [first, ...rest]: readonly [Looked, ...Looked[]],
    batch: Batch,
    when: AskWhen,
  ): Promise<SourceRecord[]> {
    const { file, inspection } = first;
    try {
      const imports = await decide(file, batch, when, inspection);
      if (rest.length === 0) return await importAll(file, imports);
      const all = [file, ...rest.map((looked) => looked.file)];
      const [one, ...names] = all.map(({ name }) => toSourceName(name));
      const common = toCommonName([one!, ...names]);
      const named = imports.map((options) => ({ name: common, ...options }));
      const imported = await importAll(file, named, {
        files: all.slice(1),
        column: t('importing.together.column'),
      });
      for (const source of imported) tellTogether(source, all);
      return imported;
    } catch (error) {
      tellFailure(error);
      return [];
    }
  }

  function tellTogether({ id, name }: SourceRecord, files: readonly File[]): void {
    tell({
      text: () => t('importing.together.done', { count: files.length, name }),
      action: {
        label: () => t('importing.together.apart'),
        run() {
          void sources.remove(id).then(() => importEach(files));
        },
      },
    });
  }

  async function importEach(files: readonly File[]): Promise<void> {
    const batch = createBatch();
    for (const file of files) await importGroup([{ file }], batch, 'never');
  }

  /** Nothing where the look was stopped. */
  async function lookFirst(file: File): Promise<Looked | undefined> {
    try {
      return { file, inspection: await inspect(file, {}) };
    } catch (error) {
      // what can't be looked at says why when it is imported
      if (!isAbort(error)) return { file };
      tellFailure(error);
      return undefined;
    }
  }

  async function group(files: readonly File[], when: AskWhen): Promise<[Looked, ...Looked[]][]> {
    if (files.length === 1 || when === 'never') return files.map((file) => [{ file }]);
    const looks = (await Promise.all(files.map(lookFirst))).filter((looked) => looked !== undefined);
    return groupAlike(looks.map(({ inspection }) => inspection)).map(
      (places) => places.map((place) => looks[place]!) as [Looked, ...Looked[]],
    );
  }

  async function importFiles(
    files: Iterable<File>,
    { ask = 'doubtful' }: { ask?: AskWhen } = {},
  ): Promise<SourceRecord[]> {
    const batch = createBatch();
    const groups = await group([...files], ask);
    const done = (await Promise.all(groups.map((files) => importGroup(files, batch, ask)))).flat();
    if (done.length > 0) {
      view.show(done[0]!.id);
      tellImported(done);
    }
    return done;
  }

  /** The same file once more, with the settings of then to begin with. The table of before can be brought back. */
  async function importAgain(source: SourceRecord, file: File): Promise<void> {
    const { id, name, receipt } = source;
    try {
      const given = JSON.parse(JSON.stringify(receipt.settings)) as ImportOptions;
      const first = await look(file, given);
      const imports = await askForSettings(file, first, { given, before: receipt.file });
      const [imported] = await importAll(file, imports ?? []);
      if (!imported) return;
      await sources.replace(id, imported);
      view.show(imported.id);
      tell({
        text: () => t('importing.again.done', { name }),
        action: { label: () => t('app.undo'), run: () => void takeBack(sources, id) },
      });
    } catch (error) {
      tellFailure(error);
    }
  }

  return { importFiles, importAgain };
}

function tellFailure(error: unknown): void {
  if (isAbort(error)) tell({ text: () => t('sources.stopped') });
  else tellProblem(error, toWords);
}

function tellImported(done: readonly SourceRecord[]): void {
  const { name, receipt } = done[0]!;
  const count = done.reduce((sum, other) => sum + other.receipt.loaded, 0);
  const rows = () => t('start.rows', count, formatCount(count));
  const isOneFile = done.every((other) => other.receipt.file.name === receipt.file.name);
  tell({
    text: () => {
      if (done.length === 1) return t('sources.imported', name, rows());
      if (isOneFile) return t('sources.importedTables', receipt.file.name, done.length, rows());
      return t('sources.importedMany', done.length, rows());
    },
  });
}
