import { RecordBatchFileWriter } from 'apache-arrow';
import { planColumn } from '../columns';
import { appVersion } from '../manifest';
import { createParquet } from '../toParquet';
import { startZstd } from '../zstd';
import type { ParquetSettings } from './columnar';
import type { WriteFormat } from './format';

export const writeParquet: WriteFormat<ParquetSettings> = async ([table], { settings, push }) => {
  const plans = table!.columns.map(planColumn);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zstd = settings.codec === 'zstd' && (await startZstd());
  const parquet = createParquet(plans, (piece) => void pieces.push(piece), {
    createdBy: `Quire ${appVersion}`,
    ...(zstd && { zstd }),
  });
  const flush = async () => {
    for (const piece of pieces.splice(0)) await push(piece);
  };
  for await (const batch of table!.batches()) {
    parquet.write(batch);
    await flush();
  }
  parquet.finish();
  await flush();
};

/** The engine's own batches, put into Arrow's file form. */
export const writeArrow: WriteFormat<object> = async ([table], { push }) => {
  const writer = new RecordBatchFileWriter();
  const pieces = writer[Symbol.asyncIterator]();
  // what has been written is taken as it comes, so that no more than a batch is held
  const drained = (async () => {
    for (let next = await pieces.next(); !next.done; next = await pieces.next())
      await push(new Uint8Array(next.value));
  })();
  for await (const batch of table!.batches()) {
    writer.write(batch);
    await Promise.race([drained, new Promise((done) => setTimeout(done))]);
  }
  writer.finish();
  writer.close();
  await drained;
};
