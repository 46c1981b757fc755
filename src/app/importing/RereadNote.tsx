import { Show } from 'solid-js';
import { formatBytes, formatWhen } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Session } from './session';

/** Says so where a file that is imported again is not quite the file of before. */
export function RereadNote(props: { session: Session }) {
  const other = () => {
    const { before } = props.session.ask;
    const { name, size, lastModified } = props.session.file;
    if (!before || (before.name === name && before.bytes === size && before.modified === lastModified))
      return undefined;
    return before;
  };
  return (
    <Show when={other()}>
      {(before) => (
        <p class="note warn">
          {t('importing.another', {
            name: before().name,
            size: formatBytes(before().bytes),
            when: formatWhen(before().modified),
          })}
        </p>
      )}
    </Show>
  );
}
