import type { Range } from './scroll';

const VALUES_A_PAGE = 60_000;
const VALUES_KEPT = 2_000_000;

export interface PageLayout {
  /** Rows a page. */
  size: number;
  /** Pages that are kept. */
  kept: number;
}

export interface PagePlan {
  start: number[];
  stop: number[];
}

export interface PageDemand {
  /** Pages wanted, most wanted first. */
  wanted: readonly number[];
  /** Pages being read. */
  reading: readonly number[];
  limit: number;
  isKnown(page: number): boolean;
}

/** Two hundred rows, or fewer where a row is wide, so that a page is never slow for its size. */
export function toPageLayout(columnCount: number): PageLayout {
  const width = Math.max(1, columnCount);
  const size = Math.max(50, Math.min(200, Math.floor(VALUES_A_PAGE / width)));
  return { size, kept: Math.max(6, Math.min(100, Math.floor(VALUES_KEPT / (size * width)))) };
}

/** The pages on screen in the direction of the scroll, then the next one that way, then the one behind. */
export function findWantedPages(
  rows: Range,
  { size, rowCount, forward }: { size: number; rowCount: number; forward: boolean },
): number[] {
  if (rows.last <= rows.first) return [];
  const first = Math.floor(rows.first / size);
  const last = Math.floor((rows.last - 1) / size);
  const end = Math.floor((rowCount - 1) / size);
  const seen = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const around = forward ? [last + 1, first - 1] : [first - 1, last + 1];
  return [...(forward ? seen : seen.reverse()), ...around.filter((page) => page >= 0 && page <= end)];
}

/** Stops what is no longer wanted and starts the most wanted, never more at a time than the limit. */
export function planPages({ wanted, reading, limit, isKnown }: PageDemand): PagePlan {
  const stop = reading.filter((page) => !wanted.includes(page));
  const room = limit - (reading.length - stop.length);
  const missing = wanted.filter((page) => !isKnown(page) && !reading.includes(page));
  return { start: missing.slice(0, Math.max(0, room)), stop };
}
