import { createMemo, createSignal, onCleanup, Show } from 'solid-js';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { Grid } from '../grid/Grid';
import { SelectionSummary } from '../grid/SelectionSummary';
import type { Selection } from '../grid/selection';
import { isBalanced } from '../import/receipt';
import type { SourceRecord } from '../storage/catalog';
import { useApp } from './context';
import { tell, tellProblem } from './notice';
import { ReceiptLine } from './ReceiptLine';
import { toRejectedSource, toRowSource } from './tableRows';
import { toWords } from './words';

/** A source in the middle of the page: its rows, or the records that were rejected. */
export function SourceView(props: { source: SourceRecord }) {
  const app = useApp();
  const { view, sources, engine } = app;
  const [selection, setSelection] = createSignal<Selection>();
  const kind = () => (props.source.receipt.rejected > 0 ? view.kind() : 'rows');
  const rows = createMemo(() =>
    (kind() === 'rows' ? toRowSource : toRejectedSource)(props.source, engine, sources.whenAttached),
  );
  onCleanup(() => app.setGrid(undefined));

  return (
    <div class="source">
      <div class="source-head">
        <span class="dot" classList={{ bad: !isBalanced(props.source.receipt) }} />
        <h1 class="source-name">{props.source.name}</h1>
        <Show when={props.source.receipt.rejected > 0}>
          <div class="seg" role="group">
            <button
              type="button"
              aria-pressed={kind() === 'rows'}
              onClick={() => view.show(props.source.id, 'rows')}
            >
              {t('view.rows')}
            </button>
            <button
              type="button"
              aria-pressed={kind() === 'rejected'}
              onClick={() => view.show(props.source.id, 'rejected')}
            >
              {t('view.rejected')} {formatCount(props.source.receipt.rejected)}
            </button>
          </div>
        </Show>
        <span class="meta">
          {t(
            'view.size',
            rows().rowCount,
            formatCount(rows().rowCount),
            rows().columns.length,
            formatCount(rows().columns.length),
          )}
        </span>
      </div>
      <div class="source-grid">
        <Grid
          source={rows()}
          label={t(kind() === 'rows' ? 'view.gridLabel' : 'view.rejectedLabel', { name: props.source.name })}
          onReady={(handle) => app.setGrid(handle)}
          onSelect={(selected, active) => {
            setSelection(selected);
            if (active && kind() === 'rows') view.setColumn(rows().columns[active.column]?.name);
          }}
          onProblem={(error) => tellProblem(error, toWords)}
          onCopied={(rowCount, columnCount) =>
            tell({ text: () => t('grid.copied', formatCount(rowCount), formatCount(columnCount)) })
          }
        />
      </div>
      <div class="source-foot">
        <SelectionSummary source={rows()} selection={selection()} />
        <span class="grow" />
        <ReceiptLine receipt={props.source.receipt} onClick={() => view.setDetails(true)} />
      </div>
    </div>
  );
}
