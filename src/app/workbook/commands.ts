import type { KindName } from '../../cells/kinds';
import { t } from '../../i18n/i18n';
import type { Command } from '../commands';
import type { App } from '../context';
import { showVersions } from '../keeping/showing';

/** The kinds a command adds: their whole list comes with the workbook's code. */
const added: readonly KindName[] = ['sql', 'steps', 'text', 'input'];

export function createWorkbookCommands(app: App): Command[] {
  const { view } = app;
  const isHere = () =>
    !view.open() && view.page() === 'workbook' && app.workbooks()?.workbook() !== undefined;
  const isOpen = () => app.workbooks()?.workbook() !== undefined;
  const canWrite = () => isHere() && !app.workbooks()!.isReadOnly();
  const selected = () => (isHere() ? app.workbooks()!.selected() : undefined);
  const act = (action: 'run' | 'duplicate' | 'remove' | 'rename' | 'moveUp' | 'moveDown') => () =>
    app.acting()?.act(selected()!, action);

  return [
    { id: 'newWorkbook', title: () => t('workbook.new'), run: () => app.openWorkbook() },
    // the picker takes every file, and what a file is decides where it goes
    { id: 'openWorkbookFile', title: () => t('sharing.open'), run: app.pickFiles },
    {
      id: 'workbook',
      title: () => t('workbook.open'),
      key: 'Alt+w',
      when: isOpen,
      run: () => view.showWorkbook(),
    },
    {
      id: 'ask',
      title: () => t('command.ask'),
      key: 'Alt+q',
      when: () => app.openSource() !== undefined,
      run: () => app.askTable(app.openSource()!.name),
    },
    {
      id: 'clean',
      title: () => t('command.clean'),
      key: 'Alt+s',
      when: () => app.openSource() !== undefined,
      run: () => app.askTable(app.openSource()!.name, 'steps'),
    },
    {
      id: 'model',
      title: () => t('command.model'),
      when: () => app.sources.state.sources.length > 0,
      run: () => view.setDialog('model'),
    },
    ...added.map((kind) => ({
      id: `add-${kind}`,
      title: () => t('command.addCell', { kind: t(`kind.${kind}`) }),
      when: canWrite,
      run: () => app.acting()?.add(kind, selected()),
    })),
    {
      id: 'runAll',
      title: () => t('workbook.runAll'),
      key: '$mod+Shift+Enter',
      when: isHere,
      run: () => app.workbooks()?.run(),
    },
    {
      id: 'runCell',
      title: () => t('command.runCell'),
      when: () => selected() !== undefined,
      run: act('run'),
    },
    {
      id: 'duplicateCell',
      title: () => t('command.duplicateCell'),
      when: () => canWrite() && selected() !== undefined,
      run: act('duplicate'),
    },
    {
      id: 'removeCell',
      title: () => t('command.removeCell'),
      when: () => canWrite() && selected() !== undefined,
      run: act('remove'),
    },
    {
      id: 'runMode',
      title: () =>
        app.workbooks()?.workbook()?.run === 'asked' ? t('command.runAuto') : t('command.runAsked'),
      when: canWrite,
      run: () => {
        const workbooks = app.workbooks()!;
        workbooks.setRunMode(workbooks.workbook()!.run === 'asked' ? 'auto' : 'asked');
      },
    },
    {
      id: 'versions',
      title: () => t('command.versions'),
      when: isHere,
      run: () => showVersions(true),
    },
    {
      id: 'share',
      title: () => t('sharing.menu'),
      when: isHere,
      run: async () => (await app.loadSharing()).share(),
    },
  ];
}
