import { Problem } from '../../lib/problem';
import type { ImportOptions } from '../options';
import { toClosing } from './fields';
import type { LayoutFinding, TextSample } from './layout';
import { findLayout } from './layout';
import type { TextPlan } from './plan';
import { createPlanner } from './plan';
import type { Record as TextRecord } from './records';
import { createRecordReader } from './records';

export interface TextLook {
  finding: LayoutFinding;
  plan: TextPlan;
  /** The records of the sample, in order, with what each is taken for. */
  records: TextRecord[];
  /** The start of the text. */
  head: string;
  /** The sample is the whole text. */
  isWhole: boolean;
  /** How many times as large as its head the text is. */
  times: number;
}

/** As many as a sheet of Excel has. */
const MOST_COLUMNS = 16_384;
const HEAD_BYTES = 2 ** 20;
const TAIL_BYTES = 2 ** 16;

/** How a text in UTF-8 would be read, from its start and its end. */
export async function lookAtText(body: Blob, options: ImportOptions): Promise<TextLook> {
  const isWhole = body.size <= HEAD_BYTES;
  const head = await readHead(body);
  const tail = isWhole ? '' : await readTail(body);
  const look = lookAt({ head, tail, whole: isWhole }, options);
  const end = isWhole ? undefined : maybeLongRecord(look);
  const best = end ? lookAt({ head: head.slice(0, end), tail, whole: false }, options) : look;
  return { ...best, times: isWhole ? 1 : body.size / new TextEncoder().encode(best.head).length };
}

/** So many lines tell whether they are records. */
const LOOKED_AT = 1000;

/**
 * Where a record begins that takes half of the head and more, and does not end in it. The lines of one are no records by
 * themselves; those behind a quote that was never closed are.
 */
function maybeLongRecord({ head, finding }: Omit<TextLook, 'times'>): number | undefined {
  const { quote, delimiter, width } = finding.layout;
  if (quote === '' || toClosing(quote) !== quote) return undefined;
  let start = 0;
  let isQuoted = false;
  for (let from = 0; from < head.length;) {
    const found = head.indexOf(quote, from);
    const to = found < 0 ? head.length : found;
    if (!isQuoted && to > from) start = Math.max(start, head.lastIndexOf('\n', to - 1) + 1);
    if (found >= 0) isQuoted = !isQuoted;
    from = to + 1;
  }
  if (!isQuoted || start > head.length / 2) return undefined;
  const lines = head
    .slice(start)
    .split('\n', LOOKED_AT + 1)
    .slice(1);
  const records = lines.filter((line) => line.split(delimiter).length === width);
  return records.length < lines.length / 2 ? start : undefined;
}

function lookAt(sample: TextSample, options: ImportOptions): Omit<TextLook, 'times'> {
  const { head, whole: isWhole } = sample;
  const finding = findLayout(sample, options);
  const { width } = finding.layout;
  if (width > MOST_COLUMNS)
    throw new Problem('file-too-wide', { params: { count: width, limit: MOST_COLUMNS } });
  const planner = createPlanner(finding.layout, options);
  const records: TextRecord[] = [];
  const reader = createRecordReader(
    // the records at the end of the file are not in its head
    isWhole ? finding.layout : { ...finding.layout, footer: 0 },
    (record) => {
      records.push(record);
      if (record.role === 'record') planner.add(record.fields, record.line);
    },
  );
  reader.push(head);
  reader.finish();
  return { finding, plan: planner.plan(), records, head, isWhole };
}

async function readHead(body: Blob): Promise<string> {
  const bytes = new Uint8Array(await body.slice(0, HEAD_BYTES).arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
  if (body.size <= HEAD_BYTES) return text;
  // a whole last line, unless the first line does not end
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return end > 0 ? text.slice(0, end) : text;
}

async function readTail(body: Blob): Promise<string> {
  const bytes = new Uint8Array(await body.slice(-TAIL_BYTES).arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const start = text.search(/[\r\n]/);
  return start < 0 ? '' : text.slice(start + 1);
}
