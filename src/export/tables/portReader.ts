import type { Table } from 'apache-arrow';
import { tableFromIPC } from 'apache-arrow';
import type { RowsAnswer, RowsRequest } from '../../engine/exporting/serveRows';
import { fromWire } from '../../engine/transfer';

export type ReadRows = (request: RowsRequest) => Promise<Table | null>;

/** Asks the data worker for rows; the answers come in the order of the questions. */
export function toReader(port: MessagePort): ReadRows {
  const waiting: PromiseWithResolvers<Uint8Array<ArrayBuffer> | null>[] = [];
  port.onmessage = ({ data }: MessageEvent<RowsAnswer>) => {
    const next = waiting.shift();
    if ('error' in data) next?.reject(fromWire(data.error));
    else next?.resolve(data.bytes);
  };
  return async (request) => {
    const answer = Promise.withResolvers<Uint8Array<ArrayBuffer> | null>();
    waiting.push(answer);
    port.postMessage(request);
    const bytes = await answer.promise;
    return bytes && tableFromIPC(bytes);
  };
}
