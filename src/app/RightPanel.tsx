import type { JSX } from 'solid-js';
import { t } from '../i18n/i18n';
import { Splitter } from '../ui/Splitter';
import { useApp } from './context';

/** What stands to the right of the page; over it, where there is no room. */
export function RightPanel(props: { children: JSX.Element }) {
  const { view } = useApp();
  return (
    <>
      <button
        class="sheet-scrim right"
        tabIndex={-1}
        aria-label={t('app.close')}
        onClick={() => view.setDetails(false)}
      />
      <aside
        class="panel right"
        aria-label={t('app.details')}
        onKeyDown={({ key }) => key === 'Escape' && view.isNarrow() && view.setDetails(false)}
      >
        <Splitter
          side="right"
          label={t('app.resizeDetails')}
          width={view.detailsWidth()}
          min={240}
          max={560}
          onResize={view.resizeDetails}
        />
        {props.children}
      </aside>
    </>
  );
}
