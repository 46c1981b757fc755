import { expect } from 'vitest';

/** Whether a part is XML: tags that end in order, and no sign that would be read as one. */
export function checkXml(xml: string): void {
  const pieces = xml.replace(/^<\?xml [^?]*\?>\n/, '').split(/(<[^<>]*>)/);
  const open: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    expect(piece.isWellFormed()).toBe(true);
    expect(piece.replace(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
    expect(piece.replace(/&#\d+;/g, '')).not.toMatch(at % 2 === 0 ? /[<>&]/ : /&/);
    if (at % 2 === 0) continue;
    expect(piece).toMatch(/^<(?:\/[\w:]+|[\w:]+(?: [\w:]+="[^"]*")*\/?)>$/);
    if (piece.endsWith('/>')) continue;
    const name = /^<\/?([\w:]+)/.exec(piece)![1]!;
    if (!piece.startsWith('</')) open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
}

/** In what order the format wants what is said of a paragraph, of letters, of a table, of a cell and of a section (ECMA-376, part 1, 17). */
const orders: Record<string, string> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl sectPr',
  rPr: 'rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign lang',
  tblPr: 'tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook',
  tcPr: 'tcW tcBorders vAlign',
  sectPr: 'headerReference footerReference type pgSz pgMar',
};

export function checkOrder(xml: string): void {
  for (const [name, order] of Object.entries(orders)) {
    const wanted = order.split(' ');
    for (const [, inside] of xml.matchAll(new RegExp(`<w:${name}>(.*?)</w:${name}>`, 'gs'))) {
      const found = findChildren(inside!);
      expect(wanted).toEqual(expect.arrayContaining(found));
      expect(found).toEqual(found.toSorted((a, b) => wanted.indexOf(a) - wanted.indexOf(b)));
    }
  }
}

function findChildren(xml: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const [tag, slash, name, own] of xml.matchAll(/<(\/?)w:(\w+)[^>]*?(\/?)>/g)) {
    if (slash) depth--;
    else {
      if (depth === 0) found.push(name!);
      if (!own) depth++;
    }
    expect(tag).not.toBe('');
  }
  return found;
}
