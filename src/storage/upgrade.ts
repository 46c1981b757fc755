import type { SourceRecord } from './catalog';

/** The parts of a source's entry as the first version wrote them, where they differ from today's. */
export interface FirstSource extends Omit<SourceRecord, 'parts' | 'receipt'> {
  parts: { path: string | null; rows: number; rejected: number }[];
  receipt: Pick<
    SourceRecord['receipt'],
    'file' | 'encoding' | 'lineEnd' | 'records' | 'header' | 'skipped' | 'loaded' | 'rejected'
  > & {
    dialect: { delimiter: string; quote: string; header: boolean };
    kept: { column: string; doubt: 'leading-zero' | 'long-number' | 'other-form'; example: string }[];
    warnings: ('open-quote' | 'mixed-line-ends')[];
  };
}

/** An entry of the first version as one of today's: it read delimited texts in UTF-8 alone, and decided types by itself. */
export function upgradeFirst(source: FirstSource): SourceRecord {
  const { kept, warnings, ...receipt } = source.receipt;
  const { delimiter, quote, header } = receipt.dialect;
  return {
    ...source,
    parts: source.parts.map((part) => ({ ...part, unread: 0 })),
    receipt: {
      ...receipt,
      kind: 'text',
      place: {},
      encoding: 'utf-8',
      unread: 0,
      columns: source.columns.map(({ name, type }) => {
        const found = kept.find(({ column }) => column === name);
        return {
          source: name,
          name,
          type,
          why: !found ? 'every-value' : found.doubt === 'other-form' ? 'mixed' : found.doubt,
          changed: 0,
          ...(found && { example: found.example }),
        };
      }),
      warnings: warnings.map((code) => ({ code })),
      settings: { encoding: 'utf-8', delimiter, quote, header },
    },
  };
}
