import { tableFromIPC } from 'apache-arrow';
import { findFormat } from '../../../src/export/formats/catalog';
import type { TableOut } from '../../../src/export/formats/format';
import { writers } from '../../../src/export/formats/writers';
import { quoteName } from '../../../src/sql/quote';
import { toSettings } from '../../../src/steps/settings';
import type { createDuck } from '../../run/duck';

export type Duck = Awaited<ReturnType<typeof createDuck>>;

/** A table of the engine, in batches as small as it has them. */
export function toTableOut(duck: Duck, query: string, format: string, name = 't'): TableOut {
  const { columns } = duck.create(name, query);
  const { plan } = findFormat(format);
  const selected = columns.map((column) => {
    const cast = plan(column);
    const quoted = quoteName(column.name);
    return cast === undefined ? quoted : `CAST(${quoted} AS ${cast}) AS ${quoted}`;
  });
  const stream = duck.stream(`SELECT ${selected.join(', ')} FROM ${quoteName(name)}`);
  const table = tableFromIPC(stream);
  return { name, columns, rows: table.numRows, batches: () => toAsync([table]) };
}

async function* toAsync<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

export async function write(
  tables: readonly TableOut[],
  format: string,
  settings: Record<string, unknown> = {},
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await writers[format]!(tables, {
    settings: toSettings(findFormat(format).fields, settings) as never,
    push: (bytes) => void pieces.push(bytes),
    words: { lang: 'en' },
  });
  return new Blob(pieces);
}

export async function writeText(
  duck: Duck,
  query: string,
  format: string,
  settings: Record<string, unknown> = {},
): Promise<string> {
  const bytes = await (await write([toTableOut(duck, query, format)], format, settings)).bytes();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Columns in which two tables of the engine differ, row by row. */
export function findDifferences(duck: Duck, a: string, b: string, names: readonly string[]): string[] {
  return names.filter((name) => {
    const column = quoteName(name);
    const sql = `SELECT count(*) FROM ${a} POSITIONAL JOIN ${b} WHERE ${a}.${column} IS DISTINCT FROM ${b}.${column}`;
    return (duck.query(sql).getChildAt(0)!.get(0) as bigint) !== 0n;
  });
}
