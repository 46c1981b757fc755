const doubleBytes = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/** Encoders for what the platform only decodes, made by turning its decoders round. */
export function createEncoder(label: string): (text: string) => Uint8Array<ArrayBuffer> {
  if (label === 'utf-8') return (text) => new TextEncoder().encode(text);
  if (label === 'utf-16le') return (text) => Uint8Array.from(Buffer.from(text, 'utf16le'));
  if (label === 'utf-16be') return (text) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
  const table = toTable(label);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((char) => {
        const code = char.codePointAt(0)!;
        if (code < 0x80) return [code];
        const bytes =
          table.get(char) ??
          (label === 'gb18030' && code > 0xffff ? toFourBytes(code - 0x10000 + 189_000) : undefined);
        if (!bytes) throw new Error(`${label} has no ${char}`);
        return bytes;
      }),
    );
}

/** Decodes as browsers do: without `stream`, Node 20 takes windows-1252 for Latin-1 (nodejs/node#56542). */
export function decode(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes, { stream: true });
}

function toTable(label: string): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const text = decode(label, Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0x80; byte < 256; byte++) add([byte]);
  if (!doubleBytes.has(label)) return table;
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  }
  if (label === 'gb18030') for (let index = 0; index < 39_420; index++) add(toFourBytes(index));
  return table;
}

/** Four bytes count through the characters: those of the first plane that have no two, then all others in their order. */
function toFourBytes(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
