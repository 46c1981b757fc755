import { For, Match, Show, Switch } from 'solid-js';
import { exportWords } from '../../i18n/exporting';
import { reportWords } from '../../i18n/report';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { Outputs } from '../../workbook/outputs';
import { useApp } from '../context';
import { DriftReport } from '../replace/DriftReport';
import { isQuiet } from '../replace/report';
import type { Phase } from '../replace/replacement';
import '../replace/replace.css';
import { toWords } from '../words';
import type { Repeat, RepeatLine } from './repeat';
import { findMissing } from './writeOutputs';
import './repeat.css';

/** Which files take whose place and what is different in them, what leaves again, and one button for all of it. */
export function RepeatDialog(props: { repeat: Repeat }) {
  const app = useApp();
  const words = () => reportWords().repeat;
  const missing = () => findMissing(app, props.repeat.outputs);
  const isNothing = () => props.repeat.lines.length === 0;
  return (
    <Dialog
      open
      onClose={() => void props.repeat.close()}
      shape="wide"
      title={words().title}
      actions={
        <>
          <Button tone="quiet" disabled={props.repeat.isBusy()} onClick={() => void props.repeat.close()}>
            {words().cancel}
          </Button>
          <Button
            tone="primary"
            disabled={!props.repeat.canGo() || isNothing()}
            onClick={() => void props.repeat.go()}
          >
            {words().go}
          </Button>
        </>
      }
    >
      <Show when={!props.repeat.isBusy()} fallback={<p role="status">{words().busy}</p>}>
        <Show when={isNothing()}>
          <p role="alert">{words().none}</p>
        </Show>
        <For each={props.repeat.lines}>{(line) => <Line line={line} />}</For>
        <Show when={props.repeat.others.length > 0}>
          <p class="note warn">{words().others(props.repeat.others.map(({ name }) => name).join(', '))}</p>
        </Show>
        <section class="repeat-outputs">
          <h3>{words().leaves}</h3>
          <Output repeat={props.repeat} output="report">
            {words().report(reportWords()[props.repeat.outputs.report?.format ?? 'html'])}
          </Output>
          <Output repeat={props.repeat} output="tables">
            {words().tables(
              props.repeat.outputs.tables?.names.join(', ') ?? '',
              exportWords().formats[props.repeat.outputs.tables?.format ?? ''] ?? '',
            )}
          </Output>
          <Show when={!props.repeat.outputs.report && !props.repeat.outputs.tables}>
            <p>{words().nothingLeft}</p>
          </Show>
          <Show when={missing().length > 0}>
            <p class="note warn">{words().gone(missing().join(', '))}</p>
          </Show>
        </section>
      </Show>
    </Dialog>
  );
}

function Output(props: { repeat: Repeat; output: keyof Outputs; children: string }) {
  return (
    <Show when={props.repeat.outputs[props.output]}>
      <label>
        <input
          type="checkbox"
          checked={!props.repeat.left().has(props.output)}
          onChange={({ currentTarget }) => props.repeat.choose(props.output, currentTarget.checked)}
        />
        <span>{props.children}</span>
      </label>
    </Show>
  );
}

function Line(props: { line: RepeatLine }) {
  const phase = () => props.line.replacement.phase();
  const words = () => reportWords().repeat;
  return (
    <section class="repeat-line">
      <h3>{words().line(props.line.source.name, props.line.files.map(({ name }) => name).join(', '))}</h3>
      <Switch fallback={<p role="status">{words().looking}</p>}>
        <Match when={toPhase(phase(), 'stuck')}>
          {(stuck) => (
            <p class="note bad" role="alert">
              {toWords(stuck().problem)} {words().stays}
            </p>
          )}
        </Match>
        <Match when={toPhase(phase(), 'report')}>
          {(report) => (
            <details open={!isQuiet(report().candidate.report)}>
              <summary>{isQuiet(report().candidate.report) ? words().quiet : words().changed}</summary>
              <DriftReport replacement={props.line.replacement} candidate={report().candidate} />
            </details>
          )}
        </Match>
      </Switch>
    </section>
  );
}

function toPhase<N extends Phase['name']>(phase: Phase, name: N): Extract<Phase, { name: N }> | undefined {
  return phase.name === name ? (phase as Extract<Phase, { name: N }>) : undefined;
}
