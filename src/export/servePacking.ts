/** What is to be packed, and where it goes. */
export interface PackRequest {
  readable: ReadableStream<BufferSource>;
  writable: WritableStream<Uint8Array<ArrayBuffer>>;
}

export function servePacking(): void {
  self.addEventListener('message', ({ data }: MessageEvent<PackRequest>) => {
    // what goes wrong goes through the streams
    void data.readable
      .pipeThrough(new CompressionStream('gzip'))
      .pipeTo(data.writable)
      .catch(() => {});
  });
}
