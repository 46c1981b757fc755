/** Bytes as DuckDB writes them: those of plain ASCII as they are, the others as `\xC3`. */
export function toBlobText(bytes: readonly number[]): string {
  return bytes
    .map((byte) => {
      const isPlain = byte >= 0x20 && byte < 0x7f && !ESCAPED.has(byte);
      return isPlain ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

const ESCAPED = new Set([...`"'\\`].map((char) => char.charCodeAt(0)));
