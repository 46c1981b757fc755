import { Match, Switch } from 'solid-js';
import type { Rows } from '../../engine/engine';
import { t } from '../../i18n/i18n';
import type { Plan } from '../../run/explain';
import { Button } from '../../ui/Button';
import { Explain } from './Explain';
import { SelectionRows } from './SelectionRows';

/** What the engine said to a question about a query; `busy` until it has. */
export type Answered = { kind: 'busy' } | { kind: 'plan'; plan: Plan } | { kind: 'rows'; rows: Rows };

export function Answer(props: {
  answer: Answered;
  onClose: () => void;
  onProblem: (error: unknown) => void;
}) {
  const plan = () => (props.answer.kind === 'plan' ? props.answer.plan : undefined);
  const rows = () => (props.answer.kind === 'rows' ? props.answer.rows : undefined);
  return (
    <Switch>
      <Match when={props.answer.kind === 'busy'}>
        <p class="sql-busy">
          {t('editor.running')}
          <Button small tone="quiet" onClick={() => props.onClose()}>
            {t('editor.stop')}
          </Button>
        </p>
      </Match>
      <Match when={plan()}>{(found) => <Explain plan={found()} onClose={() => props.onClose()} />}</Match>
      <Match when={rows()}>
        {(found) => (
          <SelectionRows
            rows={found()}
            onClose={() => props.onClose()}
            onProblem={(error) => props.onProblem(error)}
          />
        )}
      </Match>
    </Switch>
  );
}
