import type { Accessor } from 'solid-js';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { isAbort } from '../../lib/problem';
import { isSettled } from '../../run/state';
import type { Compiled } from '../../steps/chain';
import { toChangesSql, toCountSql } from '../../steps/measure';
import type { Recipe } from './recipe';

/** What a step did. */
export interface Count {
  before: number;
  after: number;
  /** Values that it changed. */
  changed?: number;
  /** How long it took to find out, which is about what the chain takes as far as here. */
  ms: number;
}

/** After the rows are on screen, and only if nobody does anything else. */
const QUIET_MS = 400;

/** Counts what each step does, one after another, and begins anew when something changes. */
export function createCounts(recipe: Recipe): Accessor<ReadonlyMap<string, Count>> {
  const [counts, setCounts] = createSignal<ReadonlyMap<string, Count>>(new Map());
  async function read(sql: string, signal: AbortSignal): Promise<number[]> {
    const { values } = await recipe.query(sql, { signal });
    return values.map(([count]) => Number(count));
  }

  async function measure(compiled: Compiled, signal: AbortSignal): Promise<void> {
    const found = new Map<string, Count>();
    let before: number | undefined;
    for (const [at, { step, made }] of compiled.links.entries()) {
      if (!made) continue;
      before ??= (await read(toCountSql(compiled, 0), signal))[0]!;
      const began = performance.now();
      const after = made.sameRows ? before : (await read(toCountSql(compiled, at + 1), signal))[0]!;
      const changes = toChangesSql(compiled, at);
      const changed =
        changes === undefined
          ? undefined
          : (await read(changes, signal)).reduce((sum, count) => sum + count, 0);
      if (signal.aborted) return;
      const ms = performance.now() - began;
      found.set(step.id, { before, after, ms, ...(changed !== undefined && { changed }) });
      setCounts(new Map(found));
      before = after;
    }
    setCounts(found);
  }

  createEffect(
    on(
      [recipe.compiled, () => isSettled(recipe.state()), () => recipe.state().result?.id],
      ([compiled, settled]) => {
        if (!compiled || !settled) return;
        const controller = new AbortController();
        const timer = setTimeout(() => {
          measure(compiled, controller.signal).catch((error: unknown) => {
            // a step that cannot be counted says so itself when it is run
            if (!isAbort(error)) setCounts(new Map());
          });
        }, QUIET_MS);
        onCleanup(() => {
          clearTimeout(timer);
          controller.abort();
        });
      },
    ),
  );

  return counts;
}
