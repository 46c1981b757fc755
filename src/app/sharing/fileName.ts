/** Signs that some system does not take in a file's name, and those that cannot be seen. */
const REFUSED = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;
const LONGEST = 100;

/** A name that every system takes: `Tea/sales` → `Tea_sales.quire`. */
export function toFileName(title: string, ending: string): string {
  const name = title.replace(REFUSED, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...name].slice(0, LONGEST).join('').trim() || 'workbook'}.${ending}`;
}
