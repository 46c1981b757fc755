import { lazy, Show, Suspense } from 'solid-js';
import type { Column } from '../../table/column';
import type { RowSource } from '../rows';

const Glance = lazy(async () => ({ default: (await import('./Glance')).Glance }));

const PLAIN = 32;
const WITH_GLANCE = 86;
/** Fewer are seen as they are. */
const FEWEST_ROWS = 11;
/** Of more the engine would be busy for half a minute. */
const MOST_ROWS = 50_000_000;

/** How high the header of a table is, with room for what is in its columns where that is shown. */
export function toHeaderHeight(source: RowSource): number {
  return hasGlances(source) ? WITH_GLANCE : PLAIN;
}

/** What is in a column at a glance. The code and the answer come after the rows. */
export function HeaderGlance(props: { source: RowSource; column: Column }) {
  return (
    <Show when={hasGlances(props.source) && props.source.glances}>
      {(table) => (
        <Suspense>
          <Glance table={table()} column={props.column} />
        </Suspense>
      )}
    </Show>
  );
}

function hasGlances({ glances, rowCount }: RowSource): boolean {
  return glances !== undefined && rowCount >= FEWEST_ROWS && rowCount <= MOST_ROWS;
}
