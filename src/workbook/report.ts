import type { Workbook } from './document';
import { checkLogo } from './reportLogo';

/** How a workbook leaves as a report. What is not said is decided when it is laid out. */
export interface Report {
  /** Otherwise that of the workbook. */
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** An image as a data URL; none where it is empty. */
  readonly logo: string;
  readonly paper: 'a4' | 'letter';
  readonly orientation: 'portrait' | 'landscape';
  readonly type: 'sans' | 'serif';
  /** `#rrggbb` */
  readonly accent: string;
  readonly header: string;
  readonly footer: string;
  /** A page of its own for the title. */
  readonly cover: boolean;
  readonly contents: boolean;
  /** What was arranged by hand, in its order. Cells that are not named here stand behind the cell above them. */
  readonly parts: readonly ReportPart[];
}

export interface ReportPart {
  readonly cell: string;
  /** It is not in the report. */
  readonly left?: true;
  readonly width?: 'full' | 'half';
  /** It begins a page. */
  readonly newPage?: true;
  readonly caption?: string;
  /** Its SQL stands in a footnote. */
  readonly sql?: true;
  /** So many rows of its table are shown. */
  readonly rows?: number;
}

/** What is changed of a part: a value that is undefined is said no more. */
export type PartPatch = { readonly [K in Exclude<keyof ReportPart, 'cell'>]?: ReportPart[K] | undefined };

export const LONGEST_TEXT = 500;
export const MOST_ROWS = 1000;

export const plainReport: Report = {
  title: '',
  subtitle: '',
  author: '',
  logo: '',
  paper: 'a4',
  orientation: 'portrait',
  type: 'sans',
  accent: '#2853c9',
  header: '',
  footer: '',
  cover: false,
  contents: true,
  parts: [],
};

export function toReport({ report }: Pick<Workbook, 'report'>): Report {
  return { ...plainReport, ...report };
}

/** Every cell of the workbook in the order of the report, those that are left out as well. */
export function listParts({ cells, report }: Pick<Workbook, 'cells' | 'report'>): ReportPart[] {
  const known = new Set(cells.map(({ id }) => id));
  const parts = (report?.parts ?? []).filter(({ cell }) => known.has(cell));
  const named = new Set(parts.map(({ cell }) => cell));
  cells.forEach(({ id }, at) => {
    if (named.has(id)) return;
    const above = at === 0 ? -1 : parts.findIndex(({ cell }) => cell === cells[at - 1]!.id);
    parts.splice(above + 1, 0, { cell: id });
  });
  return parts;
}

/** Sets what concerns the whole report. */
export function setReport(workbook: Workbook, patch: Partial<Omit<Report, 'parts'>>): Workbook {
  return { ...workbook, report: checkReport({ ...toReport(workbook), ...patch }) };
}

export function setPart(workbook: Workbook, cell: string, patch: PartPatch): Workbook {
  return putParts(
    workbook,
    listParts(workbook).map((part) => (part.cell === cell ? toPart({ ...part, ...patch }) : part)),
  );
}

/** Puts a part behind another one; null puts it first. */
export function movePart(workbook: Workbook, cell: string, { after }: { after: string | null }): Workbook {
  const parts = listParts(workbook);
  const moved = parts.find((part) => part.cell === cell);
  if (!moved || after === cell) return workbook;
  const others = parts.filter((part) => part !== moved);
  const at = after === null ? 0 : others.findIndex((part) => part.cell === after) + 1;
  return putParts(workbook, others.toSpliced(at, 0, moved));
}

/** Forgets what was arranged by hand. */
export function resetParts(workbook: Workbook): Workbook {
  return putParts(workbook, []);
}

function putParts(workbook: Workbook, parts: readonly ReportPart[]): Workbook {
  return { ...workbook, report: { ...toReport(workbook), parts } };
}

/** A report as it comes from elsewhere: what is none of ours is as if it had not been said. */
export function checkReport(given: unknown): Report {
  const json = isObject(given) ? given : {};
  const text = (key: 'title' | 'subtitle' | 'author' | 'header' | 'footer') => toLine(json[key]);
  const flag = (key: 'cover' | 'contents') =>
    typeof json[key] === 'boolean' ? (json[key] as boolean) : plainReport[key];
  const parts = Array.isArray(json['parts']) ? (json['parts'] as unknown[]) : [];
  const seen = new Set<string>();
  return {
    title: text('title'),
    subtitle: text('subtitle'),
    author: text('author'),
    logo: typeof json['logo'] === 'string' && checkLogo(json['logo']) === undefined ? json['logo'] : '',
    paper: json['paper'] === 'letter' ? 'letter' : 'a4',
    orientation: json['orientation'] === 'landscape' ? 'landscape' : 'portrait',
    type: json['type'] === 'serif' ? 'serif' : 'sans',
    accent: /^#[0-9a-f]{6}$/i.test(String(json['accent'])) ? String(json['accent']) : plainReport.accent,
    header: text('header'),
    footer: text('footer'),
    cover: flag('cover'),
    contents: flag('contents'),
    parts: parts.flatMap((part) => {
      if (!isObject(part) || typeof part['cell'] !== 'string' || seen.has(part['cell'])) return [];
      seen.add(part['cell']);
      return [toPart(part as Record<string, unknown> & { cell: string })];
    }),
  };
}

function toPart(part: { readonly [key: string]: unknown; readonly cell: string }): ReportPart {
  const { cell, left, width, newPage, caption, sql, rows } = part;
  const said = toLine(caption);
  return {
    cell,
    ...(left === true && { left }),
    ...((width === 'full' || width === 'half') && { width }),
    ...(newPage === true && { newPage }),
    ...(said && { caption: said }),
    ...(sql === true && { sql }),
    ...(typeof rows === 'number' &&
      Number.isInteger(rows) && { rows: Math.min(MOST_ROWS, Math.max(0, rows)) }),
  };
}

/** A line of text that a person would write. */
function toLine(value: unknown): string {
  if (typeof value !== 'string') return '';
  return [...value.replace(/\p{Cc}+/gu, ' ')].slice(0, LONGEST_TEXT).join('');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
