import type { ChartKind } from './chart';
import { area } from './kinds/area';
import { bar } from './kinds/bar';
import { box } from './kinds/box';
import { calendar } from './kinds/calendar';
import { heat } from './kinds/heat';
import { histogram } from './kinds/histogram';
import { line } from './kinds/line';
import { map } from './kinds/map';
import { mapPoints } from './kinds/mapPoints';
import { pareto } from './kinds/pareto';
import { point } from './kinds/point';
import { regression } from './kinds/regression';
import { ridge, violin } from './kinds/violin';
import { pie } from './kinds/pie';
import { treemap } from './kinds/treemap';
import { funnel } from './kinds/funnel';
import { waterfall } from './kinds/waterfall';
import { bump } from './kinds/bump';
import { slope } from './kinds/slope';
import { candlestick } from './kinds/candlestick';
import { intervals } from './kinds/intervals';
import { network } from './kinds/network';
import { tree } from './kinds/tree';
import { kpi } from './kinds/kpi';
import { table } from './kinds/table';

/** Every kind of chart. A new kind is a file in `kinds/` and a line here. */
export const chartKinds: readonly ChartKind[] = [
  bar,
  line,
  area,
  point,
  histogram,
  box,
  violin,
  ridge,
  heat,
  calendar,
  pareto,
  regression,
  map,
  mapPoints,
  pie,
  treemap,
  funnel,
  waterfall,
  bump,
  slope,
  candlestick,
  intervals,
  network,
  tree,
  kpi,
  table,
];

export function findChartKind(mark: string): ChartKind | undefined {
  return chartKinds.find((kind) => kind.mark === mark);
}
