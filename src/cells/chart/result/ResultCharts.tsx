import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, untrack } from 'solid-js';
import type { Picture } from '../../../charts/spec/picture';
import type { ResultChart } from '../../../charts/spec/propose/result';
import { toResultCharts } from '../../../charts/spec/propose/result';
import type { ResultTable } from '../../../engine/engine';
import { localeTag } from '../../../i18n/format';
import { isAbort } from '../../../lib/problem';
import { isDark } from '../../../ui/dark';
import { fillIn } from '../../steps/words';
import type { CellSurroundings } from '../../view';
import { toFromSql } from '../compile';
import { drawSmall } from '../making/drawSmall';
import { Thumb } from '../making/Thumb';
import { toProposalWords, words } from '../making/words';
import '../making/making.css';

export interface ResultChartsProps {
  /** The cell that has found it. */
  id: string;
  name: string;
  /** Its tables, '' for its own rows. */
  tables: readonly (readonly [table: string, result: ResultTable])[];
  readOnly: boolean;
  surroundings: Pick<CellSurroundings, 'engine' | 'chart' | 'onProblem'>;
}

const MOST_ROWS = 20_000;

/** What an analysis has found, in small pictures, drawn when they come into sight; a press makes one a cell of its own. */
export function ResultCharts(props: ResultChartsProps) {
  const [isSeen, setSeen] = createSignal(false);
  const [pictures, setPictures] = createSignal<ReadonlyMap<string, Picture | undefined>>(new Map());
  // a cell's state is told anew while it stays the same
  const ids = createMemo(() => toIds(props.tables));
  const charts = createMemo(() => {
    ids();
    return untrack(() => toResultCharts(props.tables.map(([table, { columns }]) => ({ table, columns }))));
  });
  const shown = () =>
    charts().filter((chart) => !pictures().has(toKey(chart)) || pictures().get(toKey(chart)));
  let root!: HTMLElement;

  onMount(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(root);
    onCleanup(() => watch.disconnect());
  });

  createEffect(
    on([isSeen, charts, isDark, localeTag], ([seen, wanted, dark, tag]) => {
      if (!seen) return;
      const stop = new AbortController();
      onCleanup(() => stop.abort());
      setPictures(new Map());
      draw(wanted, { dark, tag }, stop.signal).catch((error: unknown) => {
        if (!isAbort(error) && !stop.signal.aborted) untrack(() => props.surroundings).onProblem(error);
      });
    }),
  );

  async function draw(
    wanted: readonly ResultChart[],
    look: { dark: boolean; tag: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { surroundings, tables, name } = untrack(() => ({ ...props }));
    const query = (sql: string) =>
      surroundings.engine.query(sql, { background: true, maxRows: MOST_ROWS, signal });
    for (const chart of wanted) {
      const columns = tables.find(([table]) => table === chart.table)![1].columns;
      const from = toFromSql({ from: name, table: chart.table });
      const picture = await drawSmall(chart, { from, columns, ...look, query }).catch((error: unknown) => {
        // one that cannot be drawn of these rows is not shown
        if (isAbort(error)) throw error;
        return undefined;
      });
      if (signal.aborted) return;
      setPictures((all) => new Map(all).set(toKey(chart), picture));
    }
  }

  function make({ table, mark, settings }: ResultChart): void {
    props.surroundings.chart({
      from: props.name,
      ...(table && { table }),
      columns: [],
      proposal: { mark, settings },
      after: props.id,
    });
  }

  return (
    <section
      ref={root}
      class="result-charts"
      classList={{ empty: shown().length === 0 }}
      aria-label={fillIn(words().suggested, { name: props.name })}
    >
      <ul>
        <For each={shown()}>
          {(chart) => {
            const said = () => toProposalWords(chart);
            return (
              <li>
                <button
                  type="button"
                  class="making-thumb"
                  disabled={props.readOnly}
                  aria-label={fillIn(words().take, { name: `${said().kind}: ${said().columns}` })}
                  onClick={() => make(chart)}
                >
                  <Show when={pictures().get(toKey(chart))} fallback={<span class="making-thumb-wait" />}>
                    {(picture) => <Thumb picture={picture()} />}
                  </Show>
                  <span class="making-thumb-name">
                    <b>{said().kind}</b> <bdi>{chart.table || props.name}</bdi>
                  </span>
                </button>
              </li>
            );
          }}
        </For>
      </ul>
    </section>
  );
}

const toKey = ({ table, mark, settings }: ResultChart) => JSON.stringify([table, mark, settings]);
const toIds = (tables: ResultChartsProps['tables']) => tables.map(([, { id }]) => id).join();
