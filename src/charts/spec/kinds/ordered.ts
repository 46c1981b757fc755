import type { Chart, MakeContext } from '../chart';
import { only, withSlot } from '../chart';

/** Where a column says the order of the groups, each group's first place counts. */
export function toOrdered(context: MakeContext): MakeContext {
  const { chart } = context;
  const order = only(chart, 'order');
  if (!order) return context;
  const ordered: Chart = withSlot(chart, 'order', [{ aggregate: 'least', ...order }]);
  return { ...context, chart: ordered };
}
