import { Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { toReadingWords, toWhyWords } from '../importing/readingWords';
import { Either } from './Either';
import type { Replacement } from './replacement';
import type { TypeChange } from './report';

/** A column whose values are no longer what they were. */
export function TypeLine(props: { change: TypeChange; replacement: Replacement }) {
  const before = () => toReadingWords(props.change.before.reading, props.change.before.type);
  const after = () => toReadingWords(props.change.after.reading, props.change.after.type);
  const isKept = () => props.replacement.choices().kept.has(props.change.column);
  const misfits = () => {
    const { misfits: found, after: now } = props.change;
    if (!found) return now.example === undefined ? '' : toWhyWords(now.why, now);
    const words = isKept() ? 'replacing.misfitsMissing' : 'replacing.misfits';
    return t(words, found.count, formatCount(found.count), found.example);
  };
  return (
    <li>
      <p class="drift-what">
        <b>{props.change.column}</b>
        <span>
          {before()} → {after()}
        </span>
        <Show when={misfits()}>
          <span classList={{ 'warn-text': isKept() }}>{misfits()}</span>
        </Show>
      </p>
      <Show when={props.change.keep}>
        <Either
          label={props.change.column}
          first={t('replacing.keepType', before())}
          second={t('replacing.takeType', after())}
          isFirst={isKept()}
          onChoose={(isFirst) => props.replacement.chooseType(props.change.column, isFirst)}
        />
      </Show>
    </li>
  );
}
