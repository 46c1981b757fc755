import type { ReportLook } from '../content';
import { ENDS, SIDE, toSheet } from '../style';

/** Twips of a millimetre. */
const PER_MM = 1440 / 25.4;

/** The sheet and what stands at its edges. */
export function toSection(look: ReportLook, references = ''): string {
  const [width, height] = toSheet(look).map((side) => Math.round(side * PER_MM));
  const [side, ends] = [SIDE, ENDS].map((free) => Math.round(free * PER_MM)) as [number, number];
  const orient = look.orientation === 'landscape' ? ' w:orient="landscape"' : '';
  // what stands at the edges lies in the middle of what is free there
  const edge = Math.round(ends * 0.45);
  return (
    `<w:sectPr>${references}<w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${orient}/>` +
    `<w:pgMar w:top="${ends}" w:right="${side}" w:bottom="${ends}" w:left="${side}" w:header="${edge}" w:footer="${edge}" w:gutter="0"/></w:sectPr>`
  );
}

/** How far down a cover its title stands, in twips. */
export function toCoverTop(look: ReportLook): number {
  return Math.round(toSheet(look)[1] * 0.28 * PER_MM);
}

/** How wide a line may be, in twips. */
export function toTextWidth(look: ReportLook): number {
  return Math.round((toSheet(look)[0] - 2 * SIDE) * PER_MM);
}
