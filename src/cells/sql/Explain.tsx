import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { formatCount, formatPercent, localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Plan, PlanStep } from '../../run/explain';
import { Button } from '../../ui/Button';
import { createVariable } from '../../ui/cssVariable';

/** How the engine ran a query: its steps, the last one on top, with the time that each took. */
export function Explain(props: { plan: Plan; onClose: () => void }) {
  return (
    <section class="sql-panel" aria-label={t('explain.title')}>
      <header class="sql-panel-head">
        <h3>{t('explain.title')}</h3>
        <span>{t('explain.total', formatTime(props.plan.seconds))}</span>
        <Button small icon={<X />} label={t('explain.close')} onClick={() => props.onClose()} />
      </header>
      <ul class="plan">
        <Step step={props.plan.step} />
      </ul>
    </section>
  );
}

function Step(props: { step: PlanStep }) {
  const title = () => {
    const { operation, operator } = props.step;
    return operation === 'other' ? operator : t(`explain.operations.${operation}`);
  };
  const said = () => {
    const { filters, details } = props.step;
    return [...(filters.length > 0 ? [t('explain.filters', filters.join(', '))] : []), ...details].join(
      ' · ',
    );
  };
  return (
    <li>
      <div class="plan-step" classList={{ heavy: props.step.share >= HEAVY }} title={props.step.operator}>
        <span class="plan-name">
          {title()} <Show when={props.step.table}>{(name) => <b>{name()}</b>}</Show>
        </span>
        <span class="plan-rows">
          {t('explain.rows', props.step.rows, formatCount(props.step.rows))}
          <Show when={props.step.scanned > props.step.rows}>
            {' '}
            {t('explain.scanned', formatCount(props.step.scanned))}
          </Show>
        </span>
        <span
          class="plan-time"
          title={t('explain.time', formatTime(props.step.seconds), formatPercent(props.step.share))}
        >
          <span
            class="plan-bar"
            aria-hidden="true"
            ref={(bar) => createVariable(bar, '--share', () => `${props.step.share * 100}%`)}
          />
          <span class="plan-ms">{formatTime(props.step.seconds)}</span>
        </span>
        <Show when={said()}>
          <span class="plan-said">{said()}</span>
        </Show>
      </div>
      <Show when={props.step.children.length > 0}>
        <ul classList={{ several: props.step.children.length > 1 }}>
          <For each={props.step.children}>{(child) => <Step step={child} />}</For>
        </ul>
      </Show>
    </li>
  );
}

/** Of the time: where to look when a query is slow. */
const HEAVY = 0.3;

function formatTime(seconds: number): string {
  const isLong = seconds >= 1;
  return (isLong ? seconds : seconds * 1000).toLocaleString(localeTag(), {
    style: 'unit',
    unit: isLong ? 'second' : 'millisecond',
    maximumSignificantDigits: 2,
  });
}
