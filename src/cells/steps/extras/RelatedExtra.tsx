import { createMemo, For, Show, untrack } from 'solid-js';
import { formatPercent } from '../../../i18n/format';
import { stepWords } from '../../../i18n/steps/steps';
import { isSameName } from '../../../sql/name';
import type { Relation } from '../../../steps/model/relations';
import { toChained } from '../../../steps/shape/related';
import { Button } from '../../../ui/Button';
import { createAnswer } from '../answer';
import { fillIn } from '../words';
import type { ExtraProps } from './extra';
import { findRelated } from './findRelated';

/** Columns of the tables that these rows name: one that is chosen is joined by a step before this one. */
export function RelatedExtra(props: ExtraProps) {
  let group!: HTMLDivElement;
  const { ask } = untrack(() => props);
  const words = () => stepWords().panel.related;
  const others = () => props.around.tables.filter(({ name }) => name !== props.context?.source);

  /** Asked when the form is made, and not at each change of what stands before it. */
  const question = createMemo(() => (props.before.isOffered ? props.context : undefined), undefined, {
    equals: (one, other) => !one === !other,
  });
  const relations = createAnswer(
    () => question(),
    (context) => findRelated(context, untrack(others), ask),
  );

  const label = ({ from, to, found }: Relation) =>
    fillIn(words().of, {
      table: to.table,
      column: from.column,
      share: formatPercent(found),
    });
  const columns = ({ to }: Relation) =>
    others()
      .find(({ name }) => name === to.table)!
      .columns.filter(({ name }) => !isSameName(name, to.column));

  /** The button goes, and the keyboard stays where it was. */
  function look(): void {
    props.before.offer();
    group.focus();
  }

  function take(relation: Relation, column: string): void {
    const { spec, instead } = toChained(relation, column, props.before.step);
    props.before.put(spec, instead);
  }

  const taken = () => {
    const { step } = props.before;
    const columns = (step?.step === 'join' && (step.take as readonly string[] | undefined)) || [];
    if (columns.length === 0) return '';
    const values = { table: String(step!.table), columns: columns.join(', '), count: String(columns.length) };
    return fillIn(words().taken, values);
  };

  return (
    <Show when={others().length > 0}>
      <div ref={group} class="step-extra" role="group" aria-label={words().found} tabindex="-1">
        <Show
          when={props.before.isOffered}
          fallback={
            <Button small tone="quiet" onClick={look}>
              {words().ask}
            </Button>
          }
        >
          <span class="step-label">{words().found}</span>
          <For each={relations()}>
            {(relation) => (
              <label class="step-field wide">
                <bdi class="step-fact">{label(relation)}</bdi>
                <select
                  class="field"
                  onChange={({ currentTarget }) => {
                    take(relation, currentTarget.value);
                    currentTarget.value = '';
                  }}
                >
                  <option value="">{words().choose}</option>
                  <For each={columns(relation)}>{({ name }) => <option value={name}>{name}</option>}</For>
                </select>
              </label>
            )}
          </For>
          <span class="step-fact" role="status">
            {relations() === undefined ? words().asking : relations()!.length === 0 ? words().none : taken()}
          </span>
        </Show>
      </div>
    </Show>
  );
}
