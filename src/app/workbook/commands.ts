import type { KindName } from '../../cells/kinds';
import type { ChartAsk } from '../../cells/chart/making/chartOf';
import { countCells, toSelectedNames } from '../../grid/selection';
import { t } from '../../i18n/i18n';
import { toShortList } from '../../workbook/outputs';
import type { Command } from '../commands';
import type { App } from '../context';
import { setMode } from '../dashboard/mode';
import { faces } from '../face';
import { showVersions } from '../keeping/showing';
import { tellProblem } from '../notice';
import { toWords } from '../words';

/** The kinds a command adds: their whole list comes with the workbook's code. */
const added: readonly KindName[] = ['sql', 'steps', 'chart', 'text', 'input'];

export function createWorkbookCommands(app: App): Command[] {
  const { view } = app;
  const isHere = () =>
    !view.open() && view.page() === 'workbook' && app.workbooks()?.workbook() !== undefined;
  /** Its cells are on screen. */
  const isWriting = () => isHere() && view.face() === 'workbook';
  const isOpen = () => app.workbooks()?.workbook() !== undefined;
  const leaving = () => app.workbooks()?.workbook()?.outputs?.tables?.names ?? [];
  const canWrite = () => isWriting() && !app.workbooks()!.isReadOnly();
  const selected = () => (isWriting() ? app.workbooks()!.selected() : undefined);
  /** The cell that is selected, where it is a table. */
  const chartable = (): ChartAsk | undefined => {
    const id = canWrite() ? selected() : undefined;
    const cell = id === undefined ? undefined : app.workbooks()!.cell(id);
    if (!id || !cell?.name || !/^(sql|steps)$/.test(cell.kind)) return undefined;
    return { from: cell.name, columns: app.workbooks()!.stateOf(id)().result?.columns ?? [], after: id };
  };
  const selectedChart = () => {
    const id = selected();
    if (id === undefined || app.workbooks()!.cell(id)?.kind !== 'chart') return undefined;
    return app.workbooks()!.stateOf(id)().result && id;
  };
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
    ...(['arrange', 'full', 'present'] as const).map((mode) => ({
      id: `dashboard-${mode}`,
      title: () => t(`face.${mode}`),
      when: () => isOpen() && (mode !== 'arrange' || !app.workbooks()!.isReadOnly()),
      run: () => {
        view.showFace('dashboard');
        setMode(mode);
      },
    })),
    ...faces.slice(1).map((face) => ({
      id: `face-${face}`,
      title: () => t('face.show', { face: t(`face.${face}`) }),
      when: () => isOpen() && !(isHere() && view.face() === face),
      run: () => view.showFace(face),
    })),
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
      id: 'chart',
      title: () => t('workbook.chart'),
      key: 'Alt+c',
      when: () => app.openSource() !== undefined || chartable() !== undefined,
      run: () => {
        const source = app.openSource();
        const selected = app.grid()?.selected();
        if (!source) return void app.chartTable(chartable()!);
        // one cell is where the keyboard is, and no choice of a column
        const isOne = !selected || countCells(selected) === 1;
        const chosen = isOne ? [] : toSelectedNames(selected, source.columns);
        return void app.chartTable({ from: source.name, columns: source.columns, chosen });
      },
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
    ...(['chartPng', 'chartSvg', 'chartCopy'] as const).map((id) => ({
      id,
      title: () => t(`command.${id}`),
      when: () => selectedChart() !== undefined,
      run: async () => {
        const pictures = await import('../exporting/pictures');
        if (id === 'chartCopy') return pictures.copyPicture(app, selectedChart()!);
        return pictures.savePicture(app, selectedChart()!, id === 'chartPng' ? 'png' : 'svg');
      },
    })),
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
      id: 'print',
      title: () => t('workbook.print'),
      key: '$mod+p',
      when: isWriting,
      run: () =>
        app
          .acting()
          ?.print()
          .catch((error: unknown) => tellProblem(error, toWords)),
    },
    ...(['html', 'docx', 'markdown'] as const).map((format) => ({
      id: `report-${format}`,
      title: () => t(`face.${format}`),
      when: () => isHere() && app.workbooks()!.ids().length > 0,
      run: async () => (await import('../report/leave')).saveReport(app, format),
    })),
    {
      id: 'report-interactive',
      title: () => t('face.interactive'),
      when: () => isHere() && app.workbooks()!.ids().length > 0,
      run: async () => (await import('../report/leave')).saveReport(app, 'html', { interactive: true }),
    },
    {
      id: 'report-print',
      title: () => t('face.print'),
      key: '$mod+p',
      when: () => isHere() && view.face() === 'report',
      run: () => window.print(),
    },
    {
      id: 'save-tables',
      title: () => t('face.saveTables', { names: toShortList(leaving()) }),
      when: () => isHere() && leaving().length > 0,
      run: async () => (await import('../repeat/saveTables')).saveTables(app),
    },
    {
      id: 'again-files',
      title: () => t('face.again'),
      when: () => isHere() && !app.workbooks()!.isReadOnly() && app.sources.state.sources.length > 0,
      run: async () => (await import('../repeat/pickNext')).pickNext(app),
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
