const [FIRST_ROW, LAST_ROW] = [0xb0, 0xd6];
const [FIRST_CELL, LAST_CELL] = [0xa1, 0xfe];

/**
 * So many words of two to six of the common characters, the same for the same random numbers.
 * @param {number} count
 * @param {() => number} random
 */
export function makeWords(count, random) {
  const characters = [...listCommon().keys()];
  const pick = () => characters[Math.floor(random() * characters.length)];
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 5) }, pick).join(''),
  );
}

/** ASCII and such words in GB18030. @returns {(text: string) => Buffer} */
export function createGbkEncoder() {
  const codes = listCommon();
  return (text) => {
    const bytes = Buffer.alloc(text.length * 2);
    let end = 0;
    for (const char of text) {
      const code = codes.get(char);
      if (code === undefined) end = bytes.writeUInt8(char.charCodeAt(0), end);
      else end = bytes.writeUInt16BE(code, end);
    }
    return bytes.subarray(0, end);
  };
}

/** The characters of the first level of GB 2312, and their codes. */
function listCommon() {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map();
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell++) {
      codes.set(decoder.decode(Uint8Array.of(row, cell)), (row << 8) | cell);
    }
  }
  return codes;
}
