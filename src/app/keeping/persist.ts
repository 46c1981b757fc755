import { t } from '../../i18n/i18n';
import { askToPersist } from '../../storage/device';
import { tell } from '../notice';
import type { Sources } from '../sources';

/** Asks the browser to keep what is stored here, and says what it answered. */
export async function persist(sources: Sources): Promise<void> {
  const isKept = await askToPersist();
  await sources.refreshUsage();
  tell({ text: () => t(isKept ? 'persist.yes' : 'persist.no') });
}
