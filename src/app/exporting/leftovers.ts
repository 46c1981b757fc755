import { once } from '../../lib/once';
import { removePath } from '../../lib/opfs';

/** Files on their way into a person's downloads. The browser does not tell when it has taken one, so that they stay while the page does. */
const FOLDER = 'exports';
const LOCK = 'quire-exports';

/** Held by every page that has written such a file. */
const hold = once(
  () =>
    new Promise<void>((held, fail) => {
      if (!navigator.locks) return held();
      navigator.locks
        .request(LOCK, { mode: 'shared' }, () => {
          held();
          return new Promise(() => {});
        })
        .catch(fail);
    }),
);

/** A new file of the private file system, for as long as this page is open. */
export async function createPlace(name: string): Promise<{ to: 'device'; path: string }> {
  await hold();
  return { to: 'device', path: `${FOLDER}/${crypto.randomUUID()}/${name}` };
}

/** Removes what pages before have left, unless one of them is still open. */
export async function clearLeftovers(): Promise<void> {
  await navigator.locks?.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await removePath(FOLDER, { tries: 1 }).catch(() => {});
  });
}
