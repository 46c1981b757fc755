import { Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Either } from './Either';
import type { Replacement } from './replacement';
import type { Rename } from './report';

/** A column that seems to go on under a new name. */
export function RenameLine(props: { rename: Rename; replacement: Replacement; canRename: boolean }) {
  const isSame = () => props.replacement.choices().same.has(props.rename.from);
  return (
    <li>
      <p class="drift-what">
        <b>
          {props.rename.from} → {props.rename.to}
        </b>
        <span>{t(props.rename.by === 'name' ? 'replacing.byName' : 'replacing.byValues')}</span>
        <Show when={props.canRename && isSame()}>
          <span>{t('replacing.staysNamed', props.rename.from)}</span>
        </Show>
      </p>
      <Show when={props.canRename}>
        <Either
          label={`${props.rename.from} → ${props.rename.to}`}
          first={t('replacing.sameColumn')}
          second={t('replacing.otherColumn')}
          isFirst={isSame()}
          onChoose={(isFirst) => props.replacement.chooseSame(props.rename.from, isFirst)}
        />
      </Show>
    </li>
  );
}
