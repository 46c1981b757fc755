import type { JSX } from 'solid-js';
import { createSignal, onCleanup, onMount, Show, Suspense, untrack } from 'solid-js';
import { lazy } from '../ui/lazy';
import type { Engine, ResultTable } from '../engine/engine';
import { Grid, type GridHandle } from '../grid/Grid';
import type { MenuAsk } from '../grid/menu';
import { HeaderGlance, toHeaderHeight } from '../grid/glance/HeaderGlance';
import type { RowSource } from '../grid/rows';
import type { Rect } from '../grid/selection';
import { countCells, toSelectedNames } from '../grid/selection';
import { t } from '../i18n/i18n';
import { withChartWords } from '../i18n/charts/withChartWords';
import type { CellState } from '../run/state';
import type { ValueOffer } from '../steps/suggest/ofValues';
import type { Column } from '../table/column';
import { createVariable } from '../ui/cssVariable';
import { createFollowing, type Followed } from './chart/following';
import { ValueMenu } from './ValueMenu';
import type { CellSurroundings } from './view';
import './cellRows.css';

const ROW = 28;
/** The line above. */
const EDGE = 1;
const MOST_ROWS = 10;
/** Of a lower table some rows are to be seen below what says which of them are shown. */
const LEAST_ROWS = 3;

const RowsBar = lazy(async () => ({
  default: (await withChartWords(import('./chart/RowsBar'))).RowsBar,
}));

export interface CellRowsProps {
  source: RowSource;
  /** The cell's name. */
  name: string;
  /** Rows of an earlier run. */
  old: boolean;
  renderHeader?: (column: Column) => JSX.Element;
  surroundings: CellSurroundings;
  /** The rows as charts choose among them; nothing of rows that no chart can be drawn of. */
  followed?: Followed | undefined;
  /** Takes a step that a value's menu offers. */
  onOffer?: ((offer: ValueOffer) => void) | undefined;
  /** Makes a chart of columns. */
  onChart?: ((columns: readonly string[]) => void) | undefined;
  /** Takes the rows and columns that are selected out, as a file. */
  onExport?: ((selected: Rect | undefined) => void) | undefined;
}

/** The rows of a cell: made when the cell is first seen, so that a long workbook opens quickly. */
export function CellRows(props: CellRowsProps) {
  const [seen, setSeen] = createSignal(false);
  const [ask, setAsk] = createSignal<MenuAsk>();
  let handle: GridHandle | undefined;
  let root!: HTMLDivElement;
  /** How much the scroll bar below the rows takes, where there is one. */
  const [bar, setBar] = createSignal(0);
  const [isNear, setNear] = createSignal(false);
  const { surroundings } = untrack(() => props);
  const { onProblem } = surroundings;
  const following = createFollowing({
    surroundings,
    followed: () => props.followed,
    whole: () => props.source,
    isSeen: isNear,
  });
  const source = () => following.source() ?? props.source;
  const isPart = () => following.applied().length > 0;
  const header = () => toHeaderHeight(props.source);
  /** As of all rows, so that the page stays where it is while some are chosen. */
  const height = () => {
    const rows = Math.min(Math.max(props.source.rowCount, isPart() ? LEAST_ROWS : 1), MOST_ROWS);
    return EDGE + header() + rows * ROW + bar();
  };

  onMount(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        const isThere = entries.at(-1)!.isIntersecting;
        setNear(isThere);
        if (isThere) setSeen(true);
      },
      { rootMargin: '400px' },
    );
    watch.observe(root);
    onCleanup(() => watch.disconnect());
  });

  const findSelected = () => toSelectedNames(handle?.selected(), props.source.columns);

  function exportRows(): void {
    const [part, selected] = [following.source(), handle?.selected()];
    if (!part) return props.onExport?.(selected);
    const names = part.columns.map(({ name }) => name);
    const isOne = !selected || countCells(selected) < 2;
    const [from, to] = isOne ? [0, part.rowCount] : [selected.fromRow, selected.toRow];
    const columns = isOne ? names : names.slice(selected.fromColumn, selected.toColumn);
    surroundings.exportRows(props.name, () => following.keep(columns, from, to));
  }

  /** Alt+C; on a Mac the key then gives another letter. */
  function onKeyDown(event: KeyboardEvent): void {
    if (!props.onChart || !event.altKey || event.code !== 'KeyC' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    props.onChart(findSelected());
  }

  function watchBar(): void {
    const grid = root.querySelector<HTMLElement>('.grid')!;
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
      <Show when={surroundings.selections && isPart() && surroundings.selections}>
        {(selections) => (
          <Suspense>
            <RowsBar
              selections={selections()}
              applied={following.applied()}
              rows={following.source()?.rowCount}
              all={props.source.rowCount}
            />
          </Suspense>
        )}
      </Show>
      <Show when={seen()}>
        <Grid
          source={source()}
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
          onProblem={(error) => !props.old && onProblem(error)}
          onCopied={(rows, columns) => surroundings.onCopied(rows, columns)}
        />
        <ValueMenu
          ask={ask()}
          onOffer={props.onOffer}
          onCopy={(withNames) => void handle?.copy(withNames)}
          onChart={props.onChart && (() => props.onChart?.(findSelected()))}
          onExport={props.onExport && exportRows}
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

/** A cell's rows, or those of a table behind its name, as charts choose among them. */
export function toFollowed(
  { name }: { readonly name?: string | undefined },
  { result, beside = {}, status }: CellState,
  table = '',
): Followed | undefined {
  const shown = table ? beside[table] : result;
  if (!name || !shown) return undefined;
  return { table: shown, read: { from: name, ...(table && { table }) }, isNew: status === 'done' };
}
