import { Problem } from '../../../lib/problem';
import type { Column } from '../../../table/column';
import type { Chart } from '../chart';
import { only } from '../chart';
import { isAdditive, toAggregate } from '../keys';

/** Parts of a whole can only be what adds up: means of groups have no sum that says anything. */
export function checkWhole(chart: Chart, columns: readonly Column[]): Problem | undefined {
  const aggregate = toAggregate(only(chart, 'y') ?? {}, columns);
  return isAdditive(aggregate) ? undefined : new Problem('chart-whole', { params: { detail: aggregate } });
}
