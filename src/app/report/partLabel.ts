import { findHeadings } from '../../cells/text/headings';
import type { TextCell } from '../../cells/text/compile';
import { reportWords } from '../../i18n/report';
import type { Cell } from '../../workbook/cell';

const LONGEST_LABEL = 40;

/** What a cell is called: a text by its first heading, or by what it begins with. */
export function toPartLabel(cell: Cell | undefined): string {
  if (cell?.kind !== 'text') return cell?.name ?? cell?.kind ?? '';
  const { markdown } = cell as TextCell;
  const [heading] = findHeadings(markdown);
  const text = heading?.text ?? markdown.trim().split('\n')[0] ?? '';
  const letters = [...text];
  return reportWords().textOf(
    letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL).join('')}…` : text,
  );
}
