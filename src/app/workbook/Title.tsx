import { untrack } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { Workbooks } from './workbooks';

/** The workbook's title, changed where it stands. */
export function Title(props: { workbooks: Workbooks }) {
  const workbooks = untrack(() => props.workbooks);
  return (
    <h1 class="workbook-title">
      <input
        value={workbooks.workbook()?.title ?? ''}
        placeholder={t('workbook.untitled')}
        aria-label={t('workbook.title')}
        maxLength={200}
        readOnly={workbooks.isReadOnly()}
        onChange={(event) => workbooks.setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') {
            event.currentTarget.value = workbooks.workbook()?.title ?? '';
            event.currentTarget.blur();
          }
        }}
      />
    </h1>
  );
}
