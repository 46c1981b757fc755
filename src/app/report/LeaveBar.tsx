import FileCode from 'lucide-solid/icons/file-code';
import FileSpreadsheet from 'lucide-solid/icons/file-spreadsheet';
import FileText from 'lucide-solid/icons/file-text';
import FileType from 'lucide-solid/icons/file-type';
import Printer from 'lucide-solid/icons/printer';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import Settings from 'lucide-solid/icons/settings-2';
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import { MOST_LIVE_ROWS } from '../../export/report/liveLimits';
import { exportWords } from '../../i18n/exporting';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { reportWords } from '../../i18n/report';
import { Button } from '../../ui/Button';
import type { ReportFormat } from '../../workbook/outputs';
import { toShortList } from '../../workbook/outputs';
import { useApp } from '../context';
import type { Workbooks } from '../workbook/workbooks';
import { pickNext } from '../repeat/pickNext';
import { saveTables } from '../repeat/saveTables';
import { saveReport } from './leave';

export interface LeaveBarProps {
  workbooks: Workbooks;
  isArranging: boolean;
  onArrange: () => void;
}

/** How the report leaves. */
export function LeaveBar(props: LeaveBarProps) {
  const app = useApp();
  const tables = () => props.workbooks.workbook()?.outputs?.tables;
  // as the last time, until a person says otherwise
  const [wanted, setWanted] = createSignal<boolean>();
  const isInteractive = () => wanted() ?? props.workbooks.workbook()?.outputs?.report?.interactive ?? false;
  const id = createMemo(() => props.workbooks.workbook()?.id);
  createEffect(on(id, () => setWanted(undefined)));
  const [saving, setSaving] = createSignal<ReportFormat>();

  async function save(format: ReportFormat): Promise<void> {
    setSaving(format);
    await saveReport(app, format, { interactive: format === 'html' && isInteractive() });
    setSaving(undefined);
  }

  return (
    <div class="report-bar" role="toolbar" aria-label={reportWords().leave}>
      <Button
        tone="primary"
        icon={<FileCode />}
        title={reportWords().htmlHint}
        disabled={saving() !== undefined}
        onClick={() => void save('html')}
      >
        <span>{reportWords().html}</span>
      </Button>
      <label class="report-flag" title={reportWords().interactiveHint}>
        <input
          type="checkbox"
          checked={isInteractive()}
          onChange={({ currentTarget }) => setWanted(currentTarget.checked)}
        />
        <span>{reportWords().interactive}</span>
      </label>
      <Button icon={<Printer />} title={reportWords().printHint} onClick={() => window.print()}>
        <span>{reportWords().print}</span>
      </Button>
      <Button
        icon={<FileType />}
        title={reportWords().docxHint}
        disabled={saving() !== undefined}
        onClick={() => void save('docx')}
      >
        <span>{reportWords().docx}</span>
      </Button>
      <Button
        icon={<FileText />}
        title={reportWords().markdownHint}
        disabled={saving() !== undefined}
        onClick={() => void save('markdown')}
      >
        <span>{reportWords().markdown}</span>
      </Button>
      <Show when={tables()}>
        {(leaving) => (
          <Button
            icon={<FileSpreadsheet />}
            title={reportWords().saveTablesHint(exportWords().formats[leaving().format] ?? leaving().format)}
            onClick={() => void saveTables(app)}
          >
            <span>{t('face.saveTables', { names: toShortList(leaving().names) })}</span>
          </Button>
        )}
      </Show>
      <Show when={!props.workbooks.isReadOnly() && app.sources.state.sources.length > 0}>
        <Button icon={<RefreshCw />} title={reportWords().againHint} onClick={() => pickNext(app)}>
          <span>{reportWords().again}</span>
        </Button>
      </Show>
      <span class="grow" />
      <Show when={!props.workbooks.isReadOnly()}>
        <Button icon={<Settings />} aria-pressed={props.isArranging} onClick={() => props.onArrange()}>
          <span>{reportWords().show}</span>
        </Button>
      </Show>
      <Show when={isInteractive()}>
        <p class="report-inside" role="status">
          {reportWords().interactiveNote(formatCount(MOST_LIVE_ROWS))}
        </p>
      </Show>
    </div>
  );
}
