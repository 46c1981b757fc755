import Download from 'lucide-solid/icons/download';
import ChartColumn from 'lucide-solid/icons/chart-column';
import ListChecks from 'lucide-solid/icons/list-checks';
import Terminal from 'lucide-solid/icons/square-terminal';
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js';
import type { TableKind } from '../engine/engine';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { ValueMenu } from '../cells/ValueMenu';
import { Grid, type GridHandle } from '../grid/Grid';
import type { MenuAsk } from '../grid/menu';
import { HeaderGlance, toHeaderHeight } from '../grid/glance/HeaderGlance';
import { SelectionSummary } from '../grid/SelectionSummary';
import type { Selection } from '../grid/selection';
import { toSelectedNames } from '../grid/selection';
import { isBalanced } from '../import/receipt';
import type { SourceRecord } from '../storage/catalog';
import { Button } from '../ui/Button';
import { once } from '../ui/doubleClick';
import { useApp } from './context';
import { askExportSource } from './exporting/ask';
import { ListActions } from './mending/ListActions';
import { tell, tellProblem } from './notice';
import { ReceiptLine } from './ReceiptLine';
import { toListSource, toRowSource } from './tableRows';
import { toWords } from './words';

const listKinds: readonly TableKind[] = ['rows', 'rejected', 'unread'];
const labels = {
  rows: 'view.gridLabel',
  rejected: 'view.rejectedLabel',
  unread: 'view.unreadLabel',
} as const;

/** A source in the middle of the page: its rows, or what is not among them. */
export function SourceView(props: { source: SourceRecord }) {
  const app = useApp();
  const { view, sources, engine } = app;
  const [selection, setSelection] = createSignal<Selection>();
  const [ask, setAsk] = createSignal<MenuAsk>();
  let grid: GridHandle | undefined;
  const kinds = () => listKinds.filter((kind) => kind === 'rows' || props.source.receipt[kind] > 0);
  const kind = () => (kinds().includes(view.kind()) ? view.kind() : 'rows');
  const rows = createMemo(() => {
    const shown = kind();
    return shown === 'rows'
      ? toRowSource(props.source, engine, sources.whenAttached)
      : toListSource(props.source, shown, engine, sources.whenAttached);
  });
  onCleanup(() => app.setGrid(undefined));
  const chart = (chosen: readonly string[] = []) =>
    void app.chartTable({ from: props.source.name, columns: props.source.columns, chosen });

  return (
    <div class="source">
      <div class="source-head">
        <span class="dot" classList={{ bad: !isBalanced(props.source.receipt) }} />
        <h1 class="source-name">{props.source.name}</h1>
        <Show when={kinds().length > 1}>
          <div class="seg" role="group">
            <For each={kinds()}>
              {(name) => (
                <button
                  type="button"
                  aria-pressed={kind() === name}
                  onClick={() => view.show(props.source.id, name)}
                >
                  {t(`view.${name}`)}
                  {name === 'rows' ? '' : ` ${formatCount(props.source.receipt[name])}`}
                </button>
              )}
            </For>
          </div>
        </Show>
        <ListActions source={props.source} kind={kind()} />
        <Show when={kind() === 'rows'}>
          <Button
            small
            tone="quiet"
            icon={<Terminal />}
            label={t('workbook.ask')}
            onClick={once(() => void app.askTable(props.source.name))}
          >
            SQL
          </Button>
          <Button
            small
            tone="quiet"
            icon={<ListChecks />}
            label={t('workbook.clean')}
            onClick={once(() => void app.askTable(props.source.name, 'steps'))}
          >
            {t('kind.steps')}
          </Button>
          <Button
            small
            tone="quiet"
            icon={<ChartColumn />}
            label={t('workbook.chart')}
            onClick={once(() => chart())}
          >
            {t('kind.chart')}
          </Button>
          <Button
            small
            tone="quiet"
            icon={<Download />}
            label={t('sharing.export')}
            onClick={() => askExportSource(app, props.source)}
          />
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
          label={t(labels[kind()], { name: props.source.name })}
          headerHeight={toHeaderHeight(rows())}
          renderHeader={(column) => <HeaderGlance source={rows()} column={column} />}
          onReady={(handle) => {
            grid = handle;
            app.setGrid(handle);
          }}
          onMenu={setAsk}
          onSelect={(selected, active) => {
            setSelection(selected);
            if (active && kind() === 'rows') view.setColumn(rows().columns[active.column]?.name);
          }}
          onProblem={(error) => tellProblem(error, toWords)}
          onCopied={(rowCount, columnCount) =>
            tell({ text: () => t('grid.copied', formatCount(rowCount), formatCount(columnCount)) })
          }
        />
        <ValueMenu
          ask={ask()}
          onOffer={kind() === 'rows' ? (offer) => void app.cleanTable(props.source.name, offer) : undefined}
          onCopy={(withNames) => void grid?.copy(withNames)}
          onChart={
            kind() === 'rows' ? () => chart(toSelectedNames(grid?.selected(), rows().columns)) : undefined
          }
          onExport={
            kind() === 'rows' ? () => askExportSource(app, props.source, grid?.selected()) : undefined
          }
          onClose={() => setAsk(undefined)}
          onLeave={() => grid?.focus()}
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
