import { createSignal } from 'solid-js';
import type { Engine } from '../engine/engine';
import type { Catalog, SourceRecord } from '../storage/catalog';
import type { App, EngineState } from './context';
import { createGridSlot } from './context';
import { toVisible } from './folder';
import { createImporting } from './importing/importing';
import { tellProblem } from './notice';
import { createPicker } from './picker';
import { createReplacing } from './replace/replacing';
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
  const onReplaced = (id: string, by: SourceRecord) => void (view.open() === id && view.show(by.id));
  const sources = createSources({ engine, catalog, keep, onProblem, onReplaced, channel });
  const { importFiles, importAgain } = createImporting({ engine, sources, view });
  const { replaceFile, replaceNow } = createReplacing({ engine, sources, show: view.show });
  const pick = createPicker();

  /** A file is likely to come soon, and what waits for it is only ever quicker, never needed. */
  function prepare(): void {
    if (keep) void engine.prepare(Math.min(2, navigator.hardwareConcurrency || 2)).catch(() => {});
  }

  function pickFiles(): void {
    prepare();
    pick((files) => void importFiles(files));
  }

  function pickFolder(): void {
    prepare();
    pick((files) => void importFiles(toVisible(files)), { folder: true });
  }

  function pickWithSettings(): void {
    prepare();
    pick((files) => void importFiles(files, { ask: 'always' }));
  }

  function pickAgain(source: SourceRecord): void {
    prepare();
    pick(([file]) => file && void importAgain(source, file), { multiple: false });
  }

  function pickReplacement(source: SourceRecord): void {
    prepare();
    pick((files) => replaceFile(source, files), { multiple: source.receipt.files !== undefined });
  }

  async function openSamples(only?: string): Promise<void> {
    try {
      await importFiles(await fetchSamples(only), { ask: 'never' });
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
    pickFolder,
    pickWithSettings,
    pickAgain,
    replaceFile,
    replaceNow,
    pickReplacement,
    openSamples,
    openSource: () => sources.state.sources.find(({ id }) => id === view.open()),
    start,
  };
}
