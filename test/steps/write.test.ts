import { beforeAll, describe, expect, it } from 'vitest';
import { toGrouped } from '../../src/steps/write';
import { createKitchen } from './kitchen';

describe('a column written with values of its group', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  it('stays in its row, however many groups there are', () => {
    const { columns } = kitchen.create(
      'groups',
      'SELECT range AS id, CASE WHEN range % 1000 > 0 THEN hash(range) % 200000 END AS of_group FROM range(400000)',
    );
    const { sql } = toGrouped(
      { from: '"groups"', columns },
      {
        by: ['of_group'],
        values: { least: 'min(id)' },
        write: (read) => ({ added: { least: read('least') } }),
      },
    );
    const wrong = `SELECT count(*) FROM (${sql}) AS made POSITIONAL JOIN "groups" WHERE made.id <> "groups".id`;
    expect(kitchen.rows(wrong)).toEqual([[0]]);
    expect(kitchen.rows(`SELECT count(*) FROM (${sql}) WHERE least IS NULL OR least > id`)).toEqual([[0]]);
  });
});
