import { t } from '../../i18n/i18n';
import type { SourceRecord } from '../../storage/catalog';
import { tell, tellProblem } from '../notice';
import type { Sources } from '../sources';
import { toWords } from '../words';

/** Undoes that a source was removed or replaced; it comes back to where it was. */
export async function takeBack(sources: Sources, id: string): Promise<SourceRecord | undefined> {
  try {
    const { replacedBy } = sources.state.removed.find((source) => source.id === id) ?? {};
    const source = await sources.takeBack(id);
    if (replacedBy) tell({ text: () => t('replacing.undone', { name: source.name }) });
    return source;
  } catch (error) {
    tellProblem(error, toWords);
    return undefined;
  }
}
