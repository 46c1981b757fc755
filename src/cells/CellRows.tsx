import type { JSX } from 'solid-js';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { Engine, ResultTable } from '../engine/engine';
import { Grid, type GridHandle } from '../grid/Grid';
import type { MenuAsk } from '../grid/menu';
import { HeaderGlance, toHeaderHeight } from '../grid/glance/HeaderGlance';
import type { RowSource } from '../grid/rows';
import type { Rect } from '../grid/selection';
import { toSelectedNames } from '../grid/selection';
import { t } from '../i18n/i18n';
import type { ValueOffer } from '../steps/suggest/ofValues';
import type { Column } from '../table/column';
import { createVariable } from '../ui/cssVariable';
import { ValueMenu } from './ValueMenu';
import './cellRows.css';

const ROW = 28;
/** The line above. */
const EDGE = 1;
const MOST_ROWS = 10;

export interface CellRowsProps {
  source: RowSource;
  /** The cell's name. */
  name: string;
  /** Rows of an earlier run. */
  old: boolean;
  renderHeader?: (column: Column) => JSX.Element;
  /** Takes a step that a value's menu offers. */
  onOffer?: ((offer: ValueOffer) => void) | undefined;
  /** Makes a chart of columns. */
  onChart?: ((columns: readonly string[]) => void) | undefined;
  /** Takes the rows and columns that are selected out, as a file. */
  onExport?: ((selected: Rect | undefined) => void) | undefined;
  onProblem: (error: unknown) => void;
  onCopied: (rows: number, columns: number) => void;
}

/** The rows of a cell: made when the cell is first seen, so that a long workbook opens quickly. */
export function CellRows(props: CellRowsProps) {
  const [seen, setSeen] = createSignal(false);
  const [ask, setAsk] = createSignal<MenuAsk>();
  let handle: GridHandle | undefined;
  let root!: HTMLDivElement;
  /** How much the scroll bar below the rows takes, where there is one. */
  const [bar, setBar] = createSignal(0);
  const header = () => toHeaderHeight(props.source);
  const height = () =>
    EDGE + header() + Math.min(Math.max(props.source.rowCount, 1), MOST_ROWS) * ROW + bar();

  onMount(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry!.isIntersecting) return;
        setSeen(true);
        watch.disconnect();
      },
      { rootMargin: '400px' },
    );
    watch.observe(root);
    onCleanup(() => watch.disconnect());
  });

  const findSelected = () => toSelectedNames(handle?.selected(), props.source.columns);

  /** Alt+C; on a Mac the key then gives another letter. */
  function onKeyDown(event: KeyboardEvent): void {
    if (!props.onChart || !event.altKey || event.code !== 'KeyC' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    props.onChart(findSelected());
  }

  function watchBar(): void {
    const grid = root.firstElementChild as HTMLElement;
    const observer = new ResizeObserver(() => setBar(grid.offsetHeight - grid.clientHeight));
    observer.observe(grid);
    onCleanup(() => observer.disconnect());
  }

  return (
    <div
      class="cell-rows"
      role="presentation"
      onKeyDown={onKeyDown}
      classList={{ old: props.old }}
      ref={(element) => {
        root = element;
        createVariable(element, '--rows-height', () => `${height()}px`);
      }}
      title={props.old ? t('cell.older') : undefined}
    >
      <Show when={seen()}>
        <Grid
          source={props.source}
          label={t('cell.result', { name: props.name })}
          headerHeight={header()}
          renderHeader={(column) => (
            <>
              {props.renderHeader?.(column)}
              <HeaderGlance source={props.source} column={column} />
            </>
          )}
          onReady={(ready) => {
            handle = ready;
            watchBar();
          }}
          onMenu={setAsk}
          onProblem={(error) => !props.old && props.onProblem(error)}
          onCopied={(rows, columns) => props.onCopied(rows, columns)}
        />
        <ValueMenu
          ask={ask()}
          onOffer={props.onOffer}
          onCopy={(withNames) => void handle?.copy(withNames)}
          onChart={props.onChart && (() => props.onChart?.(findSelected()))}
          onExport={props.onExport && (() => props.onExport?.(handle?.selected()))}
          onClose={() => setAsk(undefined)}
          onLeave={() => handle?.focus()}
        />
      </Show>
    </div>
  );
}

/** The rows of a result, read as they are needed. */
export function toRowSource({ id, columns, rowCount }: ResultTable, engine: Engine): RowSource {
  return {
    key: id,
    columns,
    rowCount,
    glances: { engine, id, key: id },
    read: (from, to, signal) => engine.read(id, 'rows', from, to, signal ? { signal } : {}),
  };
}
