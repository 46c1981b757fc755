import { quoteName } from '../../../sql/quote';
import { toFamily } from '../../../table/column';
import type { Column } from '../../../table/column';
import type { StepContext } from '../../step';
import { toFree } from './free';
import { toFolded } from './fold';
import type { Reading } from './reading';
import { toSeen, toTable, toText } from './reading';

export interface NumberOptions {
  /** `BIGINT` takes whole numbers only. */
  type: 'DOUBLE' | 'BIGINT';
  decimal: 'point' | 'comma';
  /** 12% is 0.12, or 12. */
  percent: 'share' | 'number';
}

const CURRENCY =
  '¥|[A-Z]{0,2}\\$|€|£|₹|₩|₽|₺|₫|฿|₪|元|圆|圓|块|円|원|人民币|美元|美金|日元|日圆|港元|港币|港幣|新台币|新台幣|台币|新加坡元|澳元|加元|欧元|歐元|英镑|英鎊|瑞士法郎|韩元|泰铢|' +
  'CNY|RMB|CN¥|JPY|JP¥|USD|HKD|TWD|SGD|AUD|CAD|BRL|EUR|EUROS?|GBP|CHF|FR|SFR|KR|SEK|NOK|DKK|INR|RS|KRW|RUB|РУБ|ZŁ|PLN|KČ|CZK|FT|HUF|TRY|TL|VND|THB|ILS|ZAR|MXN';
const POWERS: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 百万: 6, 千万: 7, 亿: 8, 億: 8, 万亿: 12 };
const POWER = '百万|千万|万亿|[千万萬亿億]';

/** Numbers as people write them: `1,234.5`, `¥1 234`, `12%`, `(5)`, `3.2万`, full-width. */
export function toNumberReading(
  context: Pick<StepContext, 'from'>,
  columns: readonly Column[],
  options: NumberOptions,
): Reading {
  const texts = columns.filter(({ type }) => toFamily(type) === 'text');
  const named = toFree(context.from);
  const odd = named('odd');
  const parts = named('odd_parts');
  const figures = named('odd_figures');
  const read = named('odd_read');
  const easy = toEasy(options);
  const source = { from: context.from, columns: texts };
  const tables = [
    toTable(
      odd,
      toSeen(source, (it) => `NOT regexp_full_match(${it}, '${easy.plain}|${easy.grouped}')`),
    ),
    toTable(
      parts,
      `SELECT given, regexp_extract(upper(${toFolded('given')}), '^((?:[^\\d.,]*[A-Z][.])?[^\\d.,]*)(${toMantissa(options)})(E[-+]?[12]?\\d{1,2})?([^\\d]*)$', ['head', 'mantissa', 'exponent', 'tail']) AS part FROM ${odd}`,
    ),
    toTable(figures, toFigures(parts, options)),
    toTable(read, toRead(figures, options), { held: true }),
  ];
  return {
    tables: texts.length > 0 ? tables : [],
    read(column) {
      const text = toText(column);
      if (toFamily(column.type) !== 'text') return toTyped(column, options);
      return [
        'CASE',
        `  WHEN regexp_full_match(${text}, '${easy.plain}') THEN TRY_CAST(${easy.point(text)} AS ${options.type})`,
        `  WHEN regexp_full_match(${text}, '${easy.grouped}') THEN TRY_CAST(${easy.ungrouped(text)} AS ${options.type})`,
        `  ELSE (SELECT value FROM ${read} WHERE ${read}.given = ${text})`,
        '  END',
      ].join('\n  ');
    },
  };
}

/** What most numbers look like, so that only the others are taken apart. Both have at most 15 digits, which a double holds. */
function toEasy({ type, decimal }: NumberOptions) {
  const [point, group] = decimal === 'point' ? ['.', ','] : [',', '.'];
  const fraction = type === 'BIGINT' ? '' : `(\\${point}\\d{1,3})?`;
  return {
    plain: type === 'BIGINT' ? '[-+]?\\d{1,18}' : `[-+]?(\\d{1,15}|\\d{1,7}\\${point}\\d{1,8})`,
    grouped: `[-+]?[1-9]\\d{0,2}(\\${group}\\d{3}){1,3}${fraction}`,
    point: (text: string) => (type === 'BIGINT' || point === '.' ? text : `replace(${text}, ',', '.')`),
    ungrouped(text: string) {
      const bare = `replace(${text}, '${group}', '')`;
      return point === '.' ? bare : `replace(${bare}, ',', '.')`;
    },
  };
}

