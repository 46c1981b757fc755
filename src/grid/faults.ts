import type { Range } from './scroll';

/** Where a page that could not be read is on screen. */
export interface Fault {
  page: number;
  top: number;
  height: number;
}

export interface FaultPlace {
  rows: Range;
  top: number;
  rowHeight: number;
  height: number;
  pageSize: number;
  toState(row: number): 'ready' | 'pending' | 'failed';
}

export function findFaults({ rows, top, rowHeight, height, pageSize, toState }: FaultPlace): Fault[] {
  const faults: Fault[] = [];
  for (let row = rows.first; row < rows.last; row += pageSize - (row % pageSize)) {
    if (toState(row) !== 'failed') continue;
    const page = Math.floor(row / pageSize);
    const from = Math.max(0, row * rowHeight - top);
    const to = Math.min(height, Math.min(rows.last, (page + 1) * pageSize) * rowHeight - top);
    faults.push({ page, top: from, height: to - from });
  }
  return faults;
}

/** Whether rows on screen are still to come; pages are longer than a view, so its first and last row tell. */
export function isPending({ first, last }: Range, toState: FaultPlace['toState']): boolean {
  return last > first && (toState(first) === 'pending' || toState(last - 1) === 'pending');
}
