import './grid.css';
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  on,
  onCleanup,
  onMount,
  untrack,
  type JSX,
} from 'solid-js';
import { formatCount } from '../i18n/format';
import { locale, t } from '../i18n/i18n';
import type { Column } from '../table/column';
import { createActiveCell } from './activeCell';
import { toCellFormat } from './cellFormat';
import { createCells, type Cells } from './cells';
import { findColumnReveal, findVisibleColumns } from './columns';
import { createCopying } from './copying';
import { findFaults, isPending, type Fault } from './faults';
import { Header } from './Header';
import { maybeKeyAction } from './keys';
import { createMeasure } from './measure';
import { findAsked, type MenuAsk } from './menu';
import { placeOutline, toCellRect } from './outline';
import { EmptyState, Faults } from './Overlay';
import { createPageReader, type PageReader } from './pageReader';
import { attachPointer } from './pointer';
import { createPool, type Pool } from './pool';
import { createResizing } from './resizing';
import type { RowSource } from './rows';
import { findVisibleRows, isSameRange, toSpacerHeight, type Extent, type Range } from './scroll';
import { attachScroller, type Scroller } from './scroller';
import {
  clampSelection,
  countCells,
  hasCell,
  hasColumn,
  reduceSelection,
  toRect,
  type Bounds,
  type Cell,
  type Intent,
  type Rect,
  type Selection,
} from './selection';
import { createWidths } from './widths';

/** The same as `--row`. */
const ROW_HEIGHT = 28;
const HEADER_HEIGHT = 32;

export interface GridHandle {
  scrollToRow(row: number): void;
  scrollToColumn(name: string): void;
  focus(): void;
  copy(withHeaders: boolean): Promise<void>;
  /** What is selected. */
  selected(): Rect | undefined;
}

export interface GridProps {
  source: RowSource;
  /** What the table is, for those who do not see it. */
  label: string;
  widths?: Record<string, number>;
  headerHeight?: number;
  /** What stands below a column's name; `headerHeight` makes room for it. */
  renderHeader?: (column: Column, index: number) => JSX.Element;
  onResize?(name: string, width: number): void;
  onSelect?(selection: Selection | undefined, active: Cell | undefined): void;
  onProblem?(problem: unknown): void;
  onCopied?(rows: number, columns: number): void;
  /** A cell's menu is asked for. Without it, the browser's own is. */
  onMenu?(ask: MenuAsk): void;
  onReady?(handle: GridHandle): void;
}

