import { readChunks } from '../../lib/chunks';
import type { EncodingCandidate } from '../inspection';
import type { ImportOptions } from '../options';
import { createDecoder } from './decoder';
import { createEncodingProbe } from './encoding';
import { toUtf8Blob } from './transcode';
import { isUtf32 } from './utf32';

export interface OpenedText {
  /** The text as UTF-8, without its mark. */
  body: Blob;
  /** The encoding of the file. */
  label: string;
  /** Places whose bytes stand for no character. */
  damaged: number;
  /** Only the start of the file was looked at. */
  isAssumed: boolean;
}

export interface OpenOptions {
  signal?: AbortSignal;
  /** The language of the person. */
  locale?: string;
  /** Looks at every byte before anything is said; by itself a start in UTF-8 is enough for now. */
  thorough?: boolean;
}

const HEAD_BYTES = 2 ** 20;
/** What is decoded of a larger file for a look at it. */
const SAMPLE_BYTES = 2 ** 21;
const TAIL_BYTES = 2 ** 16;
/** A larger file is not gone through for its encoding before a person asks for it to be imported. */
const PROBED_BYTES = 2 ** 26;

/** A text in any encoding as one in UTF-8. */
export async function openText(
  file: Blob,
  options: Pick<ImportOptions, 'encoding'>,
  { signal, locale, thorough = false }: OpenOptions = {},
): Promise<OpenedText> {
  const assumed = options.encoding || thorough ? undefined : await openHead(file, locale);
  if (assumed) {
    return { body: assumed, label: 'utf-8', damaged: 0, isAssumed: file.size > HEAD_BYTES };
  }
  const found = await findEncoding(options.encoding ? file.slice(0, HEAD_BYTES) : file, { signal, locale });
  const label = options.encoding ?? found.label;
  const { blob, replaced } = await toUtf8Blob(file, label, {
    markBytes: found.markBytes,
    ...(signal && { signal }),
  });
  return { body: blob, label, damaged: replaced, isAssumed: false };
}

export interface TextSample {
  /** The start and the end of the text as UTF-8; of a small file, all of it. */
  body: Blob;
  label: string;
  isSure: boolean;
  candidates: EncodingCandidate[];
  /** How many times as large as the sample the text is. */
  times: number;
}

/** As much of a text as a look at it needs. */
export async function openSample(
  file: Blob,
  options: Pick<ImportOptions, 'encoding'>,
  { signal, locale }: Omit<OpenOptions, 'thorough'> = {},
): Promise<TextSample> {
  const opened = await openHead(file, locale);
  if (opened && !options.encoding)
    return { body: opened, label: 'utf-8', isSure: true, candidates: [], times: 1 };
  const found = await findEncoding(file.slice(0, PROBED_BYTES), { signal, locale });
  const label = options.encoding ?? found.label;
  const { markBytes } = found;
  const bytes = await readLines(file, markBytes, isUtf32(label) ? 4 : 2);
  const candidates = [...new Set([label, ...found.candidates])].map((candidate) => ({
    label: candidate,
    sample: sampleOf(bytes, candidate),
  }));
  return {
    body: await toSampleBody(file, label, markBytes),
    label,
    isSure: options.encoding !== undefined || found.sure,
    candidates,
    times: Math.max(1, file.size / (SAMPLE_BYTES + TAIL_BYTES)),
  };
}

async function toSampleBody(file: Blob, label: string, markBytes: number): Promise<Blob> {
  const decode = async (part: Blob, skipped: number) =>
    (await toUtf8Blob(part, label, { markBytes: skipped })).blob;
  if (file.size <= SAMPLE_BYTES) return decode(file, markBytes);
  // where a character of UTF-16 or UTF-32 begins; the line that is cut is left out by whoever reads the end
  const tailFrom = file.size - TAIL_BYTES - ((file.size - TAIL_BYTES - markBytes) % 4);
  return new Blob([
    await decode(file.slice(0, SAMPLE_BYTES), markBytes),
    '\n',
    await decode(file.slice(tailFrom), 0),
  ]);
}

const SHOWN_BYTES = 2 ** 16;
const SHOWN_CHARS = 300;

/** A piece of the file in which its encoding shows: from the first line that is not plain ASCII. */
async function readLines(file: Blob, markBytes: number, unit: number): Promise<Uint8Array> {
  for await (const piece of readChunks(file.slice(markBytes, PROBED_BYTES), 2 ** 20)) {
    const first = piece.findIndex((byte) => byte >= 128);
    if (first < 0) continue;
    const line = piece.lastIndexOf(10, first) + 1;
    return piece.subarray(line - (line % unit), line + SHOWN_BYTES);
  }
  return new Uint8Array(await file.slice(markBytes, SHOWN_BYTES).arrayBuffer());
}

/** Lines that are not plain ASCII as they read in an encoding. */
function sampleOf(bytes: Uint8Array, label: string): string {
  const lines = createDecoder(label)
    .decode(bytes)
    .split(/[\r\n]+/);
  return lines
    .filter((line) => /[^\p{ASCII}]/u.test(line))
    .slice(0, 3)
    .join('\n')
    .slice(0, SHOWN_CHARS);
}

/** The body of a text whose start is UTF-8. */
async function openHead(file: Blob, locale: string | undefined): Promise<Blob | undefined> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  // a head may end within a character
  const end = file.size > HEAD_BYTES ? bytes.lastIndexOf(10) + 1 : bytes.length;
  const probe = createEncodingProbe(locale === undefined ? {} : { locale });
  probe.push(bytes.subarray(0, end || bytes.length));
  const { label, damaged, markBytes } = probe.finish();
  return label === 'utf-8' && damaged === 0 ? file.slice(markBytes) : undefined;
}

async function findEncoding(
  file: Blob,
  { signal, locale }: { signal: AbortSignal | undefined; locale: string | undefined },
) {
  const probe = createEncodingProbe(locale === undefined ? {} : { locale });
  for await (const piece of readChunks(file)) {
    signal?.throwIfAborted();
    probe.push(piece);
  }
  return probe.finish();
}