/** Digits in groups of three, or as in India, or in none; a blank or an apostrophe may stand between groups as well. */
function toMantissa({ decimal }: NumberOptions): string {
  const [point, group] = decimal === 'point' ? ['\\.', ','] : [',', '\\.'];
  const threes = [group, ' ', "''"].map((mark) => `[1-9]\\d{0,2}(?:${mark}\\d{3})+`);
  const whole = [...threes, `[1-9]\\d?(?:,\\d{2})+,\\d{3}`, '\\d+'].join('|');
  return `(?:${decimal === 'point' ? whole : whole.replace('[1-9]\\d?(?:,\\d{2})+,\\d{3}|', '')})(?:${point}\\d*)?|${point}\\d+`;
}

/** A plain number as text, with 万 and % as powers of ten, so that no digit is lost. */
function toFigures(parts: string, { decimal, percent }: NumberOptions): string {
  const bare =
    decimal === 'point'
      ? `regexp_replace(part.mantissa, '[, '']', '', 'g')`
      : `replace(regexp_replace(part.mantissa, '[. '']', '', 'g'), ',', '.')`;
  const shifts = Object.entries(POWERS).map(([sign, shift]) => `WHEN '${sign}' THEN 'e${shift}'`);
  const hundredth = percent === 'share' ? "'e-2'" : "''";
  return [
    `SELECT given, CASE`,
    `    WHEN part.mantissa = '' OR marks NOT IN ('', '-', '+', '()') THEN NULL`,
    `    WHEN NOT regexp_full_match(units, '|(?:${CURRENCY})\\.?|¥[|](?:元|RMB|CNY)') THEN NULL`,
    `    WHEN (power <> '')::INT + (contains(part.tail, '%'))::INT + (part.exponent <> '')::INT > 1 THEN NULL`,
    `    WHEN contains(part.tail, '%') AND units <> '' THEN NULL`,
    `    ELSE concat(CASE WHEN marks IN ('-', '()') THEN '-' END, ${bare}, part.exponent,`,
    `      CASE power ${shifts.join(' ')} ELSE CASE WHEN contains(part.tail, '%') THEN ${hundredth} ELSE '' END END)`,
    `    END AS figures`,
    `  FROM (SELECT *,`,
    `    regexp_replace(part.head || part.tail, '[^-+()]', '', 'g') AS marks,`,
    `    regexp_extract(part.tail, '^ *(${POWER})', 1) AS power,`,
    `    trim(regexp_replace(part.head, '[-+() ]', '', 'g') || '|' || regexp_replace(regexp_replace(part.tail, '^ *(?:${POWER})', ''), '[-+()% ]', '', 'g'), '|') AS units`,
    `    FROM ${parts})`,
  ].join('\n');
}

/** A number with more digits than its type holds is not read. */
function toRead(figures: string, { type }: NumberOptions): string {
  if (type === 'BIGINT') {
    return [
      `SELECT given, CASE`,
      `    WHEN regexp_full_match(figures, '-?\\d+') THEN TRY_CAST(figures AS BIGINT)`,
      `    WHEN abs(number) < 1e15 AND number = trunc(number) THEN CAST(number AS BIGINT)`,
      `    END AS value`,
      `  FROM (SELECT given, figures, TRY_CAST(figures AS DOUBLE) AS number FROM ${figures})`,
    ].join('\n');
  }
  const digits = (text: string) =>
    `trim(replace(ltrim(split_part(lower(${text}), 'e', 1), '-'), '.', ''), '0')`;
  return [
    `SELECT given, CASE WHEN isfinite(number) AND (length(${digits('figures')}) <= 15`,
    `    OR ${digits('figures')} = ${digits('CAST(number AS VARCHAR)')}) THEN number END AS value`,
    `  FROM (SELECT given, figures, TRY_CAST(figures AS DOUBLE) AS number FROM ${figures})`,
  ].join('\n');
}

const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;

/** A number stays what it is; one that is not whole is not made so. */
function toTyped({ name, type }: Column, options: NumberOptions): string {
  const it = `it.${quoteName(name)}`;
  if (type === 'BOOLEAN') return `CAST(${it} AS ${options.type})`;
  if (options.type === 'DOUBLE' || WHOLE.test(type)) return it;
  return `CASE WHEN ${it} = trunc(${it}) THEN TRY_CAST(${it} AS BIGINT) END`;
}
