import { createSignal } from 'solid-js';
import type { ChartAsk } from '../cells/chart/making/chartOf';
import type { Engine } from '../engine/engine';
import { once } from '../lib/once';
import { Problem } from '../lib/problem';
import type { CellSpec } from '../workbook/cell';
import { whenThere } from '../lib/patience';
import type { Catalog, SourceRecord } from '../storage/catalog';
import type { App, EngineState } from './context';
import { createSlots } from './context';
import { clearLeftovers } from './exporting/leftovers';
import { toVisible } from './folder';
import type { AskWhen } from './importing/importing';
import { createImporting } from './importing/importing';
import { t } from '../i18n/i18n';
import { tell, tellProblem } from './notice';
import { createPicker } from './picker';
import { fetchSamples } from './samples';
import { createSourceHistory } from './sourceHistory';
import { createSources } from './sources';
import { createUndoing } from './undoing';
import { createView } from './view';
import { toWords } from './words';
import type { Acting } from './workbook/acting';
import type { Workbooks } from './workbook/workbooks';

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
  const onReplaced = (id: string, by: SourceRecord) => {
    if (view.open() === id) view.show(by.id);
    const keeper = workbooks()?.keeper;
    if (keeper?.opened() && keeper.role() === 'writer')
      void keeper.saveVersion({ why: 'before-replace' }).catch(onProblem);
  };
  const onErased = () => workbooks()?.forget();
  const sourceHistory = createSourceHistory({
    sources: createSources({ engine, catalog, keep, onProblem, onReplaced, onErased, channel }),
    onChange: () => workbooks()?.forgetFuture(),
  });
  const { sources } = sourceHistory;
  const { importFiles, importAgain } = createImporting({ engine, sources, view });
  const pick = createPicker();
  const slots = createSlots();
  const [workbooks, setWorkbooks] = createSignal<Workbooks>();
  const undoing = createUndoing({ sources: sourceHistory, workbooks, view });

  /** A file is likely to come soon, and what waits for it is only ever quicker, never needed. */
  function prepare(): void {
    if (keep) void engine.prepare(Math.min(2, navigator.hardwareConcurrency || 2)).catch(() => {});
  }

  function pickFiles(): void {
    prepare();
    pick((files) => void takeFiles(files));
  }

  function pickFolder(): void {
    prepare();
    pick((files) => void importFiles(toVisible(files)), { folder: true });
  }

  function pickWithSettings(): void {
    prepare();
    pick((files) => void takeFiles(files, { ask: 'always' }));
  }

  function pickAgain(source: SourceRecord): void {
    prepare();
    pick(([file]) => file && void importAgain(source, file), { multiple: false });
  }

  function pickReplacement(source: SourceRecord): void {
    prepare();
    pick((files) => replaceFile(source, files), { multiple: source.receipt.files !== undefined });
  }

  const loadReplacing = once(async () => {
    const { createReplacing } = await import('./replace/replacing');
    return createReplacing({ engine, sources, show: view.show });
  });

  function replaceFile(source: SourceRecord, files: readonly File[]): void {
    loadReplacing().then((loaded) => loaded.replaceFile(source, files), onProblem);
  }

  async function openSamples(only?: string): Promise<void> {
    try {
      await importFiles(await fetchSamples(only), { ask: 'never' });
    } catch (error) {
      onProblem(error);
    }
  }

  const loadWorkbooks = once(async () => {
    const { loadWorkbooks: load } = await import('./workbook/load');
    const loaded = load({ engine, sources, keep, onProblem, onEdit: sourceHistory.forgetFuture });
    setWorkbooks(() => loaded);
    return loaded;
  });

  async function openWorkbook(id?: string): Promise<void> {
    try {
      const loaded = await loadWorkbooks();
      if (!id || !(await loaded.open(id))) await loaded.create();
      view.showWorkbook();
    } catch (error) {
      onProblem(error);
    }
  }

  /** Changes the workbook that is open, or a new one, on screen. */
  async function changeWorkbook(change: (acting: Acting, workbooks: Workbooks) => void): Promise<void> {
    try {
      const loaded = await loadWorkbooks();
      if (!loaded.workbook()) await loaded.create();
      view.showWorkbook();
      if (loaded.isReadOnly()) throw new Problem('keep-elsewhere');
      const acting = await whenThere(slots.acting);
      if (acting) change(acting, loaded);
    } catch (error) {
      onProblem(error);
    }
  }

  const askTable = (name: string, kind: 'sql' | 'steps' = 'sql') =>
    changeWorkbook((acting) => void acting.add(kind, undefined, name));

  const chartTable = async (ask: ChartAsk) => {
    try {
      const { toChartSpec } = await import('../cells/chart/making/chartOf');
      const source = sources.state.sources.find(({ name }) => name === ask.from);
      if (source) await sources.whenAttached(source.id);
      const spec = await toChartSpec(engine, ask);
      await changeWorkbook((acting, { add, freeName }) => {
        const place = ask.after === undefined ? {} : { after: ask.after };
        acting.edit(add({ ...spec, name: freeName('chart') }, place));
      });
    } catch (error) {
      onProblem(error);
    }
  };

  const addCell = (spec: CellSpec) =>
    changeWorkbook((acting, { add, freeName }) => {
      const named = typeof spec.name === 'string' ? { ...spec, name: freeName(spec.name) } : spec;
      acting.edit(add(named));
    });

  const cleanTable = (name: string, step: Parameters<Acting['clean']>[1]) =>
    changeWorkbook((acting) => acting.clean(name, step));

  const loadSharing = once(async () => {
    const [{ createSharing }, loaded] = await Promise.all([import('./sharing/sharing'), loadWorkbooks()]);
    return createSharing({
      engine,
      sources,
      workbooks: loaded,
      show: view.showWorkbook,
      onWhole: () => loaded.keeper.markExported(),
    });
  });

  /** Workbooks and scripts are opened, everything else becomes a source. */
  async function takeFiles(files: Iterable<File>, options?: { ask?: AskWhen }): Promise<SourceRecord[]> {
    const all = [...files];
    const areWorkbooks = await Promise.all(all.map(isWorkbook));
    const [book, ...waiting] = all.filter((_, n) => areWorkbooks[n]);
    if (book) {
      const names = waiting.map(({ name }) => name).join(', ');
      if (names) tell({ sticky: true, text: () => t('sharing.oneAtATime', { names }) });
      await loadSharing().then(({ ask }) => ask(book), onProblem);
    }
    const others = all.filter((_, n) => !areWorkbooks[n]);
    return others.length > 0 ? importFiles(others, options) : [];
  }

  /** A workbook that came in the page's address is looked at once. */
  async function openLink(): Promise<void> {
    if (!location.hash.startsWith('#w=')) return;
    const { ask } = await loadSharing();
    ask(location.href);
    history.replaceState(undefined, '', location.pathname + location.search);
  }

  async function openLast(): Promise<void> {
    const loaded = await loadWorkbooks();
    await loaded.openLast();
    if (view.page() === 'workbook' && !loaded.workbook()) view.show(view.open());
  }

  async function start(): Promise<void> {
    await sources.load(view.open());
    sourceHistory.remember();
    const opened = openLast().catch(onProblem);
    if (view.open() && !sources.state.sources.some(({ id }) => id === view.open())) view.show(undefined);
    try {
      await engine.memory();
      setEngineState('ready');
    } catch (error) {
      setEngineState('failed');
      onProblem(error);
    }
    await opened;
    await openLink().catch(onProblem);
    window.addEventListener('hashchange', () => void openLink().catch(onProblem));
    await sources.clearOld();
    await workbooks()?.keeper.clearOld();
    await clearLeftovers();
    setTimeout(prepare, QUIET_MS);
  }

  return {
    engine,
    sources,
    view,
    keep,
    engineState,
    ...slots,
    undoing,
    workbooks,
    loadWorkbooks,
    openWorkbook,
    askTable,
    addCell,
    cleanTable,
    chartTable,
    loadSharing,
    openFile: async (file, options) => (await loadSharing()).openFile(file, options),
    importFiles: takeFiles,
    prepare,
    pickFiles,
    pickFolder,
    pickWithSettings,
    pickAgain,
    replaceFile,
    replaceNow: async (...given) => (await loadReplacing()).replaceNow(...given),
    pickReplacement,
    openSamples,
    openSource: () => sources.state.sources.find(({ id }) => id === view.open()),
    start,
  };
}

/** By its name, or by its content where a browser or a mail may have given it another. */
async function isWorkbook(file: File): Promise<boolean> {
  if (/\.(quire|sql)$/i.test(file.name)) return true;
  if (!/\.zip$|\.quire/i.test(file.name)) return false;
  const { isQuire } = await import('../export/readQuire');
  // what cannot be read is told where it is imported
  return isQuire(file).catch(() => false);
}
