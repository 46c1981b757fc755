import { Problem } from '../../lib/problem';

const LARGE = 512 * 2 ** 20;
/** Deflate packs 1,032 to 1 at most; logs and exports, which repeat themselves a lot, seldom reach 100 to 1. */
const RATIO = 200;

export interface LimitOptions {
  /** The name that a person is told. */
  name: string;
  packedBytes: number;
  /** The most that may come out; by itself, all that is not both large and packed out of all proportion. */
  maxBytes?: number | undefined;
}

/** Refuses what would be too large when unpacked, as told or as it comes out. */
export function checkUnpacked(bytes: number, { name, packedBytes, maxBytes }: LimitOptions): void {
  const limit = maxBytes ?? Math.max(LARGE, RATIO * packedBytes);
  if (bytes <= limit) return;
  throw new Problem('archive-too-large', { params: { file: name, limit: Math.floor(limit / 2 ** 20) } });
}

/** The name of a file, for a person; nothing where it is a mere blob. */
export function toFileName(file: Blob): string {
  return file instanceof File ? file.name : '';
}
