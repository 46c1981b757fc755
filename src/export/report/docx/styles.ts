import { XML } from '../../xlsx/xml';
import type { ReportLook } from '../content';
import { toCoverTop, toTextWidth } from './page';
import { WORD } from './xml';

/** Word knows them by these names; where one is missing it takes another of its own. */
const fonts = {
  sans: { latin: 'Calibri', han: 'Microsoft YaHei' },
  serif: { latin: 'Cambria', han: 'SimSun' },
} as const;
const MONO = 'Consolas';

const INK = '1C2026';
const INK2 = '555C66';
const INK3 = '6F7681';
const LINE = 'DFE2E6';
const SOFT = 'F5F6F7';
const WARNING = '8A5A00';

/** Half points, as Word counts letters. */
const SIZE = 21;
const headings = [32, 26, 23, 21, 21, 21];

interface Style {
  id: string;
  /** Its name where Word has one of its own, by which contents find headings. */
  name?: string;
  kind?: 'character';
  basis?: string;
  /** What is said of the paragraph, and of its letters. */
  lines?: string;
  letters?: string;
}

/** How a report looks in Word: all in styles, so that a person changes it in one place. `top` is the highest level in its contents. */
export function toStyles(look: ReportLook, { lang, top }: { lang: string; top: number }): string {
  const { latin, han } = fonts[look.type];
  const accent = /^#[0-9a-f]{6}$/i.test(look.accent) ? look.accent.slice(1).toUpperCase() : INK;
  const size = (half: number) => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
  const color = (value: string) => `<w:color w:val="${value}"/>`;
  const border = (side: string, value: string, { width = 4, space = 1, type = 'single' } = {}) =>
    `<w:${side} w:val="${type}" w:sz="${width}" w:space="${space}" w:color="${value}"/>`;
  const between = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
  const mono = `<w:rFonts w:ascii="${MONO}" w:hAnsi="${MONO}" w:eastAsia="${han}" w:cs="${MONO}"/>`;
  const bold = '<w:b/><w:bCs/>';
  const shade = `<w:shd w:val="clear" w:color="auto" w:fill="${SOFT}"/>`;
  const dashed = { space: 6, type: 'dashed' };
  const box = ['top', 'left', 'bottom', 'right'].map((side) => border(side, 'B8BEC7', dashed)).join('');

  const all: Style[] = [
    {
      id: 'Title',
      name: 'Title',
      lines: `<w:keepNext/>${between(0, 80)}`,
      letters: bold + size(44),
    },
    // programs other than Word know no sheet whose text stands in the middle
    {
      id: 'CoverTop',
      lines: `<w:spacing w:before="0" w:after="0" w:line="${toCoverTop(look)}" w:lineRule="exact"/>`,
    },
    { id: 'Subtitle', name: 'Subtitle', lines: between(0, 120), letters: color(INK2) + size(25) },
    { id: 'Facts', lines: between(0, 60), letters: color(INK2) + size(19) },
    {
      id: 'HeadEnd',
      lines: `<w:pBdr>${border('bottom', accent, { width: 16 })}</w:pBdr><w:spacing w:before="0" w:after="320" w:line="120" w:lineRule="exact"/>`,
      letters: size(8),
    },
    ...headings.map((half, at): Style => ({
      id: `Heading${at + 1}`,
      name: `heading ${at + 1}`,
      lines: `<w:keepNext/><w:keepLines/>${between(at === 0 ? 320 : 260, 100)}<w:outlineLvl w:val="${at}"/>`,
      letters: bold + size(half),
    })),
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      lines: `<w:keepNext/>${between(240, 100)}`,
      letters: bold + size(22),
    },
    ...headings.map((_, at): Style => {
      const inner = at + 1 > top ? '<w:ind w:left="240"/>' : '';
      return {
        id: `TOC${at + 1}`,
        name: `toc ${at + 1}`,
        lines: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${toTextWidth(look)}"/></w:tabs>${between(0, 40)}${inner}`,
      };
    }),
    { id: 'Caption', name: 'caption', lines: `<w:keepNext/>${between(160, 80)}`, letters: bold },
    { id: 'Below', lines: between(60, 200), letters: color(INK3) + size(17) },
    { id: 'Warning', lines: between(60, 200), letters: color(WARNING) + size(17) },
    {
      id: 'Missing',
      lines: `<w:pBdr>${box}</w:pBdr>${between(200, 200)}<w:ind w:left="140" w:right="140"/>`,
      letters: color(INK2),
    },
    { id: 'Picture', lines: between(0, 60) },
    {
      id: 'Gap',
      lines: '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>',
      letters: size(8),
    },
    {
      id: 'NewPage',
      lines: '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
      letters: size(2),
    },
    { id: 'ListParagraph', name: 'List Paragraph', lines: between(0, 60) },
    {
      id: 'Quote',
      name: 'Quote',
      lines: `<w:pBdr>${border('left', LINE, { width: 24, space: 10 })}</w:pBdr>${between(0, 120)}<w:ind w:left="280"/>`,
      letters: color(INK2),
    },
    { id: 'CodeBlock', lines: shade + between(0, 120), letters: mono + size(18) },
    { id: 'Rule', lines: `<w:pBdr>${border('bottom', LINE, { width: 6 })}</w:pBdr>${between(60, 200)}` },
    {
      id: 'TableText',
      lines: '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
      letters: size(18),
    },
    { id: 'TableHead', basis: 'TableText', letters: bold },
    { id: 'Sources', lines: `<w:keepNext/>${between(400, 80)}`, letters: bold + size(20) },
    { id: 'Source', lines: between(0, 40), letters: color(INK2) + size(18) },
    {
      id: 'Running',
      lines: `<w:tabs><w:tab w:val="right" w:pos="${toTextWidth(look)}"/></w:tabs>${between(0, 0)}`,
      letters: color(INK3) + size(16),
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      lines: `<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>`,
      letters: mono + size(15),
    },
    {
      id: 'FootnoteReference',
      name: 'footnote reference',
      kind: 'character',
      letters: '<w:vertAlign w:val="superscript"/>',
    },
    {
      id: 'Hyperlink',
      name: 'Hyperlink',
      kind: 'character',
      letters: `${color(accent)}<w:u w:val="single"/>`,
    },
    { id: 'Code', kind: 'character', letters: mono + size(18) + shade },
    { id: 'Mark', kind: 'character', letters: '<w:shd w:val="clear" w:color="auto" w:fill="FFF1A8"/>' },
    { id: 'Small', kind: 'character', letters: size(17) },
  ];
  return (
    `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${han}" w:cs="Arial"/>` +
    `${color(INK)}${size(SIZE)}<w:lang w:val="${lang.startsWith('zh') ? 'zh-CN' : 'en-US'}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
    `<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
    all.map(toStyle).join('') +
    `<w:style w:type="table" w:customStyle="1" w:styleId="Rows"><w:name w:val="Rows"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
    `${border('bottom', LINE)}${border('insideH', LINE)}</w:tblBorders></w:tblPr></w:style></w:styles>`
  );
}

function toStyle({ id, name, kind, basis, lines, letters }: Style): string {
  const base = basis ?? (kind ? undefined : 'Normal');
  return (
    `<w:style w:type="${kind ?? 'paragraph'}"${name ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name ?? id}"/>` +
    `${base ? `<w:basedOn w:val="${base}"/>` : ''}<w:qFormat/>${lines ? `<w:pPr>${lines}</w:pPr>` : ''}${letters ? `<w:rPr>${letters}</w:rPr>` : ''}</w:style>`
  );
}
