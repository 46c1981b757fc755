import { Show, Suspense } from 'solid-js';
import { lazy } from '../ui/lazy';
import type { MenuAsk } from '../grid/menu';
import type { ValueOffer } from '../steps/suggest/ofValues';
import { withStepWords } from '../i18n/steps/withStepWords';

export interface ValueMenuProps {
  ask: MenuAsk | undefined;
  /** Takes a step; without it, values are only copied. */
  onOffer?: ((offer: ValueOffer) => void) | undefined;
  onCopy: (withNames: boolean) => void;
  /** Makes a chart of the selected columns. */
  onChart?: (() => void) | undefined;
  /** Takes the selected rows out, as a file. */
  onExport?: (() => void) | undefined;
  onClose: () => void;
  /** Puts the keyboard back into the table. */
  onLeave: () => void;
}

const Items = lazy(async () => ({
  default: (await withStepWords(import('./ValueMenuItems'))).ValueMenuItems,
}));

/** What can be done with a value of a table, where it was pointed at. Its code comes with the first that is asked for. */
export function ValueMenu(props: ValueMenuProps) {
  return (
    <Suspense>
      <Show when={props.ask} keyed>
        {(ask) => <Items {...props} ask={ask} />}
      </Show>
    </Suspense>
  );
}
