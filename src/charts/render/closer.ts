import type { View } from '../spec/look';
import type { Picture } from '../spec/picture';
import type { Spot } from './render';

/** Shows a part of a plot larger: its shapes, not its lines and letters. Where its marks stand then. */
export function toCloser(
  plot: SVGSVGElement,
  { width, height, margins }: Picture,
  { k, x, y }: View,
  spots: readonly Spot[],
): Spot[] {
  const [left, top] = [margins.left + x, margins.top + y];
  // the corner of the frame stays where it is
  const [fromX, fromY] = [left - margins.left / k, top - margins.top / k];
  plot.setAttribute('viewBox', `${fromX} ${fromY} ${width / k} ${height / k}`);
  plot.setAttribute('overflow', 'hidden');
  for (const element of plot.querySelectorAll('path, line, rect, circle'))
    element.setAttribute('vector-effect', 'non-scaling-stroke');
  for (const element of plot.querySelectorAll('[font-size]'))
    element.setAttribute('font-size', String(Number.parseFloat(element.getAttribute('font-size')!) / k));
  for (const element of plot.querySelectorAll('text[stroke-width], g[stroke-width] > text'))
    element.setAttribute('stroke-width', String(3 / k));
  for (const element of plot.querySelectorAll('circle'))
    element.setAttribute('r', String(Number(element.getAttribute('r') ?? 3) / k));
  const toX = (at: number) => (at - fromX) * k;
  const toY = (at: number) => (at - fromY) * k;
  return spots
    .map((spot): Spot => ({
      ...spot,
      x: toX(spot.x),
      y: toY(spot.y),
      w: spot.w * k,
      h: spot.h * k,
      ...(spot.contains && {
        contains: (atX: number, atY: number) => spot.contains!(atX / k + fromX, atY / k + fromY),
      }),
    }))
    .filter(
      ({ x: at, y: down, w, h }) => at + w >= 0 && at - w <= width && down + h >= 0 && down - h <= height,
    );
}
