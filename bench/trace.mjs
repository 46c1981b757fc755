/**
 * Traces the tasks of the page's own thread until the function that it gives is called, which says how much processor time
 * the longest took. A task is long by the clock also when it had to wait for a core; this tells the two apart.
 * @param {import('./page.mjs').Page} page
 * @returns {Promise<() => Promise<number>>} milliseconds
 */
export async function traceTasks(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return findLongest(events);
  };
}

/** @param {any[]} events */
function findLongest(events) {
  const toThread = (/** @type {any} */ { pid, tid }) => `${pid}/${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(toThread),
  );
  const tasks = events.filter(
    ({ ph, tdur, ...event }) => ph === 'X' && tdur > 0 && mains.has(toThread(event)),
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks');
  return tasks.reduce((most, { tdur }) => Math.max(most, tdur / 1000), 0);
}
