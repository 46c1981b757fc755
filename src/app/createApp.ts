import { createSignal } from 'solid-js';
import type { Engine } from '../engine/engine';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isAbort } from '../lib/problem';
import type { Catalog, SourceRecord } from '../storage/catalog';
import type { App, EngineState } from './context';
import { createGridSlot } from './context';
import { tell, tellProblem } from './notice';
import { fetchSamples } from './samples';
import { createSources } from './sources';
import { createView } from './view';
import { toWords } from './words';

export interface AppParts {
  engine: Engine;
  catalog: Catalog;
  keep: boolean;
}

/** After the first rows are on screen, so that they do not wait for it. */
const QUIET_MS = 1000;

/** Puts the parts together: the engine, what is stored, and what the page shows. */
export function createApp({ engine, catalog, keep }: AppParts): App & { start: () => Promise<void> } {
  const view = createView();
  const [engineState, setEngineState] = createSignal<EngineState>('starting');
  const channel = new BroadcastChannel('quire');
  const onProblem = (error: unknown) => tellProblem(error, toWords);
  const sources = createSources({ engine, catalog, keep, onProblem, channel });

  async function importFiles(files: Iterable<File>): Promise<SourceRecord[]> {
    const imports = [...files].map(async (file) => {
      try {
        const source = await sources.importFile(file);
        if (!view.open() || !sources.state.sources.some(({ id }) => id === view.open())) view.show(source.id);
        return [source];
      } catch (error) {
        if (isAbort(error)) tell({ text: () => t('sources.stopped') });
        else onProblem(error);
        return [];
      }
    });
    const done = (await Promise.all(imports)).flat();
    if (done.length > 0) {
      view.show(done[0]!.id);
      tellImported(done);
    }
    return done;
  }

  function tellImported(done: SourceRecord[]): void {
    const [{ name }] = done as [SourceRecord];
    const count = done.reduce((sum, { receipt }) => sum + receipt.loaded, 0);
    const rows = () => t('start.rows', count, formatCount(count));
    tell({
      text: () =>
        done.length === 1
          ? t('sources.imported', name, rows())
          : t('sources.importedMany', done.length, rows()),
    });
  }

  /** A file is likely to come soon, and what waits for it is only ever quicker, never needed. */
  function prepare(): void {
    if (keep) void engine.prepare(Math.min(2, navigator.hardwareConcurrency || 2)).catch(() => {});
  }

  // held here, because a browser may clear away an input that nobody holds while its dialog is open
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.multiple = true;
  picker.onchange = () => void importFiles([...(picker.files ?? [])]);

  function pickFiles(): void {
    prepare();
    // so that the same file can be chosen again
    picker.value = '';
    picker.click();
  }

  async function openSamples(only?: string): Promise<void> {
    try {
      await importFiles(await fetchSamples(only));
    } catch (error) {
      onProblem(error);
    }
  }

  async function start(): Promise<void> {
    await sources.load(view.open());
    if (view.open() && !sources.state.sources.some(({ id }) => id === view.open())) view.show(undefined);
    try {
      await engine.memory();
      setEngineState('ready');
    } catch (error) {
      setEngineState('failed');
      onProblem(error);
    }
    await sources.clearOld();
    setTimeout(prepare, QUIET_MS);
  }

  return {
    engine,
    sources,
    view,
    keep,
    engineState,
    ...createGridSlot(),
    importFiles,
    prepare,
    pickFiles,
    openSamples,
    openSource: () => sources.state.sources.find(({ id }) => id === view.open()),
    start,
  };
}
