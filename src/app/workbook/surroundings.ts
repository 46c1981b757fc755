import { createSelections } from '../../cells/chart/selections';
import type { CellSurroundings } from '../../cells/view';
import type { ResultTable } from '../../engine/engine';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { listSecrets } from '../../storage/secrets';
import type { App } from '../context';
import { askExportKept } from '../exporting/ask';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import type { Workbooks } from './workbooks';

/** What is around a cell that is read: nothing is written there, and what makes a cell goes to the workbook. */
export function createReading(app: App, workbooks: Workbooks): CellSurroundings {
  return {
    engine: app.engine,
    catalog: () => ({ tables: [], parameters: [], functions: [], keywords: [] }),
    findValue: workbooks.findValue,
    findSecret: workbooks.findSecret,
    listSecrets,
    onProblem: (error: unknown) => tellProblem(error, toWords),
    onCopied: (rows: number, columns: number) =>
      tell({ text: () => t('grid.copied', formatCount(rows), formatCount(columns)) }),
    exportRows: (name: string, keep: () => Promise<ResultTable>) => void askExportKept(app, name, keep),
    selections: createSelections(() => workbooks.workbook()?.cells ?? []),
    chart: (ask) => void app.chartTable(ask),
    add: (spec) => void app.addCell(spec),
  };
}
