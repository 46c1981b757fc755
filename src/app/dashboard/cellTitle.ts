import { findHeadings } from '../../cells/text/headings';
import { t } from '../../i18n/i18n';
import type { Cell } from '../../workbook/cell';

const LONGEST = 60;

/** What a cell is called where readers see it: its own title, its name, or how it begins. */
export function toCellTitle(cell: Cell): string {
  const { title, label, markdown } = cell as { title?: unknown; label?: unknown; markdown?: unknown };
  for (const said of [title, label]) if (typeof said === 'string' && said.trim()) return said.trim();
  if (cell.name) return cell.name;
  if (typeof markdown === 'string') {
    const text = findHeadings(markdown)[0]?.text ?? markdown.trim().split('\n')[0] ?? '';
    if (text) return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }
  return t(`kind.${cell.kind as 'text'}`);
}
