import { crc32, deflateRawSync } from 'node:zlib';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface XlsxParts {
  /** The XML of each sheet: all of it, or what stands within `<sheetData>`. */
  sheets: (string | Uint8Array)[];
  names?: string[];
  states?: string[];
  /** The content of `<sst>`. */
  strings?: string | undefined;
  /** Number format codes of the cell styles from 1 on; a number is a built-in one. */
  formats?: (string | number)[];
  /** Attributes of `<workbookPr>`. */
  workbook?: string;
  /** Other parts, or other contents of these. */
  parts?: Record<string, string | Uint8Array>;
}

/** A workbook for tests, with just what is said. */
export function makeXlsx({
  sheets,
  names,
  states,
  strings,
  formats = [],
  workbook = '',
  parts = {},
}: XlsxParts): Blob {
  const custom = formats.map((format, at) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${200 + at}" formatCode="${escape(format)}"/>`,
  );
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + at}"/>`,
  );
  const list = sheets.map((_, at) => {
    const state = states?.[at] ? ` state="${states[at]}"` : '';
    return `<sheet name="${escape(names?.[at] ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const files: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${workbook}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      typeof sheet !== 'string' || /^<(\?xml|\w+:?worksheet)/.test(sheet)
        ? sheet
        : `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`;
  });
  return makeZip({ ...files, ...parts });
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A row of cells, each given as text, number, flag or nothing; `[number, style]` for a style. */
export type Given = string | number | boolean | null | [number, number];

export function toRowsXml(rows: readonly (readonly Given[])[]): string {
  return rows
    .map((row) => {
      const cells = row.map((value) => {
        if (value === null) return '<c/>';
        if (Array.isArray(value)) return `<c s="${value[1]}"><v>${value[0]}</v></c>`;
        if (typeof value === 'number') return `<c><v>${value}</v></c>`;
        if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`;
        return `<c t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
      });
      return `<row>${cells.join('')}</row>`;
    })
    .join('');
}

export function makeZip(files: Record<string, string | Uint8Array>, { stored = false } = {}): Blob {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = stored ? data : deflateRawSync(data);
    const name = Buffer.from(path);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    for (const [header, at] of [
      [local, 4],
      [entry, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(0x800, at + 2);
      header.writeUInt16LE(stored ? 0 : 8, at + 4);
      header.writeUInt32LE(crc32(data), at + 10);
      header.writeUInt32LE(packed.length, at + 14);
      header.writeUInt32LE(data.length, at + 18);
      header.writeUInt16LE(name.length, at + 22);
    }
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    pieces.push(local, name, Uint8Array.from(packed));
    offset += local.length + name.length + packed.length;
  }
  const listed = Uint8Array.from(Buffer.concat(directory));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Blob([...pieces, listed, end]);
}
