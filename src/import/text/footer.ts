import type { Layout } from './layout';
import type { Record } from './records';
import { hasForm } from './shape';

const TOTAL =
  /^\s*(?:合\s*计|总\s*计|共\s*计|累\s*计|总\s*和|grand\s+total|totals?|sum|summe|gesamt|gesamtsumme|totaux|итого|合計|総計|합계|총계)\s*[:：]?\s*(?:\(.*\)|（.*）)?\s*$/i;
const SUBTOTAL = /^\s*(?:小\s*计|小\s*計|sub-?\s?total)\s*[:：]?\s*$/i;
const NOTE =
  /^\s*(?:[（(]?\d+ rows?\b|\d+ (?:rows?|records?)\b|(?:source|sources|note|notes|footnote|quelle|data source|generated|exported|printed|prepared by|last updated|updated|report)\b.*[:：]|(?:制表|填表|审核|复核|来源|数据来源|资料来源|注|备注|说明|打印时间|导出时间|制表人|制表日期|共\s*\d+\s*[条行笔项])|[*†‡※])/i;
const LOOKED_AT = 60;
const LONGEST = 30;

/** How many of the last records are totals or notes, or have nothing in them. */
export function countFooter(records: readonly Record[], { forms, width }: Layout): number {
  const last = records.slice(-LOOKED_AT);
  const rows = last.filter(({ role }) => role !== 'blank');
  const afterBlank = new Set(
    last.flatMap(({ role }, index) => (role === 'blank' && last[index + 1] ? [last[index + 1]] : [])),
  );
  const firstForm = forms[0];

  function isFooter(record: Record, isLast: boolean): boolean {
    const cells = record.fields.map((field) => field?.trim() ?? '');
    const filled = cells.filter((cell) => cell !== '').length;
    if (filled === 0) return width > 1;
    const label = cells.findIndex((cell) => cell !== '');
    const [text] = cells.slice(label);
    if (label < 3 && width > 1 && (TOTAL.test(text!) || (isLast && SUBTOTAL.test(text!))))
      return !rows.some(
        (other) => other !== record && other.fields[label]?.trim() === text && !isTotalsOnly(other),
      );
    if (label > 0 || filled > 1) return filled <= width / 2 && NOTE.test(text!) && afterBlank.has(record);
    if (NOTE.test(text!)) return true;
    const isUnlike = firstForm !== undefined && firstForm.shapes.length > 0 && !hasForm(text!, firstForm);
    return width > 1 && (afterBlank.has(record) || (isUnlike && / /.test(text!)));
  }

  let footer = 0;
  while (footer < Math.min(LONGEST, rows.length - 1)) {
    const record = rows.at(-1 - footer)!;
    if (!isFooter(record, footer === 0)) break;
    footer++;
  }
  return footer;
}

/** A record of the end that has nothing but a label of its own, as a note has. */
function isTotalsOnly({ fields }: Record): boolean {
  return fields.filter((field) => field !== null && field !== '').length === 1;
}
