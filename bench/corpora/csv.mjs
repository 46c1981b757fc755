/**
 * The records of a text by RFC 4180, read as leniently as Python's `csv` does: a quote counts only at the start of a field,
 * and a blank line is a record without fields.
 * @param {string} text
 */
export function parseCsv(text) {
  /** @type {string[][]} */
  const records = [];
  /** @type {string[]} */
  let record = [];
  let field = '';
  let isQuoted = false;
  let hasField = false;
  const endField = () => {
    record.push(field);
    field = '';
    hasField = false;
  };
  const endRecord = () => {
    if (hasField || record.length > 0) endField();
    records.push(record);
    record = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') field += text[++at];
      else isQuoted = false;
    } else if (char === '"' && field === '') {
      isQuoted = true;
      hasField = true;
    } else if (char === ',') {
      endField();
      hasField = true;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endRecord();
    } else {
      field += char;
      hasField = true;
    }
  }
  if (hasField || record.length > 0) endRecord();
  return records;
}

/** @param {readonly (readonly unknown[])[]} records */
export function toCsv(records) {
  return records.map((record) => `${record.map(toField).join(',')}\r\n`).join('');
}

/** @param {unknown} value */
function toField(value) {
  const text = String(value ?? '');
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
