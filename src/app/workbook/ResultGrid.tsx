import { createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { Engine, ResultTable } from '../../engine/engine';
import { Grid } from '../../grid/Grid';
import type { GridHandle } from '../../grid/Grid';
import type { RowSource } from '../../grid/rows';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { createVariable } from '../../ui/cssVariable';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';

const ROW = 28;
const HEADER = 32;
/** The line above. */
const EDGE = 1;
const MOST_ROWS = 10;

/** The rows of a cell: made when the cell is first seen, so that a long workbook opens quickly. */
export function ResultGrid(props: { result: ResultTable; name: string; engine: Engine; old: boolean }) {
  const [seen, setSeen] = createSignal(false);
  const [handle, setHandle] = createSignal<GridHandle>();
  let root!: HTMLDivElement;
  const rows = createMemo(() => toRowSource(props.result, props.engine));
  /** How much the scroll bar below the rows takes, where there is one. */
  const [bar, setBar] = createSignal(0);
  const height = () => EDGE + HEADER + Math.min(Math.max(props.result.rowCount, 1), MOST_ROWS) * ROW + bar();

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
      // keys that move in the table must not move among cells
      onKeyDown={(event) => handle() && event.key !== 'Escape' && event.stopPropagation()}
    >
      <Show when={seen()}>
        <Grid
          source={rows()}
          label={t('cell.result', { name: props.name })}
          onReady={(ready) => {
            setHandle(ready);
            watchBar();
          }}
          onProblem={(error) => !props.old && tellProblem(error, toWords)}
          onCopied={(rowCount, columnCount) =>
            tell({ text: () => t('grid.copied', formatCount(rowCount), formatCount(columnCount)) })
          }
        />
      </Show>
    </div>
  );
}

function toRowSource({ id, columns, rowCount }: ResultTable, engine: Engine): RowSource {
  return {
    key: id,
    columns,
    rowCount,
    read: (from, to, signal) => engine.read(id, 'rows', from, to, signal ? { signal } : {}),
  };
}
