import X from 'lucide-solid/icons/x';
import { createSignal, onCleanup, onMount, Show, untrack } from 'solid-js';
import type { SpotLine } from '../../charts/spec/picture';
import type { ResultTable } from '../../engine/engine';
import { chartWords } from '../../i18n/charts/charts';
import { formatCount } from '../../i18n/format';
import { withInputs } from '../../sql/inputs';
import { Button } from '../../ui/Button';
import { CellRows, toRowSource } from '../CellRows';
import type { CellSurroundings } from '../view';

export interface BehindProps {
  sql: string;
  /** What was said of the mark. */
  lines: readonly SpotLine[];
  name: string;
  surroundings: CellSurroundings;
  /** Makes a query of it; not where the workbook cannot be changed. */
  onKeep: (() => void) | undefined;
  onClose: () => void;
}

/** The rows that a mark stands for, below the picture. */
export function Behind(props: BehindProps) {
  const words = () => chartWords().plate;
  const { engine, findValue, onProblem } = untrack(() => props.surroundings);
  const controller = new AbortController();
  const [rows, setRows] = createSignal<ResultTable>();
  const drop = (table: ResultTable) => void engine.dropResult(table.id).catch(() => {});
  onMount(async () => {
    try {
      const { sql, values } = withInputs(props.sql, findValue);
      const kept = await engine.keepResult(sql, { values, signal: controller.signal });
      if (controller.signal.aborted) drop(kept);
      else setRows(kept);
    } catch (error) {
      if (!controller.signal.aborted) onProblem(error);
    }
  });
  onCleanup(() => {
    controller.abort();
    const kept = rows();
    if (kept) drop(kept);
  });
  const named = () =>
    props.lines
      .filter(({ slot }) => slot !== 'y' && slot !== 'tooltip')
      .map(({ name, text }) => `${name}: ${text}`)
      .join(' · ');

  return (
    <section class="behind" aria-label={named()}>
      <header class="behind-head">
        <span role="status">
          <Show when={rows()} fallback={words().behindWait}>
            {(kept) => words().behind(formatCount(kept().rowCount), kept().rowCount)}
          </Show>
        </span>
        <bdi class="behind-name">{named()}</bdi>
        <Show when={props.onKeep}>
          <Button small tone="quiet" onClick={() => props.onKeep?.()}>
            {words().keep}
          </Button>
        </Show>
        <Button small icon={<X />} label={words().close} onClick={() => props.onClose()} />
      </header>
      <Show when={rows()}>
        {(kept) => (
          <CellRows
            source={toRowSource(kept(), engine)}
            name={named()}
            old={false}
            surroundings={props.surroundings}
          />
        )}
      </Show>
    </section>
  );
}
