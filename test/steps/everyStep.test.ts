import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../src/lib/problem';
import { findStep, stepKinds } from '../../src/steps/catalog';
import type { Fields, Loose } from '../../src/steps/field';
import { mapSettings, toSettings } from '../../src/steps/settings';
import { allExamples } from './examples/all';
import { columns, createTables, hostile, toHostile } from './examples/tables';
import { createKitchen } from './kitchen';

const each = Object.entries(allExamples).flatMap(([step, specs]) =>
  specs.map((spec, at) => ({ label: `${step} ${at + 1}`, spec: { ...spec, step } })),
);

describe('every step', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    createTables(kitchen);
  }, 60_000);

  it('has an example', () => {
    expect(stepKinds.map(({ step }) => step).filter((step) => !allExamples[step])).toEqual([]);
  });

  describe.each(each)('$label', ({ spec }) => {
    const { fields, task } = findStep(spec.step)!;
    let first: ReturnType<typeof kitchen.run> | undefined;
    const runOnce = () => (first ??= kitchen.run('people', [spec]));

    it('gives the same rows each time', async () => {
      const { rows } = await runOnce();
      expect((await kitchen.run('people', [spec])).rows).toEqual(rows);
    });

    it('says truly what columns it gives, and whether its rows stay', async () => {
      const { links, columns: given } = await runOnce();
      const { made } = links[0]!;
      expect(made!.columns ?? given).toEqual(given);
      const hasIds = given.some(({ name }) => name === 'id') && !made!.changes?.includes('id');
      if (made!.sameRows && hasIds)
        expect(kitchen.rows(`SELECT id FROM (${made!.sql})`)).toEqual(kitchen.rows('SELECT id FROM people'));
    });

    it.each(['nobody', 'blank', 'one'])('takes the table %s', async (table) => {
      const outcome: unknown = await kitchen.run(table, [spec]).catch((error: unknown) => error);
      // of too little nothing can be computed, which is said
      if (task && outcome instanceof Problem) expect(outcome.code).toBe('analysis-misfit');
      else expect(outcome).toHaveProperty('rows');
    });

    it('takes hostile names', async () => {
      const settings = toHostileSettings(fields, toSettings(fields, spec));
      const named = await kitchen.run(hostile.table, [{ ...settings, step: spec.step }]);
      const plain = await runOnce();
      expect(named.rows.length).toBe(plain.rows.length);
      expect(named.columns.map(({ type }) => type)).toEqual(plain.columns.map(({ type }) => type));
    });
  });
});

function toHostileSettings(fields: Fields, settings: Loose): Loose {
  return mapSettings(fields, settings, (value, { kind }) => {
    if (kind === 'column') return toHostile(value as string);
    if (kind === 'columns') return (value as string[]).map(toHostile);
    if (kind === 'table') return value === 'people' ? hostile.table : value;
    if (kind !== 'expression' && kind !== 'query') return value;
    return columns.reduce(
      (sql, name) => sql.replaceAll(`"${name}"`, `"${toHostile(name).replaceAll('"', '""')}"`),
      value as string,
    );
  });
}
