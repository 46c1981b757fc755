import { toCrc32 } from '../import/pack/crc32';
import { createBlobWriter } from '../import/pack/stream';
import type { Content } from './manifest';
import { createSha256 } from './sha256';
import type { ZipPart } from './zip';

export interface WrittenPart {
  content: Content;
  part: ZipPart;
}

type ContentKind<C = Content> = C extends Content ? Omit<C, 'path' | 'bytes' | 'sha256'> : never;

/** A part of the file as it comes: its bytes leave memory, and what is known of them stays. */
export function createPart(path: string) {
  const writer = createBlobWriter();
  const sha = createSha256();
  let crc = 0;
  let bytes = 0;
  return {
    push(piece: Uint8Array<ArrayBuffer>): void {
      sha.push(piece);
      crc = toCrc32(piece, crc);
      bytes += piece.length;
      writer.push(piece);
    },
    finish(kind: ContentKind, { deflate = false } = {}): WrittenPart {
      return {
        content: { path, bytes, sha256: sha.finish(), ...kind } as Content,
        part: { path, blob: writer.finish(), crc, deflate },
      };
    },
  };
}

export function toTextPart(path: string, text: string, kind: ContentKind): WrittenPart {
  const part = createPart(path);
  part.push(new TextEncoder().encode(text));
  return part.finish(kind, { deflate: true });
}

export function toJsonPart(path: string, json: unknown, kind: ContentKind): WrittenPart {
  return toTextPart(path, `${JSON.stringify(json, null, 2)}\n`, kind);
}
