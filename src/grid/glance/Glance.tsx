import './glance.css';
import { createEffect, createSignal, For, Match, on, onCleanup, Show, Switch, untrack } from 'solid-js';
import { formatCount, localeTag } from '../../i18n/format';
import type { Glance as Found, Shape } from '../../run/glance';
import type { GlanceTable } from '../../run/glances';
import { createGlances } from '../../run/glances';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { showValue } from '../showValue';
import { toBars } from './bars';
import { toEdge } from './edge';
import { describeDistinct, describeGlance, describeMissing } from './words';

const glances = createGlances();

/** What is in a column, small, below its name; the last one stays until the next is found. */
export function Glance(props: { table: GlanceTable; column: Column }) {
  const [found, setFound] = createSignal<Found>();
  createEffect(
    on([() => props.table, () => props.column], ([table, column]) => {
      const known = glances.maybeKnown(table.key, column);
      if (known) setFound(known);
      else onCleanup(glances.want(table, column, setFound));
    }),
  );
  return (
    <Show when={found()}>{(glance) => <Drawn glance={glance()} column={untrack(() => props.column)} />}</Show>
  );
}

function Drawn(props: { glance: Found; column: Column }) {
  const bins = () => asKind(props.glance.shape, 'bins');
  const values = () => asKind(props.glance.shape, 'values');
  const words = () => describeGlance(props.glance, props.column);
  const missing = () => describeMissing(props.glance);
  const edge = (value: number, { from, to }: { from: number; to: number }) =>
    toEdge(value, props.column, { locale: localeTag(), span: to - from });
  return (
    <div class={`glance is-${toFamily(props.column.type)}`} role="img" aria-label={words()} title={words()}>
      <Switch>
        <Match when={bins()}>
          {(shape) => (
            <>
              <svg
                class="glance-bars"
                aria-hidden="true"
                viewBox={`0 0 ${shape().counts.length} 1`}
                preserveAspectRatio="none"
              >
                <path d={toBars(shape().counts)} />
              </svg>
              <div class="glance-foot">
                <span>{edge(shape().from, shape())}</span>
                <span class="glance-missing">{missing()}</span>
                <Show when={shape().to !== shape().from}>
                  <span>{edge(shape().to, shape())}</span>
                </Show>
              </div>
            </>
          )}
        </Match>
        <Match when={values()}>
          {(shape) => (
            <>
              <div class="glance-values">
                <For each={shape().frequent}>
                  {([value, count]) => (
                    <div class="glance-value" style={{ '--share': count / props.glance.rows }}>
                      <bdi>{showValue(value, props.column)}</bdi>
                      <span>{formatCount(count)}</span>
                    </div>
                  )}
                </For>
              </div>
              <div class="glance-foot">
                <span>{describeDistinct(props.glance)}</span>
                <span class="glance-missing">{missing()}</span>
              </div>
            </>
          )}
        </Match>
        <Match when={missing()}>
          <div class="glance-foot">
            <span class="glance-missing">{missing()}</span>
          </div>
        </Match>
      </Switch>
      <Show when={props.glance.missing > 0}>
        <i class="glance-gap" style={{ '--share': props.glance.missing / props.glance.rows }} />
      </Show>
    </div>
  );
}

function asKind<K extends Shape['kind']>(shape: Shape, kind: K): Extract<Shape, { kind: K }> | undefined {
  return shape.kind === kind ? (shape as Extract<Shape, { kind: K }>) : undefined;
}
