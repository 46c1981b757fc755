import { beforeAll, describe, expect, it } from 'vitest';
import { toSql } from '../../src/steps/chain';
import { stepKinds } from '../../src/steps/catalog';
import { allExamples } from './examples/all';
import { createTables } from './examples/tables';
import { createKitchen } from './kitchen';

describe('the SQL of a step', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    createTables(kitchen);
  }, 60_000);

  it.each(stepKinds.filter(({ task }) => !task).map(({ step }) => step))('%s', async (step) => {
    const written: string[] = [];
    for (const settings of allExamples[step] ?? []) {
      const compiled = await kitchen.compile('people', [{ ...settings, step }]);
      written.push(`-- ${JSON.stringify(settings)}\n${toSql(compiled)};\n`);
    }
    await expect(written.join('\n')).toMatchFileSnapshot(`../data/steps/${step}.sql`);
  });
});
