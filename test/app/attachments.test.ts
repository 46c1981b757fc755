import { expect, test } from 'vitest';
import { createAttachments } from '../../src/app/attachments';
import type { Engine, TableFiles } from '../../src/engine/engine';

const part = (path: string) => ({ path, rows: 3, rejected: 0, unread: 0 });
const table: TableFiles = { id: 'a1', name: 'tea', columns: [], parts: [part('a1/0.duckdb')] };
const longer: TableFiles = { ...table, parts: [...table.parts, part('a1/1.duckdb')] };

function createEngine() {
  const said: string[] = [];
  let isBroken = false;
  const engine = {
    attach: async ({ name, parts }: TableFiles) => {
      said.push(`attach ${name} ${parts.length}`);
      if (isBroken) throw new Error('broken');
    },
    detach: async (id: string) => void said.push(`detach ${id}`),
    rename: async (_id: string, name: string) => void said.push(`rename ${name}`),
  } as unknown as Engine;
  return { said, attachments: createAttachments(engine), setBroken: (is: boolean) => (isBroken = is) };
}

test('a table is attached once, and renamed where its name is another', async () => {
  const { said, attachments } = createEngine();
  await Promise.all([attachments.attach(table), attachments.attach({ ...table })]);
  await attachments.attach({ ...table, name: 'milk' });
  expect(said).toEqual(['attach tea 1', 'rename milk']);
});

test('a table whose rows lie elsewhere now is attached anew, after what was begun before', async () => {
  const { said, attachments } = createEngine();
  await Promise.all([
    attachments.attach(table),
    attachments.attach({ ...longer, name: 'milk' }),
    attachments.attach({ ...longer, name: 'milk' }),
  ]);
  expect(said).toEqual(['attach tea 1', 'detach a1', 'attach milk 2']);
});

test('what could not be attached is tried again when it is asked for again', async () => {
  const { said, attachments, setBroken } = createEngine();
  setBroken(true);
  await expect(attachments.attach(table)).rejects.toThrow('broken');
  setBroken(false);
  await attachments.attach(table);
  expect(said).toEqual(['attach tea 1', 'attach tea 1']);
});
