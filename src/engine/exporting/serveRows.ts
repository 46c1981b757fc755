import { quoteName, quoteText } from '../../sql/quote';
import { toWire } from '../transfer';
import type { TableKind } from '../engine';

/** How a column leaves the engine. */
export interface ColumnRead {
  name: string;
  /** The type to cast to; as it is where there is none. */
  cast?: string;
  /**
   * Values become marks: the same for the same value under the same key, and never turned back by anyone without it.
   */
  mask?: string;
}

/** What is asked through the port; the answers come in the order of the requests. */
export interface RowsRequest {
  kind: TableKind;
  columns: readonly ColumnRead[];
  from: number;
  to: number;
}

/** An Arrow IPC stream, nothing where there are no such rows, or what went wrong. */
export type RowsAnswer = { bytes: Uint8Array<ArrayBuffer> | null } | { error: ReturnType<typeof toWire> };

/** Answers reads of a table on a port, so that another worker has its rows without the page between, until it says `end`. */
export function serveRows(
  port: MessagePort,
  read: (request: RowsRequest) => Promise<Uint8Array<ArrayBuffer> | null>,
  signal: AbortSignal,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return new Promise<void>((done, fail) => {
    const stop = () => fail(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    port.onmessage = ({ data }: MessageEvent<RowsRequest | 'end'>) => {
      if (data === 'end') return done();
      last = last.then(async () => {
        try {
          const bytes = await read(data);
          port.postMessage({ bytes } satisfies RowsAnswer, bytes ? [bytes.buffer] : []);
        } catch (error) {
          port.postMessage({ error: toWire(error) } satisfies RowsAnswer);
        }
      });
    };
  }).finally(() => port.close());
}

/** 64 bits: among five million values, two of the same mark are a matter of one file in a million. */
const MASK_DIGITS = 16;

/** What is selected of a table. */
export function toSelection(columns: readonly ColumnRead[]): string {
  return columns
    .map(({ name, cast, mask }) => {
      const column = quoteName(name);
      if (mask !== undefined) {
        const secret = `${quoteText(mask)} || CAST(${column} AS VARCHAR)`;
        return `substr(sha256(${secret}), 1, ${MASK_DIGITS}) AS ${column}`;
      }
      return cast === undefined ? column : `CAST(${column} AS ${cast}) AS ${column}`;
    })
    .join(', ');
}
