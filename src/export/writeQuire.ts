import type { WorkbookJson } from '../workbook/serialize';
import type { DataChoice, Manifest } from './manifest';
import { appVersion, fileFormat } from './manifest';
import type { WrittenPart } from './part';
import { toJsonPart } from './part';
import type { SealOptions } from './seal';
import { seal } from './seal';
import type { TableToWrite, WriteTableOptions } from './writeTable';
import { writeTable } from './writeTable';
import { toZip } from './zip';

/** Everything that a `.quire` file is made of, but the rows. */
export interface QuireSpec {
  workbook: WorkbookJson;
  data: DataChoice;
  tables: TableToWrite[];
  passphrase?: string;
}

export interface WriteOptions {
  /** Reads rows of the table of a number. */
  read: (
    table: number,
    request: Parameters<WriteTableOptions['read']>[0],
  ) => ReturnType<WriteTableOptions['read']>;
  signal?: AbortSignal;
  /** Told which share of the work is done. */
  onProgress?: (share: number) => void;
  now?: Date;
  sealing?: SealOptions;
}

/** Sealing takes about a tenth of the time of writing. */
const WRITING = 0.9;

export async function writeQuire(
  { workbook, data, tables, passphrase }: QuireSpec,
  { read, signal, onProgress = () => {}, now = new Date(), sealing }: WriteOptions,
): Promise<Blob> {
  const secret = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  const parts: WrittenPart[] = [toJsonPart('workbook.json', workbook, { kind: 'workbook' })];
  let done = 0;
  const onRows = (rows: number) => onProgress((WRITING * (done += rows)) / all);
  for (const [table, source] of tables.entries()) {
    const options = { table, read: (request: Parameters<typeof read>[1]) => read(table, request), secret };
    parts.push(...(await writeTable(source, { ...options, signal, onRows })));
  }
  const manifest: Manifest = {
    quire: fileFormat,
    app: appVersion,
    created: now.toISOString(),
    title: workbook.title,
    data: tables.length > 0 ? data : 'none',
    contents: parts.map(({ content }) => content),
  };
  // its own entry in the list of contents would have to hold its own sum
  const first = toJsonPart('manifest.json', manifest, { kind: 'workbook' });
  const zip = await toZip(
    [first, ...parts].map(({ part }) => part),
    { date: now },
  );
  if (passphrase === undefined) return zip;
  const onSealed = (share: number) => onProgress(WRITING + (1 - WRITING) * share);
  return seal(zip, passphrase, { ...sealing, signal, onProgress: onSealed });
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
