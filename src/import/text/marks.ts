/** What a text may start with to say what it is in: the character U+FEFF, which is no part of the text. */
const marks: readonly { label: string; bytes: readonly number[] }[] = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  // before that of UTF-16, which it begins with
  { label: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { label: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
  { label: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** The mark that a text starts with. */
export function findMark(head: Uint8Array): { label: string; bytes: readonly number[] } | undefined {
  return marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
}
