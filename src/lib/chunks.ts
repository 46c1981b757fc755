/**
 * The bytes of a blob in pieces, so that neither memory nor the thread is held by a large file. The next piece is read while
 * the caller works on one.
 */
export async function* readChunks(blob: Blob, size = 4 * 2 ** 20): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = (at: number) => (at < blob.size ? blob.slice(at, at + size).arrayBuffer() : undefined);
  let next = read(0);
  for (let at = size; next; at += size) {
    const piece = await next;
    next = read(at);
    next?.catch(() => {});
    yield new Uint8Array(piece);
  }
}
