const CHUNK_CHARS = 2 ** 20;

/** Lines of text as a blob, which the browser keeps outside of this worker's memory. */
export function createSpool() {
  const encoder = new TextEncoder();
  const pieces: Blob[] = [];
  let lines: string[] = [];
  let chars = 0;
  let longest = 0;

  function flush(): void {
    if (lines.length === 0) return;
    pieces.push(new Blob([encoder.encode(`${lines.join('\n')}\n`)]));
    lines = [];
    chars = 0;
  }

  return {
    write(line: string): void {
      lines.push(line);
      chars += line.length;
      if (line.length > longest) longest = line.length;
      if (chars >= CHUNK_CHARS) flush();
    },
    /** The blob, and a bound for the bytes of its longest line. */
    end(): { blob: Blob; longest: number } {
      flush();
      return { blob: new Blob(pieces), longest: longest * 3 };
    },
  };
}
