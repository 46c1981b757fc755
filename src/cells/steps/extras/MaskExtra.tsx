import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { t } from '../../../i18n/i18n';
import { stepWords } from '../../../i18n/steps/steps';
import { findStep } from '../../../steps/catalog';
import { toSampleSql } from '../../../steps/protect/sample';
import { Button } from '../../../ui/Button';
import { createAnswer } from '../answer';
import { fillIn } from '../words';
import type { ExtraProps } from './extra';
import './sample.css';

/** What becomes of three values of the first column, at a click: nobody who looks on is to see more of them than that. */
export function MaskExtra(props: ExtraProps) {
  const [isOpen, setOpen] = createSignal(false);
  const { ask } = untrack(() => props);
  const words = () => stepWords().sample;
  const column = () => (props.settings.columns as readonly string[])[0];
  const question = createMemo(() => {
    const name = column();
    if (!isOpen() || !props.context || props.problem || name === undefined) return undefined;
    const made = findStep(props.around.step)!.make(props.settings as never, props.context);
    return toSampleSql(made.sql, props.context.from, name);
  });
  const sample = createAnswer(
    () => question(),
    (sql) => ask(sql).catch(() => undefined),
  );

  return (
    <Show when={column() !== undefined && !props.problem}>
      <div class="step-extra">
        <Button small tone="quiet" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
          {isOpen() ? words().hide : words().show}
        </Button>
        <Show when={isOpen() && sample()}>
          {(found) => (
            <ul class="mask-sample" aria-label={fillIn(words().label, { column: column()! })}>
              <For each={found()[0]}>
                {(before, row) => (
                  <li>
                    <code>{String(before)}</code>
                    <span aria-hidden="true">→</span>
                    <code>
                      {found()[1]![row()] === null ? t('grid.missing') : String(found()[1]![row()])}
                    </code>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
      </div>
    </Show>
  );
}
