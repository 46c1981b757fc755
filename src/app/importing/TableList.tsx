import { For, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { TableInspection } from '../../import/inspection';
import type { Session } from './session';

/** The tables of a workbook or an archive: which are wanted, and which one is on show. */
export function TableList(props: { session: Session }) {
  const keys = () => props.session.tables().map(({ key }) => key);
  return (
    <section class="import-tables" aria-label={t('importing.tables')}>
      <h3>{t('importing.tables')}</h3>
      <ul>
        <For each={keys()}>{(key) => <TableLine session={props.session} name={key} />}</For>
      </ul>
    </section>
  );
}

function TableLine(props: { session: Session; name: string }) {
  const table = () => props.session.tables().find(({ key }) => key === props.name);
  return (
    <li classList={{ on: props.session.table()?.key === props.name }}>
      <input
        type="checkbox"
        checked={!props.session.isLeftOut(props.name)}
        aria-label={t('importing.take', { name: props.name })}
        onChange={(event) => props.session.take([props.name], event.currentTarget.checked)}
      />
      <button
        type="button"
        aria-current={props.session.table()?.key === props.name ? 'true' : undefined}
        aria-label={t('importing.look', { name: props.name })}
        onClick={() => props.session.show(props.name)}
      >
        <span class="item-text" title={props.name}>
          {props.name}
        </span>
        <small>{toMeta(table())}</small>
      </button>
      <Show when={table()?.hidden}>
        <span class="kind">{t('importing.hidden')}</span>
      </Show>
    </li>
  );
}

function toMeta(table: TableInspection | undefined): string {
  const { settings, size, columns } = table ?? {};
  return [
    settings?.range,
    size && t(size.exact ? 'importing.rowsExact' : 'importing.rowsAbout', size.rows, formatCount(size.rows)),
    columns && t('importing.columnCount', columns.length, formatCount(columns.length)),
  ]
    .filter(Boolean)
    .join(' · ');
}
