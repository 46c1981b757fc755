import { toFamily } from '../../table/column';
import type { Column } from '../../table/column';
import type { WriteFormat } from '../formats/format';
import type { XlsxSettings } from '../formats/xlsx';
import type { SheetColumn, TableSheet } from './book';
import { toCellKind } from './kinds';
import { writeXlsx } from './writeXlsx';
import type { XlsxWords } from './words';

/** Tables as sheets of one workbook, as a person chose in the dialog. */
export const writeTables: WriteFormat<XlsxSettings> = async (
  tables,
  { settings, push, words, notes, title },
) => {
  const sheets = tables.map(({ name, columns, batches, picture }): TableSheet => ({
    kind: 'table',
    name,
    columns: columns.map((column) => toColumn(column, settings)),
    rows: batches(),
    // a column behind the last, under the header that stays in sight
    ...(picture && { about: picture.alt, pictures: [{ ...picture, row: 1, column: columns.length + 1 }] }),
  }));
  const book = { title: title ?? tables[0]?.name ?? '', sheets, ...(settings.notes && notes && { notes }) };
  // there are no workers in Node
  const pack = typeof Worker === 'undefined' ? undefined : (await import('../packWorker')).createPacker();
  await writeXlsx(book, push, { words: words as unknown as XlsxWords, ...(pack && { pack }) });
};

function toColumn(column: Column, { totals, links }: XlsxSettings): SheetColumn {
  const { name, type } = column;
  return {
    name,
    type,
    ...(totals && canBeSummed(column) && { total: 'sum' as const }),
    ...(links && type === 'VARCHAR' && { isLink: true }),
  };
}

/** Numbers that say which, when or how much of each, and of which a sum says nothing. */
const NAMES_THINGS =
  /(^|[^a-z])(id|ids|nr|no|number|key|code|year|month|week|day|hour|zip|phone|lat|lon|latitude|longitude|rank|row|share|rate|ratio|percent|pct|price|average|avg|mean|median|min|max|score|age)$/i;
const NAMES_THINGS_ZH =
  /(编号|号码|代码|年|年份|月|月份|周|日|序号|排名|邮编|电话|经度|纬度|单价|比例|占比|率|均值|平均|年龄)$/;

function canBeSummed(column: Column): boolean {
  const isNumber = toFamily(column.type) === 'number' && toCellKind(column) !== 'text';
  const spaced = column.name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return isNumber && !NAMES_THINGS.test(spaced) && !NAMES_THINGS_ZH.test(column.name);
}
