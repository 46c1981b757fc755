import { describe, expect, test } from 'vitest';
import {
  findVisibleRows,
  reduceScroll,
  toSpacerHeight,
  type Extent,
  type Scroll,
} from '../../src/grid/scroll';

const start: Scroll = { top: 0, scrollTop: 0 };
const counts = [10, 1_200_000, 10_000_000, 1_000_000_000];

function toExtent(rowCount: number): Extent {
  return { rowCount, rowHeight: 28, height: 560 };
}

function findMax(extent: Extent): { scrollTop: number; top: number } {
  const total = extent.rowCount * extent.rowHeight;
  return {
    scrollTop: Math.max(0, toSpacerHeight(extent) - extent.height),
    top: Math.max(0, total - extent.height),
  };
}

/** A browser's scroller: it clamps and rounds, and says where it ended. */
function scrollTo(scroll: Scroll, scrollTop: number, extent: Extent): Scroll {
  const max = findMax(extent).scrollTop;
  const clamped = Math.round(Math.max(0, Math.min(max, scrollTop)));
  return reduceScroll(scroll, { kind: 'scrolled', scrollTop: clamped }, extent);
}

function settle(scroll: Scroll, extent: Extent): Scroll {
  const settled = reduceScroll(scroll, { kind: 'settled' }, extent);
  return { top: settled.top, scrollTop: Math.round(settled.scrollTop) };
}

describe.each(counts)('a table of %i rows', (rowCount) => {
  const extent = toExtent(rowCount);
  const max = findMax(extent);

  test('shows its first row at the start', () => {
    expect(findVisibleRows(start.top, extent).first).toBe(0);
  });

  test('shows its last row whole when the thumb is at the end', () => {
    const end = scrollTo(start, max.scrollTop, extent);
    expect(end.top).toBe(max.top);
    expect(findVisibleRows(end.top, extent).last).toBe(rowCount);
  });

  test('shows its last row whole though the browser stops a fraction of a pixel before the end', () => {
    const end = reduceScroll(
      start,
      { kind: 'scrolled', scrollTop: Math.max(0, max.scrollTop - 0.6) },
      extent,
    );
    expect(end.top).toBe(max.top);
  });

  test('reveals any row whole', () => {
    for (const part of [0, 0.1, 0.333, 0.5, 0.75, 0.999, 1]) {
      const row = Math.round((rowCount - 1) * part);
      for (const align of ['near', 'centre'] as const) {
        const { top } = reduceScroll(start, { kind: 'revealed', row, align }, extent);
        expect(row * 28).toBeGreaterThanOrEqual(top);
        expect((row + 1) * 28).toBeLessThanOrEqual(top + extent.height);
      }
    }
  });

  test('does not move for a row that is seen', () => {
    const scroll = reduceScroll(
      start,
      { kind: 'revealed', row: Math.floor(rowCount / 2), align: 'centre' },
      extent,
    );
    const again = reduceScroll(
      scroll,
      { kind: 'revealed', row: Math.floor(rowCount / 2), align: 'near' },
      extent,
    );
    expect(again.top).toBe(scroll.top);
  });

  test('moves further whenever the thumb does', () => {
    let before = -1;
    for (let step = 0; step <= 400; step++) {
      const { top } = scrollTo({ top: -1e12, scrollTop: -1e12 }, (max.scrollTop * step) / 400, extent);
      if (max.scrollTop >= 400) expect(top).toBeGreaterThan(before);
      expect(top).toBeGreaterThanOrEqual(before);
      before = top;
    }
  });

  test('settles without moving what is seen, and twice is as once', () => {
    const scroll = scrollTo(start, max.scrollTop * 0.37, extent);
    const once = settle(scroll, extent);
    expect(once.top).toBe(scroll.top);
    expect(settle(once, extent)).toEqual(once);
  });
});

describe.each(counts.slice(1))('small moves in %i rows', (rowCount) => {
  const extent = toExtent(rowCount);
  const max = findMax(extent);

  test('are pixel for pixel anywhere', () => {
    for (const part of [0.001, 0.25, 0.5, 0.9, 0.999]) {
      const scroll = settle(scrollTo(start, max.scrollTop * part, extent), extent);
      const moved = scrollTo(scroll, scroll.scrollTop + 100, extent);
      expect(moved.top - scroll.top).toBeCloseTo(100, 4);
      const back = scrollTo(moved, moved.scrollTop - 100, extent);
      expect(back.top).toBeCloseTo(scroll.top, 4);
    }
  });

  test('mixed with jumps leave the thumb where it belongs', () => {
    let scroll = start;
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let i = 0; i < 2000; i++) {
      const target = random() < 0.1 ? random() * max.scrollTop : scroll.scrollTop + (random() - 0.5) * 600;
      scroll = scrollTo(scroll, target, extent);
      expect(scroll.top).toBeGreaterThanOrEqual(0);
      expect(scroll.top).toBeLessThanOrEqual(max.top);
      if (random() < 0.2) scroll = settle(scroll, extent);
    }
    scroll = settle(scroll, extent);
    const jumped = reduceScroll(
      { top: -1e12, scrollTop: -1e12 },
      { kind: 'scrolled', scrollTop: scroll.scrollTop },
      extent,
    );
    const pixel = (max.top / max.scrollTop) * 1.5;
    expect(Math.abs(jumped.top - scroll.top)).toBeLessThanOrEqual(pixel);
  });

  test('reach the first row from far below it, without a jump and without ever pausing', () => {
    let scroll = settle(
      reduceScroll(start, { kind: 'revealed', row: 4000, align: 'centre' }, extent),
      extent,
    );
    let before = scroll.top;
    for (let i = 0; i < 3000 && scroll.top > 0; i++) {
      scroll = scrollTo(scroll, scroll.scrollTop - 100, extent);
      expect(before - scroll.top).toBeLessThanOrEqual(101);
      before = scroll.top;
    }
    expect(scroll.top).toBe(0);
  });

  test('reach the last row from far above it, without a jump and without ever pausing', () => {
    let scroll = settle(
      reduceScroll(start, { kind: 'revealed', row: rowCount - 4000, align: 'centre' }, extent),
      extent,
    );
    let before = scroll.top;
    for (let i = 0; i < 3000 && scroll.top < max.top; i++) {
      scroll = scrollTo(scroll, scroll.scrollTop + 100, extent);
      expect(scroll.top - before).toBeLessThanOrEqual(101);
      before = scroll.top;
    }
    expect(scroll.top).toBe(max.top);
  });
});

test('a table shorter than the view never scrolls', () => {
  const extent = toExtent(10);
  expect(reduceScroll(start, { kind: 'moved', by: 500 }, extent)).toEqual(start);
  expect(findVisibleRows(0, extent)).toEqual({ first: 0, last: 10 });
});

test('a table without rows shows none', () => {
  expect(findVisibleRows(0, toExtent(0))).toEqual({ first: 0, last: 0 });
});

test('the spacer never outgrows what a browser can lay out', () => {
  expect(toSpacerHeight(toExtent(1_000_000_000))).toBe(8_000_000);
  expect(toSpacerHeight(toExtent(10))).toBe(280);
});

test('a view that grows keeps its rows within the table', () => {
  const extent = toExtent(30);
  const end = reduceScroll(start, { kind: 'revealed', row: 29, align: 'near' }, extent);
  const grown = reduceScroll(end, { kind: 'settled' }, { ...extent, height: 2000 });
  expect(end.top).toBe(280);
  expect(grown.top).toBe(0);
});
