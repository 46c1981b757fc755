import type { Page, Worker } from 'playwright-core';

/** DuckDB's workers have their console silenced ahead of their script; the data worker, which starts them, has not. */
export async function findWorkers(page: Page): Promise<{ data: Worker[]; duck: Worker[] }> {
  const data: Worker[] = [];
  const duck: Worker[] = [];
  for (const worker of page.workers()) {
    const kind = await worker
      .evaluate(() => (String(console.log) === '() => {}' ? 'duck' : 'data'))
      .then(
        (found) => found,
        () => 'gone',
      );
    if (kind === 'duck') duck.push(worker);
    if (kind === 'data') data.push(worker);
  }
  return { data, duck };
}

/** Ends a worker as the browser does when it is out of memory: nobody is told. */
export async function kill(worker: Worker): Promise<void> {
  const closed = new Promise<void>((done) => worker.once('close', () => done()));
  const reached = await worker
    .evaluate(() => self.close())
    .then(
      () => true,
      () => false,
    );
  // the death of one importer ends the others of its import, maybe before they are reached here
  if (reached) await closed;
}
