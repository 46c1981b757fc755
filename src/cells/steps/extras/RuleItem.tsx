import Trash from 'lucide-solid/icons/trash';
import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { formatCount } from '../../../i18n/format';
import { t } from '../../../i18n/i18n';
import { stepWords } from '../../../i18n/steps/steps';
import type { Rule } from '../../../steps/clean/validate';
import { findRuleProblem, ruleFields, toRuleCount, toRuleExamples } from '../../../steps/clean/validate';
import type { Loose } from '../../../steps/field';
import { Button } from '../../../ui/Button';
import { passFocus } from '../../../ui/passFocus';
import { createAnswer } from '../answer';
import { FieldList } from '../../fields/FieldList';
import { fillIn } from '../words';
import type { ExtraProps } from './extra';

const MOST_SHOWN = 6;

interface RuleItemProps extends Pick<ExtraProps, 'around' | 'context' | 'ask'> {
  rule: Rule;
  at: number;
  onSet: (patch: Loose) => void;
  onRemove: () => void;
}

/** A rule: its settings, how many rows break it, and what they have instead. */
export function RuleItem(props: RuleItemProps) {
  const [isOpen, setOpen] = createSignal(false);
  const { ask } = untrack(() => props);
  const words = () => stepWords().rules;
  const toQuestion = (write: typeof toRuleCount): string | undefined =>
    props.context && !findRuleProblem(props.rule, props.context)
      ? write(props.rule, props.context)
      : undefined;
  const counting = createMemo(() => toQuestion(toRuleCount));
  const showing = createMemo(() =>
    isOpen() ? toQuestion((rule, context) => toRuleExamples(rule, context, MOST_SHOWN)) : undefined,
  );
  const count = createAnswer(
    () => counting(),
    async (sql) => {
      // why a formula cannot be counted, the step says itself
      const found = await ask(sql).catch(() => undefined);
      return { sql, rows: found && Number(found[0]?.[0] ?? 0) };
    },
  );
  const isCounted = () => counting() !== undefined && count()?.sql === counting();
  const rows = () => (isCounted() ? (count()!.rows ?? 0) : 0);
  const isUncountable = () => isCounted() && count()!.rows === undefined;
  const examples = createAnswer(() => showing(), ask);

  let root!: HTMLDivElement;
  passFocus(
    () => root,
    '.rules',
    (rules) => rules.querySelector('.rules-actions button'),
  );

  return (
    <div ref={root} class="step-item rule" role="group" aria-label={fillIn(words().rule, { at: props.at })}>
      <FieldList fields={ruleFields} settings={props.rule} around={props.around} onSet={props.onSet} />
      <Show when={counting() !== undefined && !isUncountable()}>
        <p class="rule-count wide" role="status">
          <Show when={isCounted()} fallback={<span class="step-fact">{words().looking}</span>}>
            <span class="step-fact" classList={{ bad: rows() > 0, good: rows() === 0 }}>
              {rows() === 0 ? words().whole : fillIn(words().broken, { count: formatCount(rows()) })}
            </span>
            <Show when={rows() > 0}>
              <Button small tone="quiet" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
                {isOpen() ? words().hide : words().examples}
              </Button>
            </Show>
          </Show>
        </p>
      </Show>
      <Show when={isOpen() && rows() > 0 && examples()}>
        {(found) => (
          <ul class="step-failures wide">
            <For each={found()[0]}>
              {(value, row) => (
                <li>
                  <code>{value === null ? t('grid.missing') : String(value)}</code>
                  <small>{formatCount(Number(found()[1]![row()]))}</small>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
      <Button
        small
        class="step-item-remove"
        icon={<Trash />}
        label={fillIn(words().remove, { at: props.at })}
        onClick={() => props.onRemove()}
      />
    </div>
  );
}
