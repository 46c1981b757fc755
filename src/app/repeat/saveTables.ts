import { formatBytes } from '../../i18n/format';
import { reportWords } from '../../i18n/report';
import { saveFile } from '../../ui/saveFile';
import type { App } from '../context';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import { writeOutputs } from './writeOutputs';

/** The tables that left the workbook the last time, or that its template has leave: saved at once, in the same form. */
export async function saveTables(app: App): Promise<void> {
  try {
    const { tables } = app.workbooks()?.workbook()?.outputs ?? {};
    for (const { name, blob } of await writeOutputs(app, tables ? { tables } : {})) {
      saveFile(name, blob);
      tell({ text: () => reportWords().saved(name, formatBytes(blob.size)) });
    }
  } catch (error) {
    tellProblem(error, toWords);
  }
}
