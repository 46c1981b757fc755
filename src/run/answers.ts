import type { Ask } from '../workbook/plan';

const MOST = 500;

/**
 * Answers that hold for as long as the rows they are about: what a result or a source holds never changes under its version, so
 * that the same question about the same versions needs no asking. Those asked longest ago are forgotten.
 */
export function createAnswers(most = MOST) {
  const known = new Map<string, Awaited<ReturnType<Ask>>>();

  return (versions: readonly string[], ask: Ask): Ask =>
    async (sql, values) => {
      const key = JSON.stringify([versions, sql, values]);
      const answer = known.get(key) ?? (await ask(sql, values));
      known.delete(key);
      known.set(key, answer);
      if (known.size > most) known.delete(known.keys().next().value!);
      return answer;
    };
}
