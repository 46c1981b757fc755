import { toWidths } from '../fit';
import { toParagraph, TWIPS } from './xml';

export interface GridColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly isRight: boolean;
  readonly isCentred?: boolean;
}

/** A table whose heads come again on each page; `toInside` says what stands in a cell, the heads being row −1. */
export function toGrid(
  columns: readonly GridColumn[],
  { room, toInside }: { room: number; toInside: (column: number, row: number) => string },
): string {
  const widths = toWidths(columns, room).map((width) => Math.round(width * TWIPS));
  const count = columns[0]?.texts.length ?? 0;
  const toRow = (row: number) => {
    const isHead = row < 0;
    const cells = columns.map(({ isRight, isCentred }, at) => {
      const align = isRight ? 'right' : isCentred ? 'center' : undefined;
      const style = isHead ? 'TableHead' : 'TableText';
      // heads alone at the foot of a page say nothing
      const inside = toParagraph(toInside(at, row), { style, keepNext: isHead || row === 0, align });
      const look = isHead
        ? '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="6F7681"/></w:tcBorders><w:vAlign w:val="bottom"/>'
        : '';
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${look}</w:tcPr>${inside}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  };
  const rows = Array.from({ length: count + 1 }, (_, at) => toRow(at - 1));
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

/** Two beside one another, with nothing drawn around them. What reaches out of a half, as a picture does, lies in the gap between them. */
export function toHalves(halves: readonly string[], { room, gap }: { room: number; gap: number }): string {
  const [width, free] = [Math.floor(((room + gap) * TWIPS) / 2), Math.round((gap * TWIPS) / 2)];
  const cells = halves.map(
    (inside) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${2 * width}" w:type="dxa"/><w:tblInd w:w="${-free}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${free}" w:type="dxa"/><w:right w:w="${free}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${width}"/><w:gridCol w:w="${width}"/></w:tblGrid><w:tr>${cells.join('')}</w:tr></w:tbl>`
  );
}
