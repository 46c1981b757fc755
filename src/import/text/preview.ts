import { toConverter } from '../columns/convert';
import type { EncodingCandidate, InspectedColumn, Question, RawLine, TableInspection } from '../inspection';
import { maybeForecast } from '../forecast';
import type { ImportOptions } from '../options';
import type { TextLook } from './look';
import type { PlannedColumn } from './plan';
import { toSettings } from './plan';
import type { Record as TextRecord } from './records';

const MOST_LINES = 100;
const MOST_ROWS = 50;
const MOST_CHARS = 2000;

export interface PreviewParts {
  key: string;
  look: TextLook;
  encoding: string;
  encodings: EncodingCandidate[];
  /** Whether the bytes leave a doubt about the encoding. */
  isEncodingSure: boolean;
  /** How many times as large as what was looked at the file is. */
  times?: number;
  options: ImportOptions;
}

/** A look at a text as the import dialog shows it. */
export function toPreview(parts: PreviewParts): TableInspection {
  const { key, look, encoding, encodings, isEncodingSure, times = 1, options } = parts;
  const { finding, plan, records, head } = look;
  const questions: Question[] = [...finding.questions];
  if (!isEncodingSure) questions.unshift({ ask: 'encoding' });
  for (const column of plan.columns) questions.push(...column.questions);
  const lines = toLines(head, records);
  const rows = countRows(records);
  const size = look.isWhole && times === 1 ? { rows, exact: true } : maybeForecast(rows, look.times * times);
  return {
    key,
    settings: { ...toSettings(plan), ...(options.types && { types: options.types }), encoding },
    sure: finding.sure && questions.length === 0,
    questions,
    lines,
    allLines: look.isWhole && times === 1 && lines.length < MOST_LINES,
    ...(size && { size }),
    columns: plan.columns.map(toInspectedColumn),
    rows: toRows(plan.columns, plan.missing, records),
    ...(encodings.length > 0 && { encodings }),
  };
}

function countRows(records: readonly TextRecord[]): number {
  return records.filter(({ role }) => role === 'record').length;
}

function toInspectedColumn(column: PlannedColumn): InspectedColumn {
  const { source, name, reading, why, alternatives, misfits, zeros, leftOut } = column;
  return {
    source,
    name,
    reading,
    type: reading.type,
    why,
    alternatives,
    misfits,
    ...(zeros > 0 && { zeros }),
    leftOut,
  };
}

function toRows(
  columns: readonly PlannedColumn[],
  missing: readonly string[],
  records: readonly TextRecord[],
): (string | null)[][] {
  const converters = columns.map(({ reading }) => toConverter(reading));
  const toValue = (value: string | null | undefined, index: number) => {
    const text = value ?? '';
    return missing.includes(text) ? null : (converters[index]!(text)?.slice(0, MOST_CHARS) ?? null);
  };
  return records
    .filter(({ role }) => role === 'record')
    .slice(0, MOST_ROWS)
    .map(({ fields }) => columns.map((_, index) => toValue(fields[index], index)));
}

/** The lines of the file, each with the role of the record that it belongs to. */
function toLines(head: string, records: readonly TextRecord[]): RawLine[] {
  const lines: RawLine[] = [];
  let next = 0;
  let role: RawLine['role'] = 'skipped';
  for (const text of head.slice(0, MOST_LINES * MOST_CHARS).split(/\r\n|\n|\r/, MOST_LINES)) {
    const number = lines.length + 1;
    while (next < records.length && records[next]!.line <= number) role = records[next++]!.role;
    lines.push({ number, text: text.slice(0, MOST_CHARS), role });
  }
  // the end of the last line begins no other
  if (lines.at(-1)?.text === '') lines.pop();
  return lines;
}
