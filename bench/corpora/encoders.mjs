/**
 * Encoders made by turning the browser's own decoders round, as browsers encode nothing but UTF-8.
 * @param {import('./reader.mjs').Reader} reader
 * @param {readonly string[]} labels
 */
export async function createEncoders(reader, labels) {
  const own = { 'utf-8': toUtf8, 'utf-16le': toUtf16le, 'utf-16be': toUtf16be };
  const wanted = [...new Set(labels)].filter((label) => !(label in own));
  const maps = await reader.evaluate(invertDecoders, wanted);
  return Object.assign(
    { ...own },
    ...wanted.map((label, at) => ({ [label]: createEncoder(label, new Map(maps[at])) })),
  );
}

/**
 * @param {string} label
 * @param {Map<string, number[]>} bytes
 * @returns {(text: string) => Buffer}
 */
function createEncoder(label, bytes) {
  return (text) =>
    Buffer.from(
      [...text].flatMap((char) => {
        const found = bytes.get(char);
        if (!found) throw new Error(`${label} has no ${char}`);
        return found;
      }),
    );
}

const toUtf8 = (/** @type {string} */ text) => Buffer.from(text);
const toUtf16le = (/** @type {string} */ text) => Buffer.from(text, 'utf16le');
const toUtf16be = (/** @type {string} */ text) => Buffer.from(text, 'utf16le').swap16();

/** Runs in the page, and so may use nothing from outside this function. @param {string[]} labels */
function invertDecoders(labels) {
  return labels.map((label) => {
    const decoder = new TextDecoder(label);
    const decode = (/** @type {number[]} */ bytes) => decoder.decode(new Uint8Array(bytes));
    const known = new Map();
    const note = (/** @type {number[]} */ bytes) => {
      const text = decode(bytes);
      if ([...text].length === 1 && text !== '\uFFFD' && !known.has(text)) known.set(text, bytes);
    };
    for (let byte = 0; byte < 256; byte++) note([byte]);
    if (!['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'].includes(label)) return [...known];
    // the first rows of a plane are vendors' duplicates of what comes later
    const leads = Array.from({ length: 126 }, (_, at) => 0x81 + ((at + 0x20) % 126));
    for (const lead of label === 'shift_jis' ? leads.toSorted((a, b) => a - b) : leads) {
      for (let trail = 0x40; trail < 0xff; trail++) note([lead, trail]);
    }
    return [...known];
  });
}
