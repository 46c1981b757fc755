interface Signature {
  name: string;
  bytes: string;
  /** Where it stands; at the start by itself. */
  at?: number;
  /** A text could have it too, were there no zeros in the file. */
  zeros?: boolean;
}

/** How files look that can't be read here. */
const signatures: readonly Signature[] = [
  { name: 'PDF', bytes: '%PDF-' },
  { name: 'PNG', bytes: '\x89PNG' },
  { name: 'JPEG', bytes: '\xff\xd8\xff' },
  { name: 'GIF', bytes: 'GIF89a' },
  { name: 'GIF', bytes: 'GIF87a' },
  { name: 'TIFF', bytes: 'II*\0' },
  { name: 'TIFF', bytes: 'MM\0*' },
  { name: 'WebP', at: 8, bytes: 'WEBPVP8' },
  { name: 'HEIC / MP4', at: 4, bytes: 'ftyp', zeros: true },
  { name: 'SQLite', bytes: 'SQLite format 3\0' },
  { name: 'Access', at: 4, bytes: 'Standard Jet DB' },
  { name: 'Access', at: 4, bytes: 'Standard ACE DB' },
  { name: '7z', bytes: '7z\xbc\xaf\x27\x1c' },
  { name: 'RAR', bytes: 'Rar!\x1a\x07' },
  { name: 'Zstandard', bytes: '\x28\xb5\x2f\xfd' },
  { name: 'XZ', bytes: '\xfd7zXZ\0' },
  { name: 'LZ4', bytes: '\x04\x22\x4d\x18' },
  { name: 'TAR', at: 257, bytes: 'ustar', zeros: true },
  { name: 'HDF5', bytes: '\x89HDF\r\n\x1a\n' },
  { name: 'Avro', bytes: 'Obj\x01' },
  { name: 'Parquet (encrypted)', bytes: 'PARE', zeros: true },
  { name: 'SPSS', bytes: '$FL2@(#)' },
  { name: 'Stata', bytes: '<stata_dta>' },
  { name: 'SAS', at: 12, bytes: '\xc2\xea\x81\x60\xb3\x14\x11\xcf' },
];

/** The name of a format that can't be read, where the bytes start like a file of it. */
export function findSignature(head: Uint8Array): string | undefined {
  if (/^BZh[1-9]1AY&SY/.test(toText(head, 0, 10))) return 'bzip2';
  const hasZeros = head.includes(0);
  return signatures.find(
    ({ bytes, at = 0, zeros = false }) => (hasZeros || !zeros) && toText(head, at, bytes.length) === bytes,
  )?.name;
}

function toText(head: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...head.subarray(at, at + length));
}
