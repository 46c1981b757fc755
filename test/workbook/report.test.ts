import { describe, expect, it } from 'vitest';
import { createWorkbook } from '../../src/workbook/document';
import type { Workbook } from '../../src/workbook/document';
import { addCell, removeCell } from '../../src/workbook/edits';
import { setOutputs } from '../../src/workbook/outputs';
import {
  checkReport,
  listParts,
  movePart,
  plainReport,
  resetParts,
  setPart,
  setReport,
  toReport,
} from '../../src/workbook/report';
import { checkLogo } from '../../src/workbook/reportLogo';
import { deserialize } from '../../src/workbook/deserialize';
import { serialize } from '../../src/workbook/serialize';
import { word } from './kinds';

const abc = createWorkbook({ id: 'w', cells: [word('a'), word('b'), word('c')] });
const order = (book: Workbook) =>
  listParts(book)
    .map(({ cell }) => cell)
    .join('');

describe('the report of a workbook', () => {
  it('has every cell in its order where nothing was said', () => {
    expect(order(abc)).toBe('abc');
    expect(toReport(abc)).toEqual(plainReport);
    expect(abc.report).toBeUndefined();
  });

  it('parts are moved before and behind others, and only within what there is', () => {
    expect(order(movePart(abc, 'c', { after: null }))).toBe('cab');
    expect(order(movePart(abc, 'a', { after: 'b' }))).toBe('bac');
    expect(movePart(abc, 'a', { after: 'a' })).toBe(abc);
    expect(movePart(abc, 'x', { after: 'a' })).toBe(abc);
  });

  it('a new cell stands behind the one above it, also where the order was changed', () => {
    const arranged = movePart(abc, 'c', { after: null });
    expect(order(addCell(arranged, word('x'), { after: 'a' }))).toBe('caxb');
    expect(order(addCell(arranged, word('x'), { after: null }))).toBe('xcab');
    expect(order(addCell(arranged, word('x')))).toBe('cxab');
  });

  it('a cell that is gone is not in it, and stands in its place again when it is back', () => {
    const arranged = setPart(movePart(abc, 'c', { after: null }), 'b', { caption: 'B' });
    expect(order(removeCell(arranged, 'b'))).toBe('ca');
    expect(listParts(addCell(removeCell(arranged, 'b'), word('b'), { after: 'a' }))).toContainEqual({
      cell: 'b',
      caption: 'B',
    });
  });

  it('settings of a part are said and taken back', () => {
    const said = setPart(abc, 'b', { left: true, width: 'half', newPage: true, sql: true, rows: 5 });
    expect(listParts(said)[1]).toEqual({
      cell: 'b',
      left: true,
      width: 'half',
      newPage: true,
      sql: true,
      rows: 5,
    });
    const back = { left: undefined, width: undefined, newPage: undefined, sql: undefined, rows: undefined };
    expect(listParts(setPart(said, 'b', back))[1]).toEqual({ cell: 'b' });
    expect(listParts(resetParts(said))).toEqual([{ cell: 'a' }, { cell: 'b' }, { cell: 'c' }]);
  });

  it('is saved and read again as it was', () => {
    const said = setOutputs(setPart(setReport(abc, { title: '月报', contents: false }), 'a', { rows: 3 }), {
      report: { format: 'html', template: '{name}' },
    });
    const json = JSON.parse(JSON.stringify(serialize(said))) as unknown;
    const { workbook } = deserialize(json);
    expect(workbook.report).toEqual(said.report);
    expect(workbook.outputs).toEqual(said.outputs);
    expect(serialize(abc)).not.toHaveProperty('report');
    expect(deserialize(serialize(abc)).workbook).not.toHaveProperty('report');
  });

  it('what comes from elsewhere and is none of ours is as if it had not been said', () => {
    for (const given of [null, 'x', 7, [], { parts: 'x' }, { parts: [null, {}, { cell: 3 }] }])
      expect(checkReport(given)).toEqual(plainReport);
    expect(
      checkReport({
        title: `a\nb${'x'.repeat(9999)}`,
        accent: 'red;}*{background:url(//a)',
        paper: 'a3',
        type: '<script>',
        logo: 'https://example.org/logo.png',
        parts: [
          { cell: 'a', rows: 1e9, width: 'third', left: 'yes', caption: 4 },
          { cell: 'a', rows: 2 },
          { cell: 'b', rows: 1.5 },
        ],
      }),
    ).toEqual({
      ...plainReport,
      title: `a b${'x'.repeat(497)}`,
      parts: [{ cell: 'a', rows: 1000 }, { cell: 'b' }],
    });
    const { outputs } = deserialize({
      ...serialize(abc),
      outputs: {
        report: { format: 'exe' },
        tables: { names: [1, 'a'], format: 'csv', settings: 3, template: '' },
      },
    } as never).workbook;
    expect(outputs).toEqual({
      tables: { names: ['a'], format: 'csv', settings: {}, template: '{name} {date}' },
    });
  });
});

describe('a logo', () => {
  const toUrl = (text: string, kind = 'svg+xml') =>
    `data:image/${kind};base64,${Buffer.from(text).toString('base64')}`;
  const svg = (inside: string) => toUrl(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

  it('is a small PNG, JPEG or SVG', () => {
    expect(checkLogo('')).toBeUndefined();
    expect(checkLogo(toUrl('\x89PNG\r\n\x1a\n', 'png'))).toBe('no-image');
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]).toString('base64');
    expect(checkLogo(`data:image/png;base64,${png}`)).toBeUndefined();
    expect(checkLogo(svg('<circle r="3" fill="url(#a)"/><use href="#a"/>'))).toBeUndefined();
    expect(checkLogo(toUrl(`<?xml version="1.0"?>\n<!-- made -->\n<svg></svg>`))).toBeUndefined();
    expect(checkLogo(toUrl('GIF89a', 'gif'))).toBe('no-image');
    expect(checkLogo(toUrl('<html></html>'))).toBe('no-image');
    expect(checkLogo(svg('x'.repeat(400_000)))).toBe('too-large');
  });

  it.each([
    '<script>1</script>',
    '<svg:script>1</svg:script>',
    '<circle onload="x()"/>',
    '<circle\nonclick = x()>',
    '<foreignObject/>',
    '<image href="https://example.org/a.png"/>',
    '<use xlink:href="//example.org/a.svg#b"/>',
    '<image href=data:image/svg+xml,x />',
    '<style>@import "x"</style>',
    '<rect fill="url(https://example.org)"/>',
    '<a href="javascript:x()"/>',
    '<a href="&#106;avascript:x()"/>',
    '<animate attributeName="href" to="javascript:x()"/>',
  ])('an SVG with %s is refused', (inside) => {
    expect(checkLogo(svg(inside))).toBe('unsafe');
  });

  it('an SVG that declares entities is refused', () => {
    expect(checkLogo(toUrl('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'))).toBe('no-image');
    expect(checkLogo(svg('<!DOCTYPE svg>'))).toBe('unsafe');
  });
});
