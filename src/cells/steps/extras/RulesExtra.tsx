import Plus from 'lucide-solid/icons/plus';
import { createMemo, createSignal, For, Index, Show, untrack } from 'solid-js';
import { stepWords } from '../../../i18n/steps/steps';
import { toPlain } from '../../../sql/name';
import type { RuleOffer } from '../../../steps/clean/rules';
import { findRules } from '../../../steps/clean/rules';
import type { Rule } from '../../../steps/clean/validate';
import { ruleFields } from '../../../steps/clean/validate';
import type { Loose } from '../../../steps/field';
import { toSettings } from '../../../steps/settings';
import { Button } from '../../../ui/Button';
import { createAnswer } from '../answer';
import { fillIn } from '../words';
import { OfferChip } from '../../fields/OfferChip';
import type { ExtraProps } from './extra';
import { RuleItem } from './RuleItem';
import './rules.css';

/** Rules, each with how many rows break it, and those that the data would suggest. */
export function RulesExtra(props: ExtraProps) {
  const [isAsked, setAsked] = createSignal(false);
  const { ask } = untrack(() => props);
  const words = () => stepWords().rules;
  const rules = () => props.settings.rules as readonly Rule[];
  const set = (next: readonly Loose[]) => props.onSet({ rules: next });

  const question = createMemo(
    () => (isAsked() && props.context ? { context: props.context, key: props.context.from } : undefined),
    undefined,
    { equals: (one, other) => one?.key === other?.key },
  );
  const offers = createAnswer(
    () => question(),
    ({ context }) =>
      findRules(
        { name: toPlain(context.from), columns: context.columns },
        untrack(() => props.around.tables).filter(({ name }) => name !== context.source),
        async (sql) => ({ columns: [], values: await ask(sql) }),
      ).catch(() => []),
  );
  const isTaken = ({ rule }: RuleOffer) =>
    rules().some((one) => one.rule === rule.rule && one.column === rule.column);
  const open = () => (offers() ?? []).filter((offer) => !isTaken(offer));

  /** A rule that says nothing yet gives way. */
  function take({ rule }: RuleOffer): void {
    const said = rules().filter((one) => one.column !== '' || one.rule === 'formula');
    set([...said, toSettings(ruleFields, rule)]);
  }

  return (
    <div class="step-extra rules" role="group" aria-label={words().rules}>
      <span class="step-label">{words().rules}</span>
      <Index each={rules()}>
        {(rule, at) => (
          <RuleItem
            rule={rule()}
            at={at + 1}
            context={props.context}
            around={props.around}
            ask={ask}
            onSet={(patch) => set(rules().with(at, { ...rule(), ...patch } as Rule))}
            onRemove={() => set(rules().toSpliced(at, 1))}
          />
        )}
      </Index>
      <span class="rules-actions">
        <Button small icon={<Plus />} onClick={() => set([...rules(), toSettings(ruleFields, {})])}>
          {words().add}
        </Button>
        <Show when={!isAsked()}>
          <Button small tone="quiet" onClick={() => setAsked(true)}>
            {words().suggest}
          </Button>
        </Show>
      </span>
      <Show when={isAsked()}>
        <span class="step-fact" role="status">
          {offers() === undefined
            ? words().suggesting
            : open().length === 0
              ? words().nothing
              : words().offers}
        </span>
        <div class="chips">
          <For each={open()}>
            {(offer) => (
              <OfferChip onTake={() => take(offer)}>
                <bdi>{fillIn(words()[offer.why], offer.params)}</bdi>
              </OfferChip>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
