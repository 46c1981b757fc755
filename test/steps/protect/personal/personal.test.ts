import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPersonal, toQuestion } from '../../../../src/steps/protect/personal/personal';
import { quoteName, quoteText } from '../../../../src/sql/quote';
import { createKitchen } from '../../kitchen';
import { createLabelled } from './labelled';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));

/** What of the sample files is about people, by file and column. */
const inSamples = [
  'customers.name name',
  'customers.phone phone',
  'customers.email email',
  'customers.postcode postcode',
  'customers.sales_rep name',
  'orders.sales_rep name',
  'contacts.sales_rep name',
  'tickets.agent name',
  'tickets.text phone',
];

describe('personal data', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  const find = async (table: string, sql: string) => {
    const { columns } = kitchen.create(table, sql);
    return findPersonal(table, columns, { ask: kitchen.ask });
  };
  const one = async (name: string, values: string) =>
    (await find('t', `SELECT * FROM (VALUES ${values}) AS t(${quoteName(name)})`))[0];

  it('is found in the samples, and nothing else is', async () => {
    const found: string[] = [];
    for (const file of readdirSync(SAMPLES).filter((name) => name.endsWith('.csv'))) {
      const table = file.replace('.csv', '');
      const columns = await find(
        table,
        `SELECT * FROM read_csv(${quoteText(SAMPLES + file)}, all_varchar = true, header = true)`,
      );
      found.push(...columns.map(({ column, kind }) => `${table}.${column} ${kind}`));
    }
    expect(found.sort()).toEqual([...inSamples].sort());
  }, 60_000);

  it.each([1, 2])(
    'is found in at least 95 of 100 columns of a labelled set, and in few others: seed %i',
    async (seed) => {
      const labelled = createLabelled(seed);
      expect(labelled.length).toBeGreaterThanOrEqual(120);
      const columns = labelled.map(({ name, values }) => {
        const list = values.map((value) => (value === null ? 'NULL' : quoteText(value))).join(', ');
        return `unnest(CAST([${list}] AS VARCHAR[])) AS ${quoteName(name)}`;
      });
      const found = new Map(
        (await find('labelled', `SELECT ${columns.join(', ')}`)).map((it) => [it.column, it]),
      );
      const personal = labelled.filter(({ is }) => is);
      const right = personal.filter(({ name }) => found.has(name));
      const missed = personal.filter(({ name }) => !found.has(name)).map(({ name, is }) => `${name} (${is})`);
      const wrong = labelled.filter(({ name, is }) => !is && found.has(name));
      const kinds = personal.filter(({ name, is }) => found.get(name)?.kind === is);
      const recall = right.length / personal.length;
      const precision = right.length / (right.length + wrong.length);
      console.info(
        `personal data: ${labelled.length} columns, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, kind right ${kinds.length} of ${right.length}`,
        {
          missed,
          wrong: wrong.map(({ name }) => `${name} → ${found.get(name)!.kind}`),
          otherKind: right
            .filter((it) => !kinds.includes(it))
            .map(({ name, is }) => `${name} (${is}) → ${found.get(name)!.kind}`),
        },
      );
      expect(recall).toBeGreaterThanOrEqual(0.95);
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(kinds.length / right.length).toBeGreaterThanOrEqual(0.95);
    },
    60_000,
  );

  it('says by what a column was found, and how many of its values speak for it', async () => {
    const phones = `('13812345678'), ('15987654321'), ('18600001111'), ('17611112222'), (NULL)`;
    expect(await one('phone', phones)).toMatchObject({ kind: 'phone', why: 'both', count: 4, looked: 4 });
    expect(await one('f4', phones)).toMatchObject({ kind: 'phone', why: 'values' });
    expect((await one('phone', phones))!.score).toBeGreaterThan((await one('f4', phones))!.score);
  });

  it('is expected of an empty column that says it holds such data', async () => {
    expect(await one('email', '(CAST(NULL AS VARCHAR))')).toMatchObject({
      kind: 'email',
      why: 'name',
      score: 0.5,
    });
    expect(await one('city', '(CAST(NULL AS VARCHAR))')).toBeUndefined();
  });

  it('takes no numbers of devices for cards, and no flowers for people', async () => {
    expect(await one('imei', `('356938035643809'), ('490154203237518')`)).toBeUndefined();
    expect(await one('flower', `('Rose'), ('Lily'), ('Daisy'), ('Iris')`)).toBeUndefined();
    expect(await one('ФИО', `('Иванов Иван'), ('Петров Пётр'), ('Сидорова Анна')`)).toMatchObject({
      kind: 'name',
    });
  });

  it('takes numbers and dates', async () => {
    expect(await one('手机', `(13812345678), (15987654321)`)).toMatchObject({ kind: 'phone' });
    expect(await one('birthday', `(DATE '1980-01-01')`)).toMatchObject({ kind: 'birthDate' });
    expect(await one('ordered_at', `(DATE '1980-01-01')`)).toBeUndefined();
  });

  it('asks for one row, whatever the columns are called', async () => {
    const name = `o'clock "; DROP TABLE t; --`;
    await find('t', `SELECT 1 AS ${quoteName(name)}, [1] AS l, 1.5 AS d`);
    expect(kitchen.rows(toQuestion('t', [{ name, type: 'INTEGER' }], 10))).toHaveLength(1);
  });
});
