import { createHash } from 'node:crypto';
import { isDeepStrictEqual as equals } from 'node:util';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataType } from 'apache-arrow';
import { DataType as Types, TimeUnit } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { fromParquet } from '../../../src/import/parquet/fromParquet';
import { Problem } from '../../../src/lib/problem';
import { findCorpus } from '../../corpora';
import { readBatches } from '../readBatches';

const folder = findCorpus('parquet-testing');

interface Answer {
  rows?: number;
  first5?: unknown[];
  error?: string;
}

const answers = folder
  ? (JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Record<
      string,
      { pyarrow: Answer; duckdb: Answer }
    >)
  : {};
const present = Object.keys(answers).filter((name) => existsSync(path.join(folder!, name)));
/** A map whose keys are texts of a gigabyte each. */
const TOO_LARGE = 'data/large_string_map.brotli.parquet';
/** Broken on purpose, and only one of the two readers takes them. */
const isDoubtful = (name: string) => name.startsWith('bad_data/');

async function read(name: string) {
  const table = await fromParquet(new Blob([readFileSync(path.join(folder!, name))]), { file: name });
  const batches = await readBatches(table);
  const rows = batches.flatMap((batch) =>
    Array.from({ length: batch.numRows }, (_, row) =>
      batch.schema.fields.map(({ type }, at) => {
        const column = batch.getChildAt(at)!;
        // Arrow makes milliseconds of them, which may be too many
        const isMoment = Types.isTimestamp(type) && column.isValid(row);
        return isMoment
          ? toMoment(column.data[0]!.values[row] as bigint, type.unit)
          : toAnswer(column.get(row), type as DataType);
      }),
    ),
  );
  return { table, rows };
}

describe.skipIf(!folder)('parquet-testing (skipped where the corpora are absent)', () => {
  const isReadable = (name: string) =>
    answers[name]!.pyarrow.first5 !== undefined || answers[name]!.duckdb.first5 !== undefined;
  const readable = present.filter((name) => isReadable(name) && name !== TOO_LARGE && !isDoubtful(name));

  test.each(readable)('%s has the values that others read', async (name) => {
    const { pyarrow, duckdb } = answers[name]!;
    const { table, rows } = await read(name);
    expect(rows.length).toBe(pyarrow.rows ?? duckdb.rows);
    expect(table.rows).toBe(rows.length);
    const first = rows.slice(0, 5);
    const fromDuckdb = (duckdb.first5 as unknown[][] | undefined)?.map((row) => row.map(toCommon));
    const fromPyarrow = (pyarrow.first5 as Record<string, unknown>[] | undefined)?.map((row) =>
      Object.values(row).map(toCommon),
    );
    // where they differ, as in the range of a date, one of them is right
    const ours = [
      first.map((row) => row.map(toCommon)),
      first.map((row) => row.map(toObjects).map(toCommon)),
    ];
    const expected = [fromPyarrow, fromDuckdb].filter((rows) => rows !== undefined);
    const isEqual = expected.some((theirs) => ours.some((own) => equals(own, theirs)));
    expect(isEqual ? expected[0] : ours[0]).toEqual(expected[0]);
  });

  test('a value of a gigabyte is refused in words', async () => {
    await expect(read(TOO_LARGE)).rejects.toMatchObject({ code: 'parquet-unsupported' });
  });

  const encrypted = folder
    ? readdirSync(path.join(folder, 'data'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.parquet.encrypted'),
      )
    : [];

  test.each(encrypted)('%s is told to be encrypted', async (name) => {
    await expect(read(`data/${name}`)).rejects.toMatchObject({ code: 'parquet-encrypted' });
  });

  test.each(present.filter((name) => isDoubtful(name)))('%s is read or refused in words', async (name) => {
    const outcome = await read(name).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
    else expect(outcome).toHaveProperty('rows');
  });
});

/** A value in the form of the answers. */
function toAnswer(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (Types.isList(type))
    return [...(value as Iterable<unknown>)].map((item) => toAnswer(item, type.valueType));
  if (Types.isStruct(type)) {
    return Object.fromEntries(
      type.children.map(({ name, type: inner }) => [
        name,
        toAnswer((value as Record<string, unknown>)[name], inner as DataType),
      ]),
    );
  }
  if (Types.isMap(type)) {
    return new Entries(
      ...[...(value as Iterable<[unknown, unknown]>)].map(([key, item]) => [
        toAnswer(key, type.keyType),
        toAnswer(item, type.valueType),
      ]),
    );
  }
  if (Types.isBinary(type)) return { hex: Buffer.from(value as Uint8Array).toString('hex') };
  if (Types.isDecimal(type)) return { decimal: toDecimal(value as Uint32Array, type.scale) };
  if (Types.isTimestamp(type))
    return toMoment(BigInt(Math.round((value as number) * 1000)), TimeUnit.MICROSECOND);
  if (Types.isDate(type)) return { iso: new Date(value as number).toISOString().slice(0, 10) };
  return value;
}

function toMoment(value: bigint, unit: TimeUnit): unknown {
  const perMilli = unit === TimeUnit.NANOSECOND ? 1_000_000n : 1000n;
  const rest = ((value % perMilli) + perMilli) % perMilli;
  const millis = Number((value - rest) / perMilli);
  // further than JavaScript's dates go
  if (Math.abs(millis) > 8.64e15) return String(value);
  const fraction = String(rest).padStart(String(perMilli).length - 1, '0');
  const iso = new Date(millis).toISOString();
  if (iso.startsWith('+'))
    return iso
      .replace(/^\+0*/, '')
      .replace('T', ' ')
      .replace(/\.000Z$/, '');
  return { iso: `${iso.slice(0, -1)}${fraction}` };
}

/** A map: pyarrow writes it as pairs, DuckDB as an object. */
class Entries extends Array<unknown> {}

function toObjects(value: unknown): unknown {
  if (value instanceof Entries) {
    return Object.fromEntries(
      [...value].map((pair) => (pair as [string, unknown]).map(toObjects) as [string, unknown]),
    );
  }
  if (Array.isArray(value)) return [...(value as unknown[])].map(toObjects);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toObjects(item)]));
}

function toDecimal(words: Uint32Array, scale: number): string {
  const value = BigInt.asIntN(
    128,
    words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
  );
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** One form for what pyarrow, DuckDB and Arrow write differently. */
function toCommon(value: unknown): unknown {
  if (typeof value === 'bigint') return toCommon(Number(value));
  if (typeof value === 'number') return Number.isNaN(value) ? 'nan' : Number(value.toPrecision(15)) + 0;
  if (typeof value === 'string' && value.length > 100) {
    return { len: [...value].length, sha1: createHash('sha1').update(value).digest('hex') };
  }
  if (Array.isArray(value)) return Array.from(value as unknown[], toCommon);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if ('iso' in value)
    return {
      iso: String(value.iso)
        .replace(/(\.\d*?)0*$/, '$1')
        .replace(/\.$/, ''),
    };
  if ('hex' in value) return { hex: String(value.hex).slice(0, 200) };
  return Object.fromEntries(entries.map(([key, item]) => [key, toCommon(item)]));
}
