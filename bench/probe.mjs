/** Runs in the page before its own scripts, and so may use nothing from outside this function. */
export function installProbe() {
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  /** @type {{start: number, duration: number}[]} */
  const longTasks = [];
  const keep = (/** @type {PerformanceEntry[]} */ entries) =>
    longTasks.push(...entries.map(({ startTime, duration }) => ({ start: startTime, duration })));
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });

  const probe = {
    /** When `window.quire` was there, and when it was ready. */
    quireAt: Number.NaN,
    readyAt: Number.NaN,
    /** When the first rows were on screen, in a page that was asked to look for them from its start. */
    rowsAt: /** @type {Promise<number> | undefined} */ (undefined),
    nextFrame,

    /** Resolves to the start of a frame before which another had shown cells with text in them. */
    async whenRows() {
      while (!hasRows()) await nextFrame();
      await nextFrame();
      return performance.now();
    },

    /** Records frames and long tasks until the function that it gives is called. */
    record() {
      const start = performance.now();
      /** @type {number[]} */
      const frames = [];
      let last = Number.NaN;
      let id = requestAnimationFrame(function note(now) {
        if (!Number.isNaN(last)) frames.push(now - last);
        last = now;
        id = requestAnimationFrame(note);
      });
      return async () => {
        cancelAnimationFrame(id);
        // A long task is told of only after it has ended.
        await new Promise((done) => setTimeout(done, 200));
        keep(observer.takeRecords());
        return { frames, longTasks: longTasks.filter((task) => task.start >= start) };
      };
    },
  };

  let quire;
  Object.defineProperty(window, 'quire', {
    configurable: true,
    get: () => quire,
    set(value) {
      quire = value;
      probe.quireAt = performance.now();
      value.ready.then(() => (probe.readyAt = performance.now()));
    },
  });
  window.probe = probe;
  if (location.protocol === 'http:' && sessionStorage.getItem('probe.rows')) probe.rowsAt = probe.whenRows();

  function hasRows() {
    return [...document.querySelectorAll('[role="gridcell"]:not([hidden])')].some(
      (cell) => cell.textContent && !cell.closest('[hidden]'),
    );
  }
}
