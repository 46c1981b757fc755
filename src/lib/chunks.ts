/** The bytes of a blob in pieces, one at a time, so that neither memory nor the thread is held by a large file. */
export async function* readChunks(blob: Blob, size = 4 * 2 ** 20): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += size) {
    yield new Uint8Array(await blob.slice(at, at + size).arrayBuffer());
  }
}
