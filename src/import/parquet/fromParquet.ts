import type { Schema } from 'apache-arrow';
import { makeData, RecordBatch, Struct } from 'apache-arrow';
import { parquetMetadataAsync, parquetSchema } from 'hyparquet';
import type { ColumnMetaData, FileMetaData, RowGroup } from 'hyparquet/src/types.js';
import { Problem } from '../../lib/problem';
import type { BatchNote, BatchOptions, BatchTable } from '../batches';
import { toBatchSchema } from '../batches';
import { toNames } from '../names';
import { createColumn } from './column';
import type { LeafType } from './leafType';
import { toLeafType } from './leafType';
import { nest, toNodeType } from './nest';
import { createDamaged, createUnsupported, toParquetProblem } from './problems';
import type { Leaf, Node } from './schema';
import { findLeaves, toNodes } from './schema';
import type { Losses } from './sinks';

const MOST_ROWS = 122_880;
const MOST_BYTES = 2 ** 25;

/** Reads the footer of a Parquet file; the batches read its columns. `file` is the name for the words of a problem. */
export async function fromParquet(
  blob: Blob,
  { file }: { file: string },
): Promise<BatchTable & { rows: number }> {
  try {
    const metadata = await readMetadata(blob);
    const nodes = toNodes(parquetSchema(metadata));
    const leaves = nodes.flatMap(findLeaves);
    const types = new Map(leaves.map((leaf) => [leaf, toLeafType(leaf.element)]));
    const names = toNames(nodes.map(({ name }) => name));
    const nodeTypes = nodes.map((node) => toNodeType(node, (leaf) => types.get(leaf)!));
    const shape = toBatchSchema(
      nodeTypes.map(({ arrow, duckType }, k) => ({ name: names[k]!, type: arrow, duckType })),
    );
    const notes = findNotes(nodes, names, types);
    const source = { blob, metadata, nodes, names, types, schema: shape.schema, notes };
    return {
      ...shape,
      rows: countRows(metadata),
      notes,
      async *batches(options) {
        try {
          yield* readBatches(source, options);
        } catch (error) {
          throw toParquetProblem(error, file);
        }
      },
    };
  } catch (error) {
    throw toParquetProblem(error, file);
  }
}

async function readMetadata(blob: Blob): Promise<FileMetaData> {
  const end = await blob.slice(-4).text();
  if (end === 'PARE') throw new Problem('parquet-encrypted');
  const metadata = await parquetMetadataAsync(
    { byteLength: blob.size, slice: (from, to) => blob.slice(from, to).arrayBuffer() },
    { geoparquet: false },
  );
  for (const { columns, num_rows: rows } of metadata.row_groups) {
    if (!(rows >= 0)) throw createDamaged(`${rows} rows`);
    for (const column of columns) {
      if (column.crypto_metadata || column.encrypted_column_metadata) throw new Problem('parquet-encrypted');
      if (column.file_path) throw createUnsupported(`columns in another file: ${column.file_path}`);
    }
  }
  return metadata;
}

interface Source {
  blob: Blob;
  metadata: FileMetaData;
  nodes: Node[];
  names: string[];
  types: Map<Leaf, LeafType>;
  schema: Schema;
  notes: BatchNote[];
}

async function* readBatches(
  source: Source,
  { signal, onProgress }: BatchOptions,
): AsyncGenerator<RecordBatch> {
  const { blob, metadata, nodes, schema, types } = source;
  const lost = new Map<Leaf, Losses>([...types.keys()].map((leaf) => [leaf, { nanoseconds: 0, badText: 0 }]));
  const total = countRows(metadata);
  const struct = new Struct(schema.fields);
  let done = 0;
  for (const group of metadata.row_groups) {
    const room = toBatchRows(group);
    const columns = openColumns(source, group, room, lost);
    for (let left = Number(group.num_rows); left > 0;) {
      signal.throwIfAborted();
      const count = Math.min(left, room);
      const rows = new Map(
        await Promise.all(
          [...columns].map(async ([leaf, column]) => [leaf, await column.read(count)] as const),
        ),
      );
      const children = nodes.map((node, k) => nest(node, schema.fields[k]!.type, (leaf) => rows.get(leaf)!));
      if (children.some(({ length }) => length !== count))
        throw createDamaged('columns of different lengths');
      yield new RecordBatch(schema, makeData({ type: struct, length: count, children }));
      left -= count;
      done += count;
      onProgress(Math.round((blob.size * done) / total));
    }
  }
  noteLosses(source, lost);
}

function openColumns({ blob, nodes, types }: Source, group: RowGroup, room: number, lost: Map<Leaf, Losses>) {
  const chunks = new Map<string, ColumnMetaData>();
  for (const { meta_data: chunk } of group.columns) if (chunk) chunks.set(toKey(chunk.path_in_schema), chunk);
  return new Map(
    nodes.flatMap(findLeaves).map((leaf) => {
      const chunk = chunks.get(toKey(leaf.path));
      if (!chunk) throw createDamaged(`no column: ${leaf.path.join('.')}`);
      if (chunk.type !== leaf.element.type)
        throw createDamaged(`a column of another type: ${leaf.path.join('.')}`);
      const options = { file: blob, chunk, type: types.get(leaf)!, room, losses: lost.get(leaf)! };
      return [leaf, createColumn(leaf, options)];
    }),
  );
}

/** The number that the file gives for the whole is not always right. */
function countRows({ row_groups: groups }: FileMetaData): number {
  return groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
}

/** Names may hold dots. */
function toKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** As many rows as take some megabytes, so that wide ones fit in memory too. */
function toBatchRows({ columns, num_rows: rows }: RowGroup): number {
  const bytes = columns.reduce(
    (sum, { meta_data: chunk }) => sum + Number(chunk?.total_uncompressed_size ?? 0),
    0,
  );
  const fitting = Math.floor((MOST_BYTES * Number(rows)) / Math.max(bytes, 1));
  return Math.max(1, Math.min(MOST_ROWS, fitting, Number(rows)));
}

function findNotes(
  nodes: readonly Node[],
  names: readonly string[],
  types: Map<Leaf, LeafType>,
): BatchNote[] {
  return nodes.flatMap((node, k) => {
    const name = names[k]!;
    const renamed: BatchNote[] =
      node.name === name ? [] : [{ kind: 'renamed', column: name, example: node.name }];
    const isText = findLeaves(node).some((leaf) => types.get(leaf)!.change === 'decimal-text');
    return isText ? [...renamed, { kind: 'as-text', column: name }] : renamed;
  });
}

/** Tells what was lost in this reading, in place of what an earlier one said. */
function noteLosses({ nodes, names, notes }: Source, lost: Map<Leaf, Losses>): void {
  const kept = notes.filter(({ kind }) => kind !== 'nanoseconds' && kind !== 'bad-text');
  nodes.forEach((node, k) => {
    const column = names[k]!;
    const losses = findLeaves(node).map((leaf) => lost.get(leaf)!);
    const nanoseconds = losses.reduce((sum, loss) => sum + loss.nanoseconds, 0);
    const badText = losses.reduce((sum, loss) => sum + loss.badText, 0);
    if (nanoseconds > 0) kept.push({ kind: 'nanoseconds', column, count: nanoseconds });
    if (badText > 0) kept.push({ kind: 'bad-text', column, count: badText });
  });
  notes.splice(0, notes.length, ...kept);
}
