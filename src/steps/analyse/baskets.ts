import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, column, columns, text } from '../field';
import type { Loose, SettingsOf } from '../field';
import type { StepContext } from '../step';
import { toDelimiter } from '../shape/delimiter';
import { findColumn } from '../write';
import { toInput } from './rows';
import { checkTwo, toNumberNames } from './suggested';

const is =
  (wanted: string) =>
  ({ layout }: Loose) =>
    layout === wanted;

/** How a table says what is in which basket: a row for each item, or for each basket, which has a list or a column for each item. */
export const basketFields = {
  layout: choice(['long', 'list', 'one-hot']),
  basket: column({ when: is('long') }),
  item: column({ when: is('long') }),
  list: column({ families: ['nested', 'text'], when: is('list') }),
  separator: text({ optional: true, when: is('list') }),
  columns: columns({ families: ['flag', 'number'], when: is('one-hot') }),
};

type Settings = SettingsOf<typeof basketFields>;

export function checkBaskets(
  { layout, basket, item, list, columns: names }: Settings,
  { columns: all }: StepContext,
): Problem | undefined {
  if (layout === 'one-hot') return checkTwo(names);
  if (layout === 'long')
    return isSameName(basket, item)
      ? new Problem('step-misfit', { params: { why: 'basket-is-item' } })
      : undefined;
  const { name, type } = findColumn(all, list)!;
  const isFit = isList({ name, type }) || toFamily(type) === 'text';
  return isFit ? undefined : new Problem('step-family', { params: { column: name, type } });
}

/** Pairs of a basket and an item. Lists and one-hot rows are numbered; one that holds nothing has a row without an item. */
export function toBasketInput(settings: Settings, { from, columns: all }: StepContext): string {
  const { layout, basket, item } = settings;
  if (layout === 'long') return toInput(from, { texts: [basket, item] });
  const items = layout === 'list' ? toItems(settings, all) : toHeld(settings, all);
  return [
    'SELECT basket, unnest(CASE WHEN len(items) > 0 THEN items ELSE CAST([NULL] AS VARCHAR[]) END) AS item',
    'FROM (',
    '  SELECT CASE WHEN items IS NOT NULL THEN CAST(row_number() OVER () AS DOUBLE) END AS basket, items',
    `  FROM (SELECT list_filter(${items}, lambda one: one <> '') AS items FROM ${from})`,
    ')',
  ].join('\n');
}

/** What parts a list of things in either language. */
const SEPARATORS = '[,;|，；、]';

function toItems({ list, separator }: Settings, all: readonly Column[]): string {
  if (isList(findColumn(all, list)!)) return `CAST(${quoteName(list)} AS VARCHAR[])`;
  const it = `CAST(${quoteName(list)} AS VARCHAR)`;
  const parts =
    separator === ''
      ? `string_split_regex(${it}, ${quoteText(SEPARATORS)})`
      : `string_split(${it}, ${toDelimiter(separator)})`;
  return `list_transform(${parts}, lambda one: trim(one))`;
}

function toHeld({ columns: names }: Settings, all: readonly Column[]): string {
  const parts = names.map((name) => {
    const { type } = findColumn(all, name)!;
    const isHeld = toFamily(type) === 'flag' ? quoteName(name) : `${quoteName(name)} > 0`;
    return `CASE WHEN ${isHeld} THEN ${quoteText(name)} END`;
  });
  return `[${parts.join(', ')}]`;
}

function isList({ type }: Column): boolean {
  return type.endsWith(']');
}

const BASKET = /basket|order|invoice|receipt|transaction|visit|session|订单|单号|小票|交易|购物篮/i;
const ITEM = /item|product|goods|sku|article|stock|商品|产品|品名|货号/i;
const LIST = /items|products|articles|skus|basket|contents|tags|清单|列表|标签/i;

/** As many columns of yes and no, or of numbers alone, are rather items than measures. */
const FEWEST = { flags: 3, numbers: 6 };

export function suggestBaskets(all: readonly Column[]): Loose {
  const ofFamily = (family: string) => all.filter(({ type }) => toFamily(type) === family);
  const texts = ofFamily('text');
  const flags = ofFamily('flag').map(({ name }) => name);
  const numbers = toNumberNames(all).filter((name) => !BASKET.test(name));
  const held = flags.length >= FEWEST.flags ? flags : numbers;
  const list = all.find(isList) ?? texts.find(({ name }) => LIST.test(name));
  const isWide =
    flags.length >= Math.max(FEWEST.flags, all.length / 2) ||
    (numbers.length >= FEWEST.numbers && numbers.length >= all.length - 1);
  const isLong = texts.some(({ name }) => ITEM.test(name) && !LIST.test(name));
  const layout = isWide ? 'one-hot' : list && !isLong ? 'list' : 'long';
  return {
    layout,
    ...suggestPair(all),
    list: list?.name,
    columns: held,
  };
}

/** By their names, and else the first column and the first other text. */
function suggestPair(all: readonly Column[]): Loose {
  const basket = all.find(({ name }) => BASKET.test(name)) ?? all[0];
  const item = findItem(all.filter((other) => other !== basket));
  return { basket: basket?.name, item: item?.name };
}

export function findItem(all: readonly Column[]): Column | undefined {
  const isText = ({ type }: Column) => toFamily(type) === 'text';
  return (
    all.find((one) => isText(one) && ITEM.test(one.name)) ??
    all.find(({ name }) => ITEM.test(name)) ??
    all.find(isText)
  );
}
