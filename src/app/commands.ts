import { t } from '../i18n/i18n';
import type { App } from './context';
import { askExportHere, canExportHere } from './exporting/ask';
import { setExport } from './exporting/current';
import { listResults, listTables } from './exporting/tables';
import { persist } from './keeping/persist';
import { tell, tellProblem } from './notice';
import { importClipboard } from './paste';
import { chooseLocale, chooseTheme } from './prefs';
import { setTemplate } from './templates/current';
import { toWords } from './words';
import { createWorkbookCommands } from './workbook/commands';

/** Something that a person can do. Menus, the palette and the shortcuts are all made from this one list. */
export interface Command {
  id: string;
  title: () => string;
  /** As tinykeys takes it: `$mod` is ⌘ on a Mac and Ctrl elsewhere. */
  key?: string;
  /** A second key, which is not shown. */
  otherKey?: string;
  when?: () => boolean;
  run: () => unknown;
}

export function createCommands(app: App): Command[] {
  const { view, sources } = app;
  const isOpen = () => app.openSource() !== undefined;
  const step = (by: number) => {
    const all = sources.state.sources;
    const at = all.findIndex(({ id }) => id === view.open());
    // from the workbook, the one before is the last
    const next = all.at(at < 0 && by < 0 ? -1 : (at + by) % all.length);
    if (next) view.show(next.id);
  };

  const commands: Command[] = [
    { id: 'palette', title: () => t('command.palette'), key: '$mod+k', run: () => view.setDialog('palette') },
    { id: 'import', title: () => t('command.import'), key: '$mod+o', run: app.pickFiles },
    { id: 'importFolder', title: () => t('command.importFolder'), run: app.pickFolder },
    { id: 'importWith', title: () => t('command.importWith'), run: app.pickWithSettings },
    { id: 'paste', title: () => t('command.paste'), run: () => importClipboard(app) },
    { id: 'templates', title: () => t('command.templates'), run: () => setTemplate('choose') },
    { id: 'samples', title: () => t('command.samples'), run: () => app.openSamples() },
    {
      id: 'home',
      title: () => t('command.home'),
      key: 'Alt+h',
      when: () => isOpen() || view.page() === 'workbook',
      run: () => view.show(undefined),
    },
    {
      id: 'next',
      title: () => t('command.next'),
      key: 'Alt+n',
      when: () => sources.state.sources.length > 0,
      run: () => step(1),
    },
    {
      id: 'previous',
      title: () => t('command.previous'),
      key: 'Alt+p',
      when: () => sources.state.sources.length > 0,
      run: () => step(-1),
    },
    {
      id: 'goTo',
      title: () => t('command.goTo'),
      key: '$mod+g',
      when: isOpen,
      run: () => view.setDialog('goto'),
    },
    {
      id: 'copyHeaders',
      title: () => t('command.copyHeaders'),
      when: isOpen,
      run: () => app.grid()?.copy(true),
    },
    {
      id: 'export',
      title: () => t('sharing.exportTable'),
      when: () => canExportHere(app),
      run: () => askExportHere(app),
    },
    {
      id: 'exportAll',
      title: () => t('sharing.exportSeveral'),
      when: () => listTables(app).length > 0,
      run: () => setExport({ tables: listTables(app) }),
    },
    {
      id: 'exportWorkbook',
      title: () => t('sharing.toExcel'),
      when: () => listResults(app).length > 0,
      run: () => setExport({ tables: listResults(app), format: 'xlsx' }),
    },
    {
      id: 'rename',
      title: () => t('command.rename'),
      key: 'F2',
      when: isOpen,
      run: () => {
        view.setSidebar(true);
        view.setRenaming(view.open());
      },
    },
    {
      id: 'again',
      title: () => t('command.again'),
      when: isOpen,
      run: () => view.setDialog('again'),
    },
    {
      id: 'replace',
      title: () => t('command.replace'),
      when: isOpen,
      run: () => app.pickReplacement(app.openSource()!),
    },
    {
      id: 'mend',
      title: () => t('command.mend'),
      when: () => (app.openSource()?.receipt.rejected ?? 0) > 0,
      run: () => view.setDialog('mend'),
    },
    {
      id: 'remove',
      title: () => t('command.remove'),
      when: isOpen,
      run: () => removeSource(app, view.open()!),
    },
    {
      id: 'undo',
      title: () => toUndoTitle(app),
      key: '$mod+z',
      when: () => app.undoing.last() !== undefined,
      run: app.undoing.undo,
    },
    {
      id: 'redo',
      title: () => toRedoTitle(app),
      key: '$mod+Shift+z',
      otherKey: '$mod+y',
      when: () => app.undoing.next() !== undefined,
      run: app.undoing.redo,
    },
    ...createWorkbookCommands(app),
    {
      id: 'sidebar',
      title: () => t('command.sidebar'),
      key: '$mod+b',
      when: () => !view.isReading(),
      run: () => view.setSidebar(!view.sidebar()),
    },
    {
      id: 'details',
      title: () => t('command.details'),
      key: '$mod+i',
      when: isOpen,
      run: () => view.setDetails(!view.details()),
    },
    { id: 'light', title: () => t('command.light'), run: () => chooseTheme('light') },
    { id: 'dark', title: () => t('command.dark'), run: () => chooseTheme('dark') },
    { id: 'system', title: () => t('command.system'), run: () => chooseTheme('system') },
    { id: 'english', title: () => t('command.english'), run: () => chooseLocale('en') },
    { id: 'chinese', title: () => t('command.chinese'), run: () => chooseLocale('zh') },
    { id: 'stop', title: () => t('command.stop'), key: '$mod+.', run: () => stopAll(app) },
    { id: 'persist', title: () => t('command.persist'), when: () => app.keep, run: () => persist(sources) },
    { id: 'help', title: () => t('command.help'), key: 'F1', run: () => view.setDialog('help') },
    { id: 'erase', title: () => t('command.erase'), run: () => view.setDialog('erase') },
  ];
  return commands;
}

export async function removeSource(app: App, id: string): Promise<void> {
  try {
    const { name } = app.sources.state.sources.find((source) => source.id === id)!;
    await app.sources.remove(id);
    if (app.view.open() === id) app.view.show(undefined);
    tell({
      text: () => t('sources.removed', { name }),
      action: { label: () => t('app.undo'), run: () => void restoreSource(app, id) },
    });
  } catch (error) {
    tellProblem(error, toWords);
  }
}

export async function restoreSource(app: App, id: string): Promise<void> {
  try {
    await app.sources.restore(id);
    app.view.show(id);
  } catch (error) {
    tellProblem(error, toWords);
  }
}

export function toUndoTitle({ undoing }: App): string {
  const label = undoing.last();
  return label ? t('history.undo', { what: t(`history.${label}`) }) : t('command.undo');
}

export function toRedoTitle({ undoing }: App): string {
  const label = undoing.next();
  return label ? t('history.redo', { what: t(`history.${label}`) }) : t('command.redo');
}

async function stopAll({ engine, sources, workbooks }: App): Promise<void> {
  for (const { id } of sources.state.tasks) sources.stopImport(id);
  workbooks()?.stopAll();
  await engine.cancelAll();
}
