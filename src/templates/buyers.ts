import { chain } from './draft';
import { city, person, phone } from './people';
import { toPrepared } from './prepare';
import { customer, maybe } from './roles';
import type { ColumnRole, DraftCell, FilledTable, TableRole, TemplateWords } from './template';

const age: ColumnRole = { is: 'number', names: [/^age$|^年龄$/i, /(^|_)age$|年龄/i] };

/** Who the customers of a table of orders are, so that a list of them can be worked through. */
export const buyers: TableRole = {
  names: /^(customer|client|member|contact)s?$|客户|顾客|会员|联系人/i,
  sample: 'customers.csv',
  optional: true,
  columns: { customer, name: maybe(person), phone: maybe(phone) },
};

export const buyersInDetail: TableRole = {
  ...buyers,
  columns: { ...buyers.columns, city: maybe(city), age: maybe(age) },
};

/** A row for each of them, with phone numbers in one form. */
export function toBuyers(
  cell: string,
  given: FilledTable,
  { columns: roles }: TableRole,
  { columns, ...words }: TemplateWords,
): DraftCell {
  const who = columns['customer']!;
  return chain(cell, given.source, [
    ...toPrepared(given, roles, { columns, ...words }),
    { step: 'dropMissing', columns: [who] },
    ...(given.columns['phone'] ? [{ step: 'phone', columns: [columns['phone']!] }] : []),
    { step: 'dedupe', columns: [who], keep: 'fullest' },
  ]);
}
