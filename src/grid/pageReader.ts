import type { Value } from '../table/column';
import { createAbort } from '../lib/problem';
import { findWantedPages, planPages, toPageLayout, type PageLayout } from './pages';
import type { RowSource } from './rows';
import type { Range } from './scroll';

const AT_ONCE = 2;
/** While the view jumps from page to page, reads start at most this often. */
const REST_MS = 60;

export type Page = { kind: 'ready'; columns: Value[][] } | { kind: 'failed'; problem: unknown };

export interface PageReader {
  readonly layout: PageLayout;
  get(page: number): Page | undefined;
  all(): IterableIterator<[number, Page]>;
  want(rows: Range): void;
  retry(page: number): void;
  stop(): void;
}

export interface PageReaderOptions {
  onPage(page: number): void;
  setTimer?: (run: () => void, ms: number) => unknown;
}

/** Keeps the pages around what is seen, and reads them. It lives as long as the source's key. */
export function createPageReader(
  source: RowSource,
  { onPage, setTimer = (run, ms) => setTimeout(run, ms) }: PageReaderOptions,
): PageReader {
  const layout = toPageLayout(source.columns.length);
  const pages = new Map<number, Page>();
  const reading = new Map<number, AbortController>();
  let seen: Range = { first: 0, last: 0 };
  let wanted: number[] = [];
  let isResting = false;
  let isStopped = false;

  function want(rows: Range): void {
    if (rows.first === seen.first && rows.last === seen.last) return;
    const isJump = rows.first >= seen.last + layout.size || rows.last + layout.size <= seen.first;
    const isFirst = seen.last === 0;
    const forward = rows.first >= seen.first;
    seen = rows;
    wanted = findWantedPages(rows, { size: layout.size, rowCount: source.rowCount, forward });
    for (const page of wanted) touch(page);
    if (isJump && !isFirst) rest();
    else if (!isResting) pump();
  }

  function rest(): void {
    if (isResting) return;
    isResting = true;
    setTimer(() => {
      isResting = false;
      pump();
    }, REST_MS);
  }

  function pump(): void {
    if (isStopped) return;
    const isKnown = (page: number) => pages.has(page);
    const plan = planPages({ wanted, reading: [...reading.keys()], limit: AT_ONCE, isKnown });
    for (const page of plan.stop) {
      reading.get(page)?.abort(createAbort());
      reading.delete(page);
    }
    for (const page of plan.start) void read(page);
  }

  async function read(page: number): Promise<void> {
    const controller = new AbortController();
    reading.set(page, controller);
    const answer = await readPage(source, page, layout.size, controller.signal);
    if (reading.get(page) !== controller) return;
    reading.delete(page);
    pages.set(page, answer);
    forget();
    onPage(page);
    pump();
  }

  function touch(page: number): void {
    const known = pages.get(page);
    if (!known) return;
    pages.delete(page);
    pages.set(page, known);
  }

  function forget(): void {
    for (const page of pages.keys()) {
      if (pages.size <= layout.kept) return;
      if (!wanted.includes(page)) pages.delete(page);
    }
  }

  return {
    layout,
    get: (page) => pages.get(page),
    all: () => pages.entries(),
    want,
    retry(page) {
      if (pages.get(page)?.kind !== 'failed') return;
      pages.delete(page);
      onPage(page);
      pump();
    },
    stop() {
      isStopped = true;
      for (const controller of reading.values()) controller.abort(createAbort());
      reading.clear();
      pages.clear();
    },
  };
}

async function readPage(source: RowSource, page: number, size: number, signal: AbortSignal): Promise<Page> {
  const from = page * size;
  const to = Math.min(from + size, source.rowCount);
  try {
    return { kind: 'ready', columns: await source.read(from, to, signal) };
  } catch (problem) {
    return { kind: 'failed', problem };
  }
}