/** A table of any length and width. Rows and cells of the DOM are pooled; only what is seen is held. */
export function Grid(props: GridProps): JSX.Element {
  const id = createUniqueId();
  let root!: HTMLDivElement;
  let track!: HTMLDivElement;
  let pane!: HTMLDivElement;
  let body!: HTMLDivElement;
  let headLane!: HTMLDivElement;
  let outline!: HTMLDivElement;
  let ring!: HTMLDivElement;

  let scroller: Scroller | undefined;
  let pool: Pool | undefined;
  let reader: PageReader | undefined;
  let cells: Cells | undefined;
  let markActive: ReturnType<typeof createActiveCell> | undefined;
  let hasFitted = false;
  let frame = 0;
  let version = 0;

  const measure = createMeasure();
  const columns = (): readonly Column[] => props.source.columns;
  const widths = createWidths(columns, () => measure);
  const headerHeight = (): number => props.headerHeight ?? HEADER_HEIGHT;
  const gutter = createMemo(() =>
    Math.max(52, Math.ceil(measure.measureCell(formatCount(props.source.rowCount))) + 18),
  );
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  const [selection, setSelection] = createSignal<Selection>();
  const [seenColumns, setSeenColumns] = createSignal<Range>({ first: 0, last: 0 }, { equals: isSameRange });
  const [faults, setFaults] = createSignal<readonly Fault[]>([]);
  const [isBusy, setIsBusy] = createSignal(false);

  const extent = (): Extent => ({
    rowCount: columns().length === 0 ? 0 : props.source.rowCount,
    rowHeight: ROW_HEIGHT,
    height: Math.max(0, size().height - headerHeight()),
  });
  const bounds = (): Bounds => ({
    rows: extent().rowCount,
    columns: columns().length,
    page: Math.floor(extent().height / ROW_HEIGHT) - 1,
  });
  const selected = createMemo((): Rect | undefined => {
    const chosen = selection();
    return chosen && toRect(chosen, bounds());
  });
  const resizing = createResizing({
    widths,
    toName: (column) => columns()[column]?.name ?? '',
    toTexts: (column) => cells?.toTexts(column, toCellFormat()) ?? [],
    onResize: (name, width) => props.onResize?.(name, width),
  });

  const copying = createCopying({
    toSource: () => props.source,
    toRect: selected,
    maybeValues: (rect) => cells?.maybeValues(rect),
    onCopied: (rows, across) => props.onCopied?.(rows, across),
    onProblem: (problem) => props.onProblem?.(problem),
  });

  function schedule(): void {
    frame ||= requestAnimationFrame(paint);
  }

  function repaint(): void {
    version++;
    schedule();
  }

  function paint(): void {
    frame = 0;
    untrack(() => {
      if (!scroller || !pool || !cells || !reader) return;
      const { top, left } = scroller;
      const offsets = widths.offsets();
      const rows = findVisibleRows(top, extent());
      const seen = findVisibleColumns(offsets, left, size().width - gutter());
      const place = { rows, top, left, rowHeight: ROW_HEIGHT, offsets };
      const options = toCellFormat();
      const { toState, toCell, isRight } = cells;
      reader.want(rows);
      setSeenColumns(seen);
      headLane.style.transform = `translateX(${-left}px)`;
      pool.paint({
        ...place,
        columns: seen,
        selected: selected(),
        version,
        toState,
        toCell: (row, column) => toCell(row, column, options),
        isRight,
        isChanged: (row, column) => props.source.isChanged?.(row, column) ?? false,
        toRowLabel: (row) => formatCount(row + 1),
      });
      const active = selection()?.anchor;
      const rect = selected();
      placeOutline(outline, rect && countCells(rect) > 1 ? rect : undefined, place);
      placeOutline(ring, active && toCellRect(active), place);
      markActive?.(active, active && pool.findCell(active));
      setIsBusy(isPending(rows, toState));
      paintFaults(findFaults({ ...place, height: extent().height, pageSize: reader.layout.size, toState }));
    });
  }

  function paintFaults(found: readonly Fault[]): void {
    if (found.length > 0 || faults().length > 0) setFaults(found);
  }

  function apply(intent: Intent): void {
    setSelection((before) => reduceSelection(before, intent, bounds()));
  }

  function reveal({ span, anchor, head }: Selection, isExtended: boolean): void {
    const { row, column } = isExtended ? head : anchor;
    if (span === 'cells' || span === 'rows') scroller?.dispatch({ kind: 'revealed', row, align: 'near' });
    if (span === 'cells' || span === 'columns') revealColumn(column);
  }

  function revealColumn(column: number): void {
    if (!scroller || column < 0) return;
    const next = findColumnReveal(widths.offsets(), column, scroller.left, size().width - gutter());
    if (next !== scroller.left) scroller.moveTo(next);
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.target !== root) return;
    const action = maybeKeyAction(event);
    const before = selection();
    if (!action || (action.kind === 'collapse' && !before)) return;
    if (action.kind === 'menu' && !props.onMenu) return;
    event.preventDefault();
    if (action.kind === 'copy') return void copying.copy(true);
    if (action.kind === 'menu') return askByKey();
    if (action.kind === 'resize') return resizeBy(action.by);
    apply(action);
    const after = selection();
    if (!after || !('extend' in action)) return;
    if (action.kind === 'move' && action.reach === 'page') keepPace(before, after, action.extend);
    reveal(after, action.extend);
  }

  /** A page key moves the rows with the active cell, so that it stays where the eye is. */
  function keepPace(before: Selection | undefined, after: Selection, isExtended: boolean): void {
    const key = isExtended ? 'head' : 'anchor';
    const by = before ? (after[key].row - before[key].row) * ROW_HEIGHT : 0;
    scroller?.dispatch({ kind: 'moved', by });
  }

  function askByKey(): void {
    const cell = selection()?.anchor;
    if (!cell) return;
    const { left, right, bottom } = (ring.hidden ? root : ring).getBoundingClientRect();
    askMenu({ x: (left + right) / 2, y: bottom }, cell);
  }

  function askMenu(at: { x: number; y: number }, cell: Cell): void {
    const column = columns()[cell.column];
    if (!column || !props.onMenu) return;
    if (!hasCell(selected(), cell)) apply({ kind: 'point', cell, span: 'cells', extend: false });
    const values = cells && findAsked(cell, selected(), cells.maybeValues);
    props.onMenu({ ...at, column, values: values ?? [] });
  }

  function resizeBy(by: number): void {
    const column = selection()?.anchor.column;
    if (column === undefined || !columns()[column]) return;
    resizing.by(column, by);
    revealColumn(column);
  }

  function focusIn(): void {
    if (selection() || !scroller || !root.matches(':focus-visible')) return;
    const row = Math.ceil(scroller.top / ROW_HEIGHT);
    apply({ kind: 'point', cell: { row, column: seenColumns().first }, span: 'cells', extend: false });
  }

  function openSource(): void {
    reader?.stop();
    const source = untrack(() => props.source);
    const opened = createPageReader(source, {
      onPage(page) {
        cells?.learn(page);
        if (page === Math.floor((scroller?.top ?? 0) / ROW_HEIGHT / opened.layout.size)) fitFirst(page);
        repaint();
      },
    });
    reader = opened;
    cells = createCells(source.columns, opened);
    hasFitted = false;
    setSelection((before) => clampSelection(before, bounds()));
    repaint();
  }

  function fitFirst(page: number): void {
    const known = reader?.get(page);
    if (hasFitted || known?.kind !== 'ready' || !cells || !reader) return;
    hasFitted = true;
    const first = page * reader.layout.size;
    const options = toCellFormat();
    const { toCell } = cells;
    widths.fitFirst(
      known.columns[0]?.length ?? 0,
      (row, column) => toCell(first + row, column, options)?.text ?? '',
    );
  }

  createEffect(
    on([() => props.source.key, () => props.source.columns, () => props.source.rowCount], openSource),
  );
  createEffect(
    on(
      () => props.widths,
      (named) => widths.setNamed(named ?? {}),
    ),
  );
  createEffect(on([widths.offsets, locale], repaint, { defer: true }));
  createEffect(on([selection, size], schedule, { defer: true }));
  createEffect(on(selection, (chosen) => props.onSelect?.(chosen, chosen?.anchor), { defer: true }));
  createEffect(() => {
    const { width, height } = size();
    track.style.width = `${gutter() + (widths.offsets().at(-1) ?? 0)}px`;
    track.style.height = `${headerHeight() + toSpacerHeight(extent())}px`;
    pane.style.width = `${width}px`;
    pane.style.height = `${height}px`;
    pane.style.setProperty('--grid-gutter', `${gutter()}px`);
    pane.style.setProperty('--grid-head', `${headerHeight()}px`);
    scroller?.dispatch({ kind: 'settled' });
  });

  onMount(() => {
    pool = createPool(body);
    markActive = createActiveCell(root, id);
    scroller = attachScroller(root, { toExtent: () => untrack(extent), onScroll: schedule });
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(root);
    const detachPointer = attachPointer(pane, {
      toPlacement: () => ({
        top: scroller?.top ?? 0,
        left: scroller?.left ?? 0,
        rowHeight: ROW_HEIGHT,
        headerHeight: headerHeight(),
        gutter: gutter(),
        offsets: widths.offsets(),
        rowCount: extent().rowCount,
      }),
      toSize: size,
      onAsk: props.onMenu && askMenu,
      scrollBy(x, y) {
        if (y !== 0) scroller?.dispatch({ kind: 'moved', by: y });
        if (x !== 0) scroller?.moveTo(scroller.left + x);
      },
      onIntent: apply,
    });
    onCleanup(() => {
      observer.disconnect();
      detachPointer();
      scroller?.stop();
      reader?.stop();
      copying.stop();
      cancelAnimationFrame(frame);
    });
    props.onReady?.({
      scrollToRow: (row) => scroller?.dispatch({ kind: 'revealed', row, align: 'centre' }),
      scrollToColumn: (name) => revealColumn(columns().findIndex((candidate) => candidate.name === name)),
      focus: () => root.focus({ preventScroll: true }),
      copy: copying.copy,
      selected: () => untrack(selected),
    });
  });

  return (
    <div
      ref={root}
      class="grid"
      role="grid"
      tabindex="0"
      aria-label={props.label}
      aria-rowcount={extent().rowCount + 1}
      aria-colcount={columns().length + 1}
      aria-multiselectable="true"
      aria-busy={isBusy()}
      onKeyDown={pressKey}
      onFocus={focusIn}
      on:copy={(event: ClipboardEvent) => event.target === root && copying.answer(event)}
      on:beforecopy={(event: Event) => event.preventDefault()}
    >
      <div ref={track} class="grid-track" role="presentation">
        <div ref={pane} class="grid-pane" role="presentation">
          <div class="grid-head" role="row" aria-rowindex="1">
            <div class="grid-corner" role="columnheader" aria-colindex="1" aria-label={t('grid.row')} />
            <div ref={headLane} class="grid-lane" role="presentation">
              <Header
                columns={columns()}
                visible={seenColumns()}
                offsets={widths.offsets()}
                isSelected={(column) => hasColumn(selected(), column)}
                renderHeader={props.renderHeader}
                onGrip={resizing.drag}
                onFit={resizing.fit}
              />
            </div>
          </div>
          <div ref={body} class="grid-body" role="rowgroup" />
          <div class="grid-overlay" role="presentation">
            <div ref={outline} class="grid-outline" hidden />
            <div ref={ring} class="grid-ring" hidden />
          </div>
          <div class="grid-faults" role="presentation">
            <Faults faults={faults()} onRetry={(page) => reader?.retry(page)} />
          </div>
          <EmptyState rows={props.source.rowCount} columns={columns().length} />
        </div>
      </div>
    </div>
  );
}
