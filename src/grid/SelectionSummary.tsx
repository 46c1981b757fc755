import { Show, createEffect, createSignal, on, onCleanup, type JSX } from 'solid-js';
import { formatCount, localeTag } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isAbort } from '../lib/problem';
import { toNumberText } from '../table/format';
import { readChunks } from './chunks';
import type { RowSource } from './rows';
import { countCells, toRect, type Rect, type Selection } from './selection';
import { createSummary, type Summary } from './summary';

const MOST_CELLS = 100_000;
const QUIET_MS = 120;

export interface SelectionSummaryProps {
  source: RowSource;
  selection: Selection | undefined;
  onProblem?(problem: unknown): void;
}

/** `5 cells · sum 44,954.70 · mean 8,990.94` */
export function SelectionSummary(props: SelectionSummaryProps): JSX.Element {
  const [summary, setSummary] = createSignal<Summary>();
  const rect = (): Rect | undefined =>
    props.selection &&
    toRect(props.selection, { rows: props.source.rowCount, columns: props.source.columns.length });
  const cells = (): number => countCells(rect() ?? { fromRow: 0, toRow: 0, fromColumn: 0, toColumn: 0 });

  createEffect(
    on([() => props.source, () => props.source.key, rect], ([source, , chosen]) => {
      setSummary(undefined);
      if (!chosen || countCells(chosen) > MOST_CELLS || countCells(chosen) < 2) return;
      const stop = new AbortController();
      const timer = setTimeout(() => void summarise(source, chosen, stop.signal), QUIET_MS);
      onCleanup(() => {
        clearTimeout(timer);
        stop.abort();
      });
    }),
  );

  async function summarise(source: RowSource, chosen: Rect, signal: AbortSignal): Promise<void> {
    try {
      const found = await readSummary(source, chosen, signal);
      if (!signal.aborted) setSummary(found);
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) props.onProblem?.(error);
    }
  }

  return (
    <Show when={cells() > 0}>
      <span class="grid-summary" title={toRangeText(summary())}>
        {toSentence(cells(), summary())}
      </span>
    </Show>
  );
}

export async function readSummary(source: RowSource, rect: Rect, signal?: AbortSignal): Promise<Summary> {
  const summary = createSummary();
  const columns = source.columns.slice(rect.fromColumn, rect.toColumn);
  for await (const values of readChunks(source, rect, signal)) {
    columns.forEach((column, i) => summary.add(column, values[i] ?? []));
  }
  return summary.finish();
}

function toSentence(cells: number, summary: Summary | undefined): string {
  const parts = [t('grid.cells', cells, formatCount(cells))];
  if (summary && summary.count > 0) {
    const { count, sum, mean, digits } = summary;
    if (count < cells) parts.push(t('grid.numbers', count, formatCount(count)));
    parts.push(t('grid.sum', toText(sum, digits)), t('grid.mean', toText(mean, Math.max(2, digits))));
  }
  return parts.join(' · ');
}

function toRangeText(summary: Summary | undefined): string {
  if (!summary || summary.count === 0) return '';
  const { min, max, digits } = summary;
  return t('grid.range', toText(min, digits), toText(max, digits));
}

function toText(value: number, digits: number): string {
  return toNumberText(value, 'DOUBLE', { locale: localeTag(), digits });
}
