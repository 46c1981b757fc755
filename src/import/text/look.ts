import { Problem } from '../../lib/problem';
import type { ImportOptions } from '../options';
import type { LayoutFinding, TextSample } from './layout';
import { findLayout } from './layout';
import type { LongValue, SampleHead } from './longValue';
import { maybeLongValue } from './longValue';
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
  const whole = body.size <= HEAD_BYTES;
  const start = await readHead(body);
  const sample = { head: start.text, tail: whole ? '' : await readTail(body), whole };
  const { quote = '"' } = options;
  const long = whole || quote === '' ? undefined : await maybeLongValue(body, start, quote);
  const shortened = long && findLayout({ ...sample, head: long.shortened }, options);
  const look =
    shortened && !areRecords(long, shortened)
      ? lookAt({ ...sample, head: start.text.slice(0, long.start) }, options, shortened)
      : lookAt(sample, options, findLayout(sample, options));
  return { ...look, times: whole ? 1 : body.size / start.bytes };
}

/** Whether the lines of a value are records by themselves, as those behind a quote are that should not be there. */
function areRecords({ lines }: LongValue, { layout: { delimiter, width } }: LayoutFinding): boolean {
  if (width < 2) return false;
  return lines.filter((line) => line.split(delimiter).length === width).length >= lines.length / 2;
}

function lookAt(
  { head, whole: isWhole }: TextSample,
  options: ImportOptions,
  finding: LayoutFinding,
): Omit<TextLook, 'times'> {
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

async function readHead(body: Blob): Promise<SampleHead> {
  let bytes = new Uint8Array(await body.slice(0, HEAD_BYTES).arrayBuffer());
  if (body.size > HEAD_BYTES) {
    // a whole last line, unless the first line does not end
    const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
    if (end > 0) bytes = bytes.subarray(0, end);
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
  return { text, bytes: bytes.length };
}

async function readTail(body: Blob): Promise<string> {
  const bytes = new Uint8Array(await body.slice(-TAIL_BYTES).arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const start = text.search(/[\r\n]/);
  return start < 0 ? '' : text.slice(start + 1);
}
