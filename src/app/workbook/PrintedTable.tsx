import { createMemo, For } from 'solid-js';
import { toCellFormat } from '../../grid/cellFormat';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { toFamily } from '../../table/column';
import { countDigits, toCellText } from '../../table/format';
import type { PrintedRows } from './printing';

/** The first rows of a cell, whole and not to be scrolled, and how many there are. Seen on paper only. */
export function PrintedTable(props: { rows: PrintedRows; rowCount: number; columnCount: number }) {
  const columns = createMemo(() =>
    props.rows.columns.map((column, at) => {
      const values = props.rows.values[at] ?? [];
      const digits = Math.max(0, ...values.map((value) => countDigits(value, column.type)));
      return {
        name: column.name,
        isRight: toFamily(column.type) === 'number',
        texts: values.map((value) => toCellText(value, column, { ...toCellFormat(), digits }).text),
      };
    }),
  );
  const shown = () => columns()[0]?.texts.length ?? 0;
  const size = () =>
    [
      shown() < props.rowCount
        ? t('cell.firstRows', formatCount(shown()), formatCount(props.rowCount))
        : t('cell.rows', props.rowCount, formatCount(props.rowCount)),
      columns().length < props.columnCount
        ? t('cell.firstColumns', formatCount(columns().length), formatCount(props.columnCount))
        : t('cell.columns', props.columnCount, formatCount(props.columnCount)),
    ].join(' · ');
  return (
    <div class="printed">
      <table>
        <thead>
          <tr>
            <For each={columns()}>
              {({ name, isRight }) => <th classList={{ right: isRight }}>{name}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={Array.from({ length: shown() }, (_, row) => row)}>
            {(row) => (
              <tr>
                <For each={columns()}>
                  {({ texts, isRight }) => <td classList={{ right: isRight }}>{texts[row]}</td>}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p>{size()}</p>
    </div>
  );
}
