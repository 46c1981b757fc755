import type { ImportOptions } from '../../import/options';
import { toSourceName } from '../../import/name';
import type { ContentKind } from '../../import/pack/kind';
import { findKind } from '../../import/pack/kind';
import { gunzip } from '../../import/pack/gzip';
import { HEAD_BYTES, maybeGzipBytes, maybeGzipHead, maybeHead } from '../../import/pack/head';
import { readStream, toBlob } from '../../import/pack/stream';
import type { ZipEntry } from '../../import/pack/zip';
import { openEntry, readDirectory } from '../../import/pack/zip';
import { Problem } from '../../lib/problem';

type Readable =
  | Exclude<
      ContentKind,
      { kind: 'foreign' } | { kind: 'empty' | 'text' | 'gzip' | 'zip' | 'parquet' | 'duckdb' }
    >
  | { kind: 'text' | 'parquet' | 'duckdb' };

/** A file that tables are read from: the one that was given, or one that was packed in it. */
export interface Input {
  file: File;
  /** A name for its table. */
  name: string;
  kind: Readable;
  /** Its path in the archive. */
  member?: string;
  /** Only its start was unpacked. */
  isPart?: boolean;
  /** How large it is whole, as far as the archive says. */
  bytes?: number;
}

/** What is put beside data for people to read. */
const NOTES = /(^|\/)(readme|licen[sc]e|changelog)\b[^/]*$|\.(md|pdf|docx?|png|jpe?g|gif|svg)$/i;

/** Each becomes a table of its own, with an engine that writes it. */
const MOST_MEMBERS = 1000;

/** An archive in an archive is opened, one within that is not. */
const DEEPEST = 2;

interface OpenOptions {
  signal: AbortSignal;
  /** For a look: of a large text its start is enough. */
  heads?: boolean;
  depth?: number;
}

/** What lies in a file, unpacked. Files of an archive that can't be read are left out, unless they were asked for or are all. */
export async function openInputs(
  file: File,
  options: Pick<ImportOptions, 'members'>,
  opening: OpenOptions,
): Promise<Input[]> {
  const { signal, heads = false, depth = 0 } = opening;
  const kind = await findKind(file);
  switch (kind.kind) {
    case 'empty':
      throw new Problem('file-empty', { params: { file: file.name } });
    case 'foreign':
      throw new Problem(kind.name === '?' ? 'file-unknown' : 'file-not-text', {
        params: { file: file.name, kind: kind.name },
      });
    case 'gzip': {
      const name = file.name.replace(/\.gz$/i, '');
      const part = heads && (await toPart(await maybeGzipHead(file, { signal }), file, name));
      const bytes = part && (await maybeGzipBytes(file));
      if (part) return [bytes && bytes > part.file.size ? { ...part, bytes } : part];
      const blob = await gunzip(file, { name: file.name, signal });
      return openInputs(toInnerFile(blob, file, name), options, opening);
    }
    case 'zip': {
      if (depth >= DEEPEST) throw new Problem('file-not-text', { params: { file: file.name, kind: 'ZIP' } });
      return openArchive(file, options, opening);
    }
    case 'text':
    case 'parquet':
    case 'duckdb':
      return [{ file, name: toSourceName(file.name), kind: { kind: kind.kind } }];
    default:
      return [{ file, name: toSourceName(file.name), kind }];
  }
}

async function openArchive(
  file: File,
  { members }: Pick<ImportOptions, 'members'>,
  opening: OpenOptions,
): Promise<Input[]> {
  const { signal, heads = false, depth = 0 } = opening;
  const entries = await readDirectory(file);
  const wanted = entries.filter(({ path }) => (members ? isWanted(members, path) : !NOTES.test(path)));
  if (wanted.length === 0) throw new Problem('file-no-tables', { params: { file: file.name } });
  if (wanted.length > MOST_MEMBERS) {
    const params = { file: file.name, count: wanted.length, limit: MOST_MEMBERS };
    throw new Problem('archive-too-many', { params });
  }
  const inputs: Input[] = [];
  let refused: unknown;
  for (const entry of wanted) {
    signal.throwIfAborted();
    try {
      const name = entry.path.replace(/^.*\//, '');
      const head =
        heads && entry.bytes > HEAD_BYTES && (await maybeHead(await openEntry(file, entry), { signal }));
      const part = head && (await toPart(head, file, name));
      const found = part
        ? [{ ...part, bytes: Math.max(entry.bytes, part.file.size) }]
        : await openInputs(await unpack(file, entry, signal), toInner(members, entry.path), {
            ...opening,
            depth: depth + 1,
          });
      inputs.push(
        ...found.map((input) => ({
          ...input,
          member: input.member ? `${entry.path}/${input.member}` : entry.path,
        })),
      );
    } catch (error) {
      if (!(error instanceof Problem) || members) throw error;
      refused = error;
    }
  }
  if (inputs.length === 0) throw refused;
  return inputs;
}

/** A path may go on within an archive in the archive. */
function isWanted(members: readonly string[], path: string): boolean {
  return members.some((member) => member === path || member.startsWith(`${path}/`));
}

function toInner(members: readonly string[] | undefined, path: string): Pick<ImportOptions, 'members'> {
  const inner = members?.filter((member) => member.startsWith(`${path}/`)) ?? [];
  return inner.length > 0 ? { members: inner.map((member) => member.slice(path.length + 1)) } : {};
}

async function unpack(file: File, entry: ZipEntry, signal: AbortSignal): Promise<File> {
  const stream = await openEntry(file, entry);
  const blob = await toBlob(readStream(stream), { signal });
  return toInnerFile(blob, file, entry.path.replace(/^.*\//, ''));
}

function toInnerFile(blob: Blob, { lastModified }: File, name: string): File {
  return new File([blob], name, { lastModified });
}

/** The start of a file as an input, where the start of such a file can be read. */
async function toPart(head: Blob | undefined, packed: File, name: string): Promise<Input | undefined> {
  if (!head) return undefined;
  const file = toInnerFile(head, packed, name);
  const kind = await findKind(file);
  if (kind.kind !== 'text' && kind.kind !== 'json') return undefined;
  const readable: Readable = kind.kind === 'json' ? kind : { kind: 'text' };
  return { file, name: toSourceName(name), kind: readable, isPart: true };
}
