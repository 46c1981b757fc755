import { formatBytes, formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { reportWords } from '../../i18n/report';
import type { Difference } from '../../workbook/lines';
import { compareLines } from '../../workbook/lines';
import type { Workbook } from '../../workbook/document';
import type { Report, ReportPart } from '../../workbook/report';
import { listParts, plainReport, toReport } from '../../workbook/report';
import { toPartLabel } from '../report/partLabel';

export interface ReportChange {
  /** What was changed, as the report's own panel calls it. */
  label: string;
  lines: Difference<string>[];
}

/** What was arranged otherwise in the report, in words. */
export function compareReports(before: Workbook, after: Workbook): ReportChange[] {
  const [was, is] = [toReport(before), toReport(after)];
  const settings = (Object.keys(plainReport) as (keyof Report)[]).filter((key) => key !== 'parts');
  const changes = settings.flatMap((key): ReportChange[] =>
    was[key] === is[key]
      ? []
      : [{ label: reportWords()[key], lines: compareLines(toText(was, key), toText(is, key)) }],
  );
  // a cell that came or went is told among the cells
  if (JSON.stringify(was.parts) === JSON.stringify(is.parts)) return changes;
  const lines = compareLines(toLines(before), toLines(after));
  return [...changes, { label: t('keeping.reported.parts'), lines }];
}

function toText(report: Report, key: Exclude<keyof Report, 'parts'>): string {
  const words = reportWords();
  switch (key) {
    case 'cover':
    case 'contents':
      return t(report[key] ? 'keeping.reported.yes' : 'keeping.reported.no');
    case 'logo':
      return report.logo && t('keeping.reported.logo', formatBytes(report.logo.length));
    case 'paper':
      return words.papers[report.paper];
    case 'orientation':
      return words.orientations[report.orientation];
    case 'type':
      return words.types[report.type];
    default:
      return report[key];
  }
}

function toLines(book: Workbook): string {
  if (toReport(book).parts.length === 0) return t('keeping.reported.byItself');
  const cells = new Map(book.cells.map((cell) => [cell.id, cell]));
  return listParts(book)
    .map((part) => [toPartLabel(cells.get(part.cell)), ...toSaid(part)].join(' · '))
    .join('\n');
}

function toSaid({ left, width, newPage, caption, sql, rows }: ReportPart): string[] {
  const words = reportWords();
  return [
    left && t('keeping.reported.left'),
    width && `${words.width}: ${words.widths[width]}`,
    newPage && words.newPage,
    caption && t('keeping.reported.caption', caption),
    sql && words.sql,
    rows !== undefined && t('keeping.reported.rows', formatCount(rows)),
  ].filter((text) => typeof text === 'string');
}
