import type { Keeper } from './keeper';

/** The browser asks before it closes a page with something that is not saved. Gives back what ends it. */
export function warnOfUnsaved({ status }: Keeper, target: EventTarget = window): () => void {
  const onLeave = (event: Event) => {
    if (status() === 'saving' || status() === 'failed') event.preventDefault();
  };
  target.addEventListener('beforeunload', onLeave);
  return () => target.removeEventListener('beforeunload', onLeave);
}
