import { MAIN, toAttribute, XML } from './xml';

/** How a cell looks. */
export interface Style {
  format?: string;
  look?: Look;
  wrap?: boolean;
  /** At the top of a row that is higher than a line. */
  top?: boolean;
  right?: boolean;
  /** A text that stays text when somebody edits it, as if it was typed behind an apostrophe. */
  quoted?: boolean;
}

export type Look = keyof typeof looks;

/** Places in the lists of fonts, fills and borders below. */
const looks = {
  header: { font: 1, fill: 2, border: 1 },
  total: { font: 1, fill: 0, border: 2 },
  title: { font: 2, fill: 0, border: 0 },
  heading: { font: 1, fill: 0, border: 1 },
  label: { font: 3, fill: 0, border: 0 },
  link: { font: 4, fill: 0, border: 0 },
  code: { font: 5, fill: 0, border: 0 },
} as const;

const PLAIN = { font: 0, fill: 0, border: 0 };

const toFont = (inner: string, size = 11, name = 'Calibri', color = '') =>
  `<font>${inner}<sz val="${size}"/>${color}<name val="${name}"/><family val="${name === 'Calibri' ? 2 : 3}"/></font>`;

const fonts = [
  toFont(''),
  toFont('<b/>'),
  toFont('<b/>', 16),
  toFont('', 11, 'Calibri', '<color rgb="FF5F6B7A"/>'),
  toFont('<u/>', 11, 'Calibri', '<color rgb="FF0563C1"/>'),
  toFont('', 10, 'Consolas'),
];

const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  // Excel takes the second for its own, whatever it is
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill>',
];

const LINE = 'style="thin"><color rgb="FF9AA5B1"/>';
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/><bottom ${LINE}</bottom><diagonal/></border>`,
  `<border><left/><right/><top ${LINE}</top><bottom/><diagonal/></border>`,
];

/** Formats that Excel knows by a number (ECMA-376, part 1, 18.8.30); others are told from 164 on. */
const BUILT_IN = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['[h]:mm:ss', 46],
  ['@', 49],
]);
const FIRST_OWN = 164;

/** Gives each look a number, and writes down in the end what the numbers mean. */
export function createStyles() {
  const formats = new Map<string, number>();
  const numbers = new Map<string, number>();
  const forms: string[] = [];

  const toFormat = (format: string) => {
    const known = BUILT_IN.get(format) ?? formats.get(format);
    if (known !== undefined) return known;
    const number = FIRST_OWN + formats.size;
    formats.set(format, number);
    return number;
  };
  const toNumber = ({ format = 'General', look, wrap, top, right, quoted }: Style): number => {
    const { font, fill, border } = look ? looks[look] : PLAIN;
    const alignment = [
      right && 'horizontal="right"',
      top ? 'vertical="top"' : look === 'header' && 'vertical="center"',
      wrap && 'wrapText="1"',
    ].filter(Boolean);
    const number = toFormat(format);
    const flags = [
      quoted && 'quotePrefix="1"',
      number > 0 && 'applyNumberFormat="1"',
      font > 0 && 'applyFont="1"',
      fill > 0 && 'applyFill="1"',
      border > 0 && 'applyBorder="1"',
      alignment.length > 0 && 'applyAlignment="1"',
    ].filter(Boolean);
    const form =
      `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${flags.map((flag) => ` ${flag}`).join('')}` +
      (alignment.length > 0 ? `><alignment ${alignment.join(' ')}/></xf>` : '/>');
    const same = numbers.get(form);
    if (same !== undefined) return same;
    numbers.set(form, forms.length);
    return forms.push(form) - 1;
  };
  // cells without a style have the first
  toNumber({});

  return {
    toNumber,
    toXml(): string {
      const own = [...formats].map(
        ([format, number]) => `<numFmt numFmtId="${number}" formatCode="${toAttribute(format)}"/>`,
      );
      return (
        `${XML}<styleSheet xmlns="${MAIN}">` +
        (own.length > 0 ? toList('numFmts', own) : '') +
        toList('fonts', fonts) +
        toList('fills', fills) +
        toList('borders', borders) +
        toList('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
        toList('cellXfs', forms) +
        toList('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
        '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
      );
    },
  };
}

export type Styles = ReturnType<typeof createStyles>;

function toList(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
