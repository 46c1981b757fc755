import { createMemo, Index, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { toConverter } from '../../import/columns/convert';
import type { InspectedColumn, TableInspection } from '../../import/inspection';
import { toFamily } from '../../table/column';
import { toRawCells } from './cells';
import { ColumnHead } from './ColumnHead';
import type { Session } from './session';

const MOST_CHARS = 200;

/** The first rows as they will be, each column with its name, its type and why. */
export function Preview(props: { session: Session; table: TableInspection }) {
  const raw = createMemo(() => toRawCells(props.table));
  const misfit = createMemo(() => props.table.columns.map((column) => toMisfitTest(column, props.session)));
  return (
    <section class="import-preview" aria-label={t('importing.preview')}>
      <h3>{t('importing.preview')}</h3>
      <div class="preview-scroll" tabindex={0} role="group" aria-label={t('importing.preview')}>
        <table class="preview">
          <thead>
            <tr>
              <th class="preview-number" scope="col">
                <span class="hidden-text">{t('grid.row')}</span>
              </th>
              <Index each={props.table.columns}>
                {(column, at) => <ColumnHead session={props.session} column={column()} at={at} />}
              </Index>
            </tr>
          </thead>
          <tbody>
            <Index each={props.table.rows}>
              {(row, at) => (
                <tr>
                  <td class="preview-number">{at + 1}</td>
                  <Index each={props.table.columns}>
                    {(column, index) => (
                      <Cell
                        column={column()}
                        value={row()[index] ?? null}
                        raw={raw()[at]?.[index]}
                        isMisfit={misfit()[index]!}
                        isMissing={(text) => props.table.settings.missing?.includes(text) ?? text === ''}
                      />
                    )}
                  </Index>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
        <Show when={props.table.rows.length === 0}>
          <p class="empty">{t('importing.noRows')}</p>
        </Show>
      </div>
    </section>
  );
}

function Cell(props: {
  column: InspectedColumn;
  value: string | null;
  /** As it stands in the file; undefined where that is not known. */
  raw: string | null | undefined;
  isMisfit: (text: string) => boolean;
  isMissing: (text: string) => boolean;
}) {
  /** What the reading can't read: missing in the table, or the reason why the column stays text. */
  const bad = () => {
    if (props.value !== null) return props.isMisfit(props.value) ? props.value : undefined;
    return props.raw != null && !props.isMissing(props.raw) ? props.raw : undefined;
  };
  const title = () => {
    const unread = bad();
    if (unread !== undefined) return t('importing.notReadable', { value: unread });
    if (props.raw != null && props.raw !== props.value) return t('importing.inFile', { value: props.raw });
    return props.value ?? undefined;
  };
  const classes = () =>
    [`cell-${toFamily(props.column.type)}`, props.column.leftOut && 'out', bad() !== undefined && 'misfit']
      .filter(Boolean)
      .join(' ');
  return (
    <td class={classes()} title={title()}>
      <Show
        when={props.value ?? bad()}
        fallback={<i>{props.value === '' ? t('profile.blank') : t('grid.missing')}</i>}
      >
        {(text) => <>{toShown(text())}</>}
      </Show>
    </td>
  );
}

/** In a column of text of which it is asked whether it could be more, the values that are not that. */
function toMisfitTest(column: InspectedColumn, session: Session): (text: string) => boolean {
  const asked = session
    .asked()
    .find(
      ({ question, isOpen }) =>
        isOpen && question.ask === 'misfits' && [column.source, column.name].includes(question.column),
    )?.question;
  if (asked?.ask !== 'misfits' || column.type !== 'VARCHAR') return () => false;
  const convert = toConverter(asked.reading);
  return (text) => text.trim() !== '' && convert(text) === undefined;
}

function toShown(text: string): string {
  const start = text.slice(0, MOST_CHARS).replaceAll(/\r\n|\r|\n/g, '↵');
  return text.length > MOST_CHARS ? `${start}…` : start;
}
