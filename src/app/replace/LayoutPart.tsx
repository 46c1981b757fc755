import { Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { LayoutChange, OpenChange } from '../../import/again/fit';
import { toDelimiterWords } from '../importing/delimiterWords';
import { toEncodingWords } from '../importing/encodingWords';
import { Either } from './Either';
import { Part } from './Part';
import type { Replacement } from './replacement';
import type { Report } from './report';

interface Line {
  name: string;
  words: string;
  open?: OpenChange;
}

/** What is different in the form of the file. */
export function LayoutPart(props: { report: Report; replacement: Replacement }) {
  return (
    <Part title={t('replacing.layout')} items={toLines(props.report)}>
      {({ name, words, open }) => (
        <li>
          <p class="drift-what">
            <b>{name}</b>
            <span>{words}</span>
          </p>
          <Show when={open}>
            {(change) => (
              <Either
                label={name}
                first={t('replacing.asBefore', formatCount(change().before))}
                second={t('replacing.asFound', formatCount(change().found))}
                isFirst={change().chosen === change().before}
                onChoose={(isFirst) =>
                  props.replacement.chooseLayout(change().what, isFirst ? change().before : change().found)
                }
              />
            )}
          </Show>
        </li>
      )}
    </Part>
  );
}

function toLines({ layout, encoding }: Report): Line[] {
  const lines = layout.map((change): Line => {
    const words = `${toWords(change, change.before)} → ${toWords(change, change.found)}`;
    const name = t(`replacing.layouts.${change.what}`);
    return { name, words, ...('chosen' in change && { open: change }) };
  });
  if (encoding) {
    const words = `${toEncodingWords(encoding.before)} → ${toEncodingWords(encoding.after)}`;
    lines.push({ name: t('replacing.layouts.encoding'), words });
  }
  return lines;
}

function toWords({ what }: LayoutChange, value: string | number): string {
  return what === 'delimiter' ? toDelimiterWords(String(value)) : formatCount(Number(value));
}
