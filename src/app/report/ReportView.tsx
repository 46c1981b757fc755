import { createEffect, createSignal, on, onCleanup, Show, Suspense, untrack } from 'solid-js';
import { lazy } from '../../ui/lazy';
import type { ReportContent } from '../../export/report/content';
import { locale } from '../../i18n/i18n';
import { reportWords } from '../../i18n/report';
import { isAbort } from '../../lib/problem';
import { listParts } from '../../workbook/report';
import { Button } from '../../ui/Button';
import { useApp } from '../context';
import { FollowerBanner } from '../keeping/FollowerBanner';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import type { Workbooks } from '../workbook/workbooks';
import { LeaveBar } from './LeaveBar';
import { Paper } from './Paper';
import { findReporting } from './reporting';
import './report.css';

const ReportPanel = lazy(async () => ({ default: (await import('./ReportPanel')).ReportPanel }));

/** Changes that come closely together are laid out once. */
const QUIET_MS = 80;

/** The workbook as a report: as it will stand on paper, and beside it what it is arranged with. */
export function ReportView(props: { workbooks: Workbooks }) {
  const app = useApp();
  const workbooks = untrack(() => props.workbooks);
  const reporting = findReporting(app);
  const [content, setContent] = createSignal<ReportContent>();
  const [chosen, setChosen] = createSignal<string>();
  const [isArranging, setArranging] = createSignal(!app.view.isNarrow());

  async function lay(signal: AbortSignal): Promise<void> {
    try {
      const next = await reporting.gather(workbooks, { signal });
      if (!signal.aborted) setContent(next);
    } catch (error) {
      if (!isAbort(error)) tellProblem(error, toWords);
    }
  }

  createEffect(
    on(
      () => [workbooks.workbook(), locale(), workbooks.ids().map((id) => workbooks.stateOf(id)())],
      () => {
        const controller = new AbortController();
        const timer = setTimeout(() => void lay(controller.signal), QUIET_MS);
        onCleanup(() => {
          clearTimeout(timer);
          controller.abort();
        });
      },
    ),
  );

  const isEmpty = () => content()?.blocks.length === 0 && content()?.filters.length === 0;
  const isAllLeft = () => {
    const book = workbooks.workbook();
    return book !== undefined && book.cells.length > 0 && listParts(book).every(({ left }) => left);
  };

  return (
    <div class="report-view" classList={{ arranging: isArranging() }}>
      <LeaveBar
        workbooks={workbooks}
        isArranging={isArranging()}
        onArrange={() => setArranging((is) => !is)}
      />
      <div class="report-desk">
        <FollowerBanner keeper={workbooks.keeper} />
        <Show when={workbooks.held()}>
          <p class="note warn report-held">
            {reportWords().held}{' '}
            <Button small tone="primary" onClick={() => void workbooks.run()}>
              {reportWords().run}
            </Button>
          </p>
        </Show>
        <Show
          when={content()}
          fallback={
            <p class="report-waiting" role="status">
              {reportWords().laying}
            </p>
          }
        >
          {(laid) => (
            <Show
              when={!isEmpty()}
              fallback={
                <section class="report-empty">
                  <h2>{reportWords().empty}</h2>
                  <p>{isAllLeft() ? reportWords().allLeft : reportWords().emptyLede}</p>
                </section>
              }
            >
              <Paper content={laid()} onChoose={setChosen} />
            </Show>
          )}
        </Show>
      </div>
      <Show when={isArranging()}>
        <aside class="report-panel" aria-label={reportWords().arrange}>
          <Suspense>
            <ReportPanel workbooks={workbooks} chosen={chosen()} onChoose={setChosen} />
          </Suspense>
        </aside>
      </Show>
    </div>
  );
}
