export const LT = 60;
export const GT = 62;
export const SLASH = 47;
export const EQUALS = 61;
export const BANG = 33;
export const QUESTION = 63;
export const COLON = 58;
export const SPACE = 32;

const CDATA = [...'<![CDATA['].map((char) => char.charCodeAt(0));
const encoder = new TextEncoder();
const CDATA_END = encoder.encode(']]>');
const COMMENT_END = encoder.encode('-->');
const PI_END = encoder.encode('?>');

/** The offset just behind the tag that an offset lies in, quotes regarded; -1 where it does not end. */
export function skipTag(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === GT) return at + 1;
    if (byte === 34 || byte === 39) {
      at = bytes.indexOf(byte, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The same for what starts with `<!` or `<?`. */
export function skipDeclaration(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] === QUESTION) return endOf(bytes, PI_END, at + 2);
  if (at + CDATA.length > bytes.length) return -1;
  if (bytes[at + 2] === 45) return endOf(bytes, COMMENT_END, at + 4);
  if (isCdata(bytes, at)) return endOf(bytes, CDATA_END, at + CDATA.length);
  return skipTag(bytes, at);
}

/** Whether `<![CDATA[` stands at an offset. */
export function isCdata(bytes: Uint8Array, at: number): boolean {
  return CDATA.every((byte, index) => bytes[at + index] === byte);
}

export const CDATA_OPEN_BYTES = CDATA.length;
export const CDATA_CLOSE_BYTES = CDATA_END.length;

function endOf(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(mark[0]!, from); at >= 0; at = bytes.indexOf(mark[0]!, at + 1)) {
    let matched = 1;
    while (matched < mark.length && bytes[at + matched] === mark[matched]) matched++;
    if (matched === mark.length) return at + matched;
  }
  return -1;
}
