import Area from 'lucide-solid/icons/chart-area';
import Column from 'lucide-solid/icons/chart-column';
import Candlestick from 'lucide-solid/icons/chart-candlestick';
import Rising from 'lucide-solid/icons/chart-no-axes-column-increasing';
import Combined from 'lucide-solid/icons/chart-no-axes-combined';
import Decreasing from 'lucide-solid/icons/chart-column-decreasing';
import Gantt from 'lucide-solid/icons/chart-gantt';
import Line from 'lucide-solid/icons/chart-line';
import Network from 'lucide-solid/icons/chart-network';
import Pie from 'lucide-solid/icons/chart-pie';
import Scatter from 'lucide-solid/icons/chart-scatter';
import Spline from 'lucide-solid/icons/chart-spline';
import Calendar from 'lucide-solid/icons/calendar-days';
import Funnel from 'lucide-solid/icons/funnel';
import Gauge from 'lucide-solid/icons/gauge';
import Fork from 'lucide-solid/icons/git-fork';
import Grid from 'lucide-solid/icons/grid-3x3';
import Treemap from 'lucide-solid/icons/layout-dashboard';
import World from 'lucide-solid/icons/map';
import Pin from 'lucide-solid/icons/map-pin';
import Box from 'lucide-solid/icons/sliders-vertical';
import Table from 'lucide-solid/icons/table-2';
import Slope from 'lucide-solid/icons/trending-up';
import Waterfall from 'lucide-solid/icons/chart-bar-decreasing';
import Waves from 'lucide-solid/icons/audio-waveform';
import Shuffle from 'lucide-solid/icons/shuffle';
import type { Component } from 'solid-js';

/** Pictures of the kinds of chart. */
const icons: Readonly<Record<string, Component>> = {
  bar: Column,
  line: Line,
  area: Area,
  point: Scatter,
  histogram: Rising,
  box: Box,
  violin: Waves,
  ridge: Waves,
  heat: Grid,
  heatmap: Grid,
  calendar: Calendar,
  pareto: Decreasing,
  regression: Slope,
  density: Grid,
  pie: Pie,
  treemap: Treemap,
  funnel: Funnel,
  waterfall: Waterfall,
  bump: Shuffle,
  slope: Spline,
  candlestick: Candlestick,
  intervals: Gantt,
  network: Network,
  tree: Fork,
  kpi: Gauge,
  table: Table,
  map: World,
  'map-points': Pin,
};

export const findIcon = (mark: string): Component => icons[mark] ?? Combined;
