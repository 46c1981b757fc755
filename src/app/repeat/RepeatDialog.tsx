import { createMemo, For, Match, Show, Switch } from 'solid-js';
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
import { findMissing, toOutputNames } from './writeOutputs';
import './repeat.css';

/** Which files take whose place and what is different in them, what leaves again, and one button for all of it. */
export function RepeatDialog(props: { repeat: Repeat }) {
  const app = useApp();
  const words = () => reportWords().repeat;
  const outputs = () => props.repeat.outputs;
  const missing = () => findMissing(app, outputs());
  const names = createMemo(() => toOutputNames(app, outputs()));
  const isNothing = () => props.repeat.lines().length === 0;
  const formatOfReport = () => {
    const { format = 'html', interactive } = outputs().report ?? {};
    const name = reportWords()[format];
    return interactive ? words().interactive(name) : name;
  };
  return (
    <Dialog
      open
      onClose={() => void props.repeat.close()}
      shape="wide"
      title={words().title}
      actions={
        <>
          <Button tone="quiet" onClick={() => void props.repeat.close()}>
            {props.repeat.isBusy() ? words().stop : words().cancel}
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
        <section class="repeat-files">
          <h3>{words().places}</h3>
          <For each={props.repeat.files}>{(file) => <Place repeat={props.repeat} file={file} />}</For>
          <Show when={isNothing()}>
            <p class="note warn" role="alert">
              {words().none}
            </p>
          </Show>
        </section>
        <For each={props.repeat.lines()}>{(line) => <Line line={line} />}</For>
        <section class="repeat-outputs">
          <h3>{words().leaves}</h3>
          <Output repeat={props.repeat} output="report">
            {words().report(formatOfReport(), names().report ?? '')}
          </Output>
          <Output repeat={props.repeat} output="tables">
            {words().tables(
              outputs().tables?.names.join(', ') ?? '',
              exportWords().formats[outputs().tables?.format ?? ''] ?? '',
              names().tables ?? '',
            )}
          </Output>
          <Show when={!outputs().report && !outputs().tables}>
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

/** Whose place a file takes: the source that is called like it, until a person says otherwise. */
function Place(props: { repeat: Repeat; file: File }) {
  const app = useApp();
  const chosen = () => props.repeat.findPlace(props.file);
  return (
    <label class="repeat-place">
      <span dir="auto">{props.file.name}</span>
      <select
        class="field"
        onChange={({ currentTarget }) => props.repeat.assign(props.file, currentTarget.value || undefined)}
      >
        <option value="" selected={chosen() === undefined}>
          {reportWords().repeat.leaveOut}
        </option>
        <For each={app.sources.state.sources}>
          {({ id, name }) => (
            <option value={id} selected={chosen() === id}>
              {reportWords().repeat.placeOf(name)}
            </option>
          )}
        </For>
      </select>
    </label>
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
