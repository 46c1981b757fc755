import { createMemo, For, Show, untrack } from 'solid-js';
import { formatCount } from '../../../i18n/format';
import { stepWords } from '../../../i18n/steps/steps';
import { findStep } from '../../../steps/catalog';
import { toFailures as toConvertFailures } from '../../../steps/clean/convert';
import { toFailures as toDateFailures } from '../../../steps/clean/dates';
import type { StepContext } from '../../../steps/step';
import { createAnswer } from '../answer';
import { fillIn } from '../words';
import type { ExtraProps, HereAsk } from './extra';

const MOST_SHOWN = 8;

interface Failure {
  column: string;
  value: string;
  rows: number;
}

/** Values that a step cannot read as what they are to become, before a person decides what becomes of them. */
export function FailuresExtra(props: ExtraProps) {
  const { ask } = untrack(() => props);
  const question = createMemo(
    (): (Question & { key: string }) | undefined => {
      const context = props.context;
      const settings = props.settings;
      const step = props.around.step;
      if (!context || ['step-required', 'step-column'].includes(props.problem?.code ?? '')) return undefined;
      return { key: JSON.stringify([context.from, step, settings]), context, settings, step };
    },
    undefined,
    { equals: (one, other) => one?.key === other?.key },
  );
  const failures = createAnswer(
    () => question(),
    (asked) => readFailures(asked, ask),
  );
  const rows = () => (failures() ?? []).reduce((sum, failure) => sum + failure.rows, 0);

  return (
    <Show when={rows() > 0}>
      <div class="step-extra" role="status">
        <span class="step-fact warn">{fillIn(stepWords().panel.unread, { count: formatCount(rows()) })}</span>
        <ul class="step-failures">
          <For each={failures()!.slice(0, MOST_SHOWN)}>
            {({ column, value, rows: count }) => (
              <li title={column}>
                <code>{value}</code>
                <small>{formatCount(count)}</small>
              </li>
            )}
          </For>
        </ul>
        <Show when={failures()!.length > MOST_SHOWN}>
          <span class="step-fact">
            {fillIn(stepWords().panel.unreadMore, { count: formatCount(failures()!.length - MOST_SHOWN) })}
          </span>
        </Show>
      </div>
    </Show>
  );
}

interface Question {
  step: string;
  settings: ExtraProps['settings'];
  context: StepContext;
}

async function readFailures({ step, settings, context }: Question, ask: HereAsk): Promise<Failure[]> {
  const isDates = step === 'dates' || settings.to === 'date' || settings.to === 'moment';
  try {
    const wanted = isDates ? findStep(step)?.ask?.(settings as never, context) : undefined;
    const found = wanted === undefined ? [] : await ask(wanted);
    const toFailures = step === 'dates' ? toDateFailures : toConvertFailures;
    const [columns = [], values = [], counts = []] = await ask(
      toFailures(settings as never, { ...context, found }),
    );
    return columns.map((column, at) => ({
      column: String(column),
      value: String(values[at]),
      rows: Number(counts[at]),
    }));
  } catch {
    // what keeps the step from being written is said by the step itself
    return [];
  }
}
