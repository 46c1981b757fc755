import type { DrawContext } from '../chart';
import type { Picture } from '../picture';
import { drawArea } from './area';
import { drawBar } from './bar';
import { drawBox } from './box';
import { drawCalendar } from './calendar';
import { drawHeat } from './heat';
import { drawHistogram } from './histogram';
import { drawLine } from './line';
import { drawMap } from './map';
import { drawMapPoints } from './mapPoints';
import { drawPareto } from './pareto';
import { drawPoint } from './point';
import { drawRegression } from './regression';
import { drawRidge, drawViolin } from './violin';
import { drawPie } from './pie';
import { drawTreemap } from './treemap';
import { drawFunnel } from './funnel';
import { drawWaterfall } from './waterfall';
import { drawBump } from './bump';
import { drawSlope } from './slope';
import { drawCandlestick } from './candlestick';
import { drawIntervals } from './intervals';
import { drawNetwork } from './network';
import { drawTree } from './tree';
import { drawKpi } from './kpi';
import { drawTable } from './table';

/** How each kind of chart looks, by its name in `../catalog.ts`. */
export const drawers: Readonly<Record<string, (context: DrawContext) => Picture>> = {
  bar: drawBar,
  line: drawLine,
  map: drawMap,
  'map-points': drawMapPoints,
  area: drawArea,
  point: drawPoint,
  histogram: drawHistogram,
  box: drawBox,
  violin: drawViolin,
  ridge: drawRidge,
  heat: drawHeat,
  calendar: drawCalendar,
  pareto: drawPareto,
  regression: drawRegression,
  pie: drawPie,
  treemap: drawTreemap,
  funnel: drawFunnel,
  waterfall: drawWaterfall,
  bump: drawBump,
  slope: drawSlope,
  candlestick: drawCandlestick,
  intervals: drawIntervals,
  network: drawNetwork,
  tree: drawTree,
  kpi: drawKpi,
  table: drawTable,
};
