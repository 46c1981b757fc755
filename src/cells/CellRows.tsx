import type { JSX } from 'solid-js';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { Engine, ResultTable } from '../engine/engine';
import { Grid } from '../grid/Grid';
import type { RowSource } from '../grid/rows';
import { t } from '../i18n/i18n';
import type { Column } from '../table/column';
import { createVariable } from '../ui/cssVariable';
import './cellRows.css';

const ROW = 28;
const HEADER = 32;
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
  onProblem: (error: unknown) => void;
  onCopied: (rows: number, columns: number) => void;
}

/** The rows of a cell: made when the cell is first seen, so that a long workbook opens quickly. */
export function CellRows(props: CellRowsProps) {
  const [seen, setSeen] = createSignal(false);
  let root!: HTMLDivElement;
  /** How much the scroll bar below the rows takes, where there is one. */
  const [bar, setBar] = createSignal(0);
  const height = () => EDGE + HEADER + Math.min(Math.max(props.source.rowCount, 1), MOST_ROWS) * ROW + bar();

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

  function watchBar(): void {
    const grid = root.firstElementChild as HTMLElement;
    const observer = new ResizeObserver(() => setBar(grid.offsetHeight - grid.clientHeight));
    observer.observe(grid);
    onCleanup(() => observer.disconnect());
  }

  return (
    <div
      class="cell-rows"
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
          {...(props.renderHeader && { renderHeader: props.renderHeader })}
          onReady={watchBar}
          onProblem={(error) => !props.old && props.onProblem(error)}
          onCopied={(rows, columns) => props.onCopied(rows, columns)}
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
    read: (from, to, signal) => engine.read(id, 'rows', from, to, signal ? { signal } : {}),
  };
}
