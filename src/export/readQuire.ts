import type { ZipEntry } from '../import/pack/zip';
import { openEntry, readDirectory } from '../import/pack/zip';
import { createBlobWriter, readStream } from '../import/pack/stream';
import { createAbort, isAbort, Problem } from '../lib/problem';
import type { Workbook } from '../workbook/document';
import type { SourceNeed } from '../workbook/serialize';
import { deserialize } from '../workbook/deserialize';
import type { Content, Manifest, TravelSource } from './manifest';
import { toManifest, toUnreadable } from './manifest';
import { isSealed, unseal } from './seal';
import { createSha256 } from './sha256';
import { checkTravelSource } from './travelSource';

/** What a `.quire` file holds, all of it checked. */
export interface QuireFile {
  manifest: Manifest;
  workbook: Workbook;
  /** What the cells read of sources, those without rows in the file too. */
  needs: SourceNeed[];
  tables: QuireTable[];
}

export interface QuireTable {
  source: TravelSource;
  rows: File;
  rejected?: Blob;
  unread?: Blob;
}

export interface ReadOptions {
  passphrase?: string;
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}

/** Far more than any list of contents or workbook takes, and little enough for memory. */
const MOST_JSON_BYTES = 64 * 2 ** 20;
const UNSEALING = 0.5;

/** Every byte of the contents is read and held against the sums before anything of it is given out. */
export async function readQuire(
  file: Blob,
  { passphrase, signal, onProgress = () => {} }: ReadOptions = {},
): Promise<QuireFile> {
  try {
    const sealed = await isSealed(file);
    if (sealed && passphrase === undefined) throw new Problem('quire-locked');
    const start = sealed ? UNSEALING : 0;
    const unsealing = { signal, onProgress: (share: number) => onProgress(start * share) };
    const zip = sealed ? await unseal(file, passphrase!, unsealing) : file;
    return await readZip(zip, signal, (share) => onProgress(start + (1 - start) * share));
  } catch (error) {
    throw isAbort(error) ? error : toQuireProblem(error);
  }
}

/** Whether a file is one of these, by its first bytes and the list of its parts. */
export async function isQuire(file: Blob): Promise<boolean> {
  if (await isSealed(file)) return true;
  if ((await file.slice(0, 4).text()) !== 'PK\u0003\u0004') return false;
  try {
    const paths = (await readDirectory(file)).map(({ path }) => path);
    return paths.includes('manifest.json') && paths.includes('workbook.json');
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function readZip(
  zip: Blob,
  signal: AbortSignal | undefined,
  onProgress: (share: number) => void,
): Promise<QuireFile> {
  const entries = new Map((await readDirectory(zip)).map((entry) => [entry.path, entry]));
  const first = entries.get('manifest.json');
  if (!first) throw toUnreadable('manifest.json');
  const manifest = toManifest(await readJson(zip, first));
  const all = manifest.contents.reduce((sum, { bytes }) => sum + bytes, 0);
  const found = new Map<Content, Blob>();
  let done = 0;
  for (const content of manifest.contents) {
    const entry = entries.get(content.path);
    if (!entry || entry.bytes !== content.bytes) throw toDamaged();
    const blob = await readChecked(zip, entry, content, signal, (bytes) => onProgress((done += bytes) / all));
    found.set(content, blob);
  }
  const pick = (kind: Content['kind'], table?: number) =>
    manifest.contents.find(
      (content) => content.kind === kind && (!('table' in content) || content.table === table),
    );
  const book = pick('workbook');
  if (!book) throw toUnreadable('workbook.json');
  const { workbook, sources } = deserialize(await toJson(found.get(book)!));
  const tables: QuireTable[] = [];
  for (const content of manifest.contents) {
    if (content.kind !== 'rows') continue;
    const told = pick('source', content.table);
    if (!told) throw toUnreadable('source');
    const source = checkTravelSource(await toJson(found.get(told)!));
    const lists = (['rejected', 'unread'] as const).flatMap((kind) => {
      const list = pick(kind, content.table);
      return list ? [[kind, found.get(list)!] as const] : [];
    });
    const rows = new File([found.get(content)!], `${source.name}.parquet`);
    tables.push({ source, rows, ...Object.fromEntries(lists) });
  }
  return { manifest, workbook, needs: sources, tables };
}

async function readChecked(
  zip: Blob,
  entry: ZipEntry,
  { sha256 }: Content,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const sha = createSha256();
  const writer = createBlobWriter();
  for await (const piece of readStream(await openEntry(zip, entry))) {
    if (signal?.aborted) throw createAbort();
    sha.push(piece);
    writer.push(piece);
    onBytes(piece.length);
  }
  // the archive's own sum is right, or the stream would have failed
  if (sha.finish() !== sha256) throw new Problem('quire-changed');
  return writer.finish();
}

async function readJson(zip: Blob, entry: ZipEntry): Promise<unknown> {
  return toJson(await new Response(await openEntry(zip, entry, { maxBytes: MOST_JSON_BYTES })).blob());
}

async function toJson(blob: Blob): Promise<unknown> {
  if (blob.size > MOST_JSON_BYTES) throw toUnreadable('size');
  try {
    return JSON.parse(await blob.text()) as unknown;
  } catch (cause) {
    throw toUnreadable('JSON', cause);
  }
}

/** A byte that is wrong can make a part look packed in another way, which none that we write is. */
const DAMAGE: readonly string[] = ['archive-damaged', 'archive-encrypted', 'archive-method'];

/** What the reader of archives says, in the words of this file. */
function toQuireProblem(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  return DAMAGE.includes(error.code) ? toDamaged(error) : error;
}

function toDamaged(cause?: unknown): Problem {
  return new Problem('quire-damaged', { cause });
}
