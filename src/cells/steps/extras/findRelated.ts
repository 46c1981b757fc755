import { toPlain } from '../../../sql/name';
import type { ModelTable } from '../../../steps/model/keys';
import { findCandidateKeys } from '../../../steps/model/keys';
import type { Relation } from '../../../steps/model/relations';
import { findRelationsFrom } from '../../../steps/model/relations';
import type { StepContext } from '../../../steps/step';
import type { HereAsk } from './extra';

/** What the rows before a step name in other tables; nothing where the engine refuses to look. */
export async function findRelated(
  { from, columns }: StepContext,
  others: readonly ModelTable[],
  ask: HereAsk,
): Promise<Relation[]> {
  const askOne = async (sql: string) => ({ columns: [], values: await ask(sql) });
  try {
    const shape = await findCandidateKeys({ name: toPlain(from), columns }, askOne);
    return await findRelationsFrom(shape, others, askOne);
  } catch {
    return [];
  }
}
