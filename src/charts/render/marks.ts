import * as Plot from '@observablehq/plot';

/** The marks of Plot that pictures use; what is not named here is not in the build. */
export const marks = {
  areaY: Plot.areaY,
  areaX: Plot.areaX,
  arrow: Plot.arrow,
  axisX: Plot.axisX,
  axisY: Plot.axisY,
  cell: Plot.cell,
  dot: Plot.dot,
  geo: Plot.geo,
  gridX: Plot.gridX,
  gridY: Plot.gridY,
  image: Plot.image,
  line: Plot.line,
  link: Plot.link,
  rect: Plot.rect,
  ruleX: Plot.ruleX,
  ruleY: Plot.ruleY,
  text: Plot.text,
  tickX: Plot.tickX,
  tickY: Plot.tickY,
} as const;

export const { plot } = Plot;
