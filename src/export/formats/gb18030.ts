const REPLACED = 0x3f;

/** GB18030's numbers of the signs of the basic plane, from the browser's own decoder turned round: a number of two or of four bytes. */
function createNumbers(): Uint32Array {
  const decoder = new TextDecoder('gb18030');
  const numbers = new Uint32Array(0x10000);
  const learn = (bytes: Uint8Array, width: number) => {
    const text = decoder.decode(bytes);
    let at = 0;
    for (let k = 0; k < bytes.length; k += width) {
      const code = text.charCodeAt(at++);
      let number = 0;
      for (let byte = 0; byte < width; byte++) number = number * 256 + bytes[k + byte]!;
      // what the decoder gives for several, it must be given back by the shortest
      if (code !== 0xfffd && numbers[code] === 0) numbers[code] = number;
    }
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1) learn(Uint8Array.of(lead, trail), 2);
    }
  }
  // four bytes, in the order of the signs that two do not reach: 0x81308130 to 0x8431A439
  const bytes: number[] = [];
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let fourth = 0x30; fourth <= 0x39; fourth++) bytes.push(first, second, third, fourth);
  const end = bytes.findIndex(
    (_, k) =>
      k % 4 === 0 &&
      bytes[k] === 0x84 &&
      bytes[k + 1] === 0x31 &&
      bytes[k + 2] === 0xa4 &&
      bytes[k + 3] === 0x39,
  );
  const four = Uint8Array.from(bytes.slice(0, end + 4));
  for (let k = 0; k < four.length; k += 4) {
    const text = decoder.decode(four.subarray(k, k + 4));
    if (text.length === 1) learn(four.subarray(k, k + 4), 4);
  }
  return numbers;
}

/** UTF-8, as it is written everywhere else, as GB18030. Pieces must end where a sign does. */
export function createGb18030(): (utf8: Uint8Array) => Uint8Array<ArrayBuffer> {
  const numbers = createNumbers();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (utf8) => {
    const text = decoder.decode(utf8);
    const bytes = new Uint8Array(text.length * 4);
    let at = 0;
    const put = (number: number) => {
      if (number > 0xffff) {
        bytes[at++] = number >>> 24;
        bytes[at++] = number >>> 16;
      }
      bytes[at++] = number >>> 8;
      bytes[at++] = number;
    };
    for (let k = 0; k < text.length; k++) {
      const code = text.charCodeAt(k);
      if (code < 0x80) bytes[at++] = code;
      else if (code >= 0xd800 && code < 0xdc00) {
        const beyond = text.codePointAt(k++)! - 0x10000;
        put(toBeyond(beyond));
      } else if (numbers[code]! > 0) put(numbers[code]!);
      else bytes[at++] = REPLACED;
    }
    return bytes.slice(0, at);
  };
}

/** Signs beyond the basic plane stand one after another from 0x90308130. */
function toBeyond(number: number): number {
  const fourth = number % 10;
  const third = Math.floor(number / 10) % 126;
  const second = Math.floor(number / 1260) % 10;
  const first = Math.floor(number / 12600);
  return (((0x90 + first) << 24) | ((0x30 + second) << 16) | ((0x81 + third) << 8) | (0x30 + fourth)) >>> 0;
}
