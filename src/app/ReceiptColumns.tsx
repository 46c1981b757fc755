import type { JSX } from 'solid-js';
import { For, Show } from 'solid-js';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { toConverter } from '../import/columns/convert';
import type { Why } from '../import/inspection';
import type { Receipt, ReceiptColumn } from '../import/receipt';
import { isSpecial, toReadingWords, toWhyWords } from './importing/readingWords';

/** Columns whose values look like more than text, and why they stay text. */
const KEPT: readonly Why[] = [
  'leading-zero',
  'long-number',
  'phone',
  'identity-card',
  'postcode',
  'name-says-code',
  'like-a-code',
  'mixed',
  'day-or-month',
  'no-year',
  'month',
  'quarter',
  'zone-name',
];

/** What was decided about columns, as far as it is worth a word; those that are plainly what they seem are not named. */
export function ReceiptColumns(props: { receipt: Receipt }) {
  const kept = () =>
    props.receipt.columns.filter(({ type, why }) => type === 'VARCHAR' && KEPT.includes(why));
  const special = () => props.receipt.columns.filter(({ reading }) => reading && isSpecial(reading));
  const changed = () => props.receipt.columns.filter((column) => column.changed > 0);
  return (
    <>
      <ColumnList title={t('receipt.textTitle')} columns={kept()}>
        {(column) => toWhyWords(column.why, column)}
      </ColumnList>
      <ColumnList title={t('receipt.readTitle')} columns={special()}>
        {(column) => toReadingWords(column.reading, column.type)}
      </ColumnList>
      <ColumnList title={t('receipt.changedTitle')} columns={changed()}>
        {(column) =>
          [t('receipt.changed', column.changed, formatCount(column.changed)), toExample(column)]
            .filter(Boolean)
            .join(' · ')
        }
      </ColumnList>
    </>
  );
}

function ColumnList(props: {
  title: string;
  columns: readonly ReceiptColumn[];
  children: (column: ReceiptColumn) => JSX.Element;
}) {
  return (
    <Show when={props.columns.length > 0}>
      <h3>{props.title}</h3>
      <ul class="kept">
        <For each={props.columns}>
          {(column) => (
            <li>
              <b
                title={
                  column.name === column.source ? undefined : t('receipt.named', { source: column.source })
                }
              >
                {column.name}
              </b>
              <span>{props.children(column)}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** `￥1,234.00 → 1234` */
function toExample({ example, reading }: ReceiptColumn): string {
  if (!example || !reading) return '';
  const value = toConverter(reading)(example);
  return value === undefined || value === example
    ? ''
    : t('receipt.changedExample', { from: example, to: value });
}
