/** Rows of text to RFC 4180. A line break inside a cell stays `\n`, as Excel writes it, whatever ends the record. */
export function toCsv(columns, rows, { end = '\n', bom = false } = {}) {
  const records = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return (bom ? '\ufeff' : '') + records.map((record) => record.map(toField).join(',') + end).join('');
}

function toField(value) {
  if (typeof value !== 'string') throw new Error(`a cell must be text: ${value}`);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
