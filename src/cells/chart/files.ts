import type { Picture } from '../../charts/spec/picture';
import type { ChartCell } from './compile';

export interface ChartFileOptions {
  /** Light on dark. */
  dark?: boolean;
  /** On paper; else on nothing. */
  paper?: boolean;
  /** How many points of a PNG come to one of the page. */
  scale?: number;
}

/** A picture as a file that needs nothing besides itself. */
export async function toChartFile(
  picture: Picture,
  format: 'svg' | 'png',
  { scale = 2, ...look }: ChartFileOptions = {},
): Promise<Blob> {
  const { toPng, toSvgText } = await import('../../charts/render/image');
  const svg = toSvgText(picture, { document, ...look });
  return format === 'png' ? toPng(svg, scale) : new Blob([svg.text], { type: 'image/svg+xml' });
}

/** A chart's settings as `quire.addCell` takes them. */
export function toSpecText(cell: ChartCell): string {
  const spec = { ...cell, id: undefined, collapsed: undefined };
  return `${JSON.stringify(spec, undefined, 2)}\n`;
}
