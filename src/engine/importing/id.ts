/** The id of a file's k-th table. All of them begin with the id of their import, which its lock goes by. */
export function toTableId(importId: string, k: number): string {
  return k === 0 ? importId : `${importId}-${k}`;
}

const GENERIC = /^(sheet|table|worksheet|工作表|表|tabelle|feuil|hoja)\s*\d*$/i;

/** A table's name: the file's where it is the only one, its own where it has one. */
export function toTableName(fileName: string, own: string, count: number): string {
  if (count === 1) return fileName;
  return GENERIC.test(own.trim()) ? `${fileName} ${own.trim()}` : own;
}
