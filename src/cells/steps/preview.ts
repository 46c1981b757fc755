import type { Accessor } from 'solid-js';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { RowSource } from '../../grid/rows';
import { isAbort, type Problem, toProblem } from '../../lib/problem';
import { toPreviewSql } from '../../steps/measure';
import type { Value } from '../../table/column';
import type { Recipe } from './recipe';

/** So many rows are enough to see what a step does, and come at once. */
export const PREVIEW_ROWS = 500;

export interface Preview {
  source?: RowSource;
  problem?: Problem;
  /** Whether there are rows beyond. */
  isCut: boolean;
}

/** The first rows after the step that is looked at; undefined where that is the end, whose rows are all there. */
export function createPreview(recipe: Recipe): {
  preview: Accessor<Preview | undefined>;
  isBusy: Accessor<boolean>;
} {
  const [preview, setPreview] = createSignal<Preview>();
  const [isBusy, setBusy] = createSignal(false);
  let count = 0;

  createEffect(
    on([recipe.shownAt, recipe.compiled, () => recipe.state().result?.id], ([at, compiled]) => {
      if (at === undefined || !compiled) {
        setPreview(undefined);
        setBusy(false);
        return;
      }
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      const link = compiled.links[at - 1];
      const sql = toPreviewSql(compiled, at, PREVIEW_ROWS);
      setBusy(true);
      recipe
        .query(sql, { signal: controller.signal, maxRows: PREVIEW_ROWS })
        .then(({ columns, values, rowCount }) => {
          const changes = link?.made?.changes ?? [];
          const shown = columns.slice(0, columns.length - changes.length);
          const marks = new Map<number, readonly Value[]>();
          for (const [n, name] of changes.entries()) {
            const column = shown.findIndex((other) => other.name === name);
            marks.set(column, values[shown.length + n]!);
          }
          setPreview({
            isCut: rowCount >= PREVIEW_ROWS,
            source: {
              key: `preview ${++count}`,
              columns: shown,
              rowCount,
              read: async (from, to) => shown.map((_, column) => values[column]!.slice(from, to)),
              isChanged: (row, column) => marks.get(column)?.[row] === true,
            },
          });
        })
        .catch((error: unknown) => {
          if (!isAbort(error)) setPreview({ problem: toProblem(error), isCut: false });
        })
        .finally(() => !controller.signal.aborted && setBusy(false));
    }),
  );

  return { preview, isBusy };
}
