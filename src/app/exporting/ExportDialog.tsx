import { createEffect, createMemo, createSignal, For, on, onCleanup, Show, untrack } from 'solid-js';
import { findFormat, formats } from '../../export/formats/catalog';
import type { Loss } from '../../export/formats/format';
import { isFormula, toFormulaCountSql } from '../../export/formats/formula';
import { formatBytes, formatCount, formatPercent } from '../../i18n/format';
import { exportWords } from '../../i18n/exporting';
import type { Problem } from '../../lib/problem';
import { isAbort, toProblem } from '../../lib/problem';
import type { Fields, Loose } from '../../steps/field';
import { toSettings } from '../../steps/settings';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { useApp } from '../context';
import { tell } from '../notice';
import { toPlainData } from '../plainData';
import { createJob } from '../sharing/job';
import { toWords } from '../words';
import type { ExportAsk, ExportTable } from './current';
import { closeExport } from './current';
import { exportTables } from './exportTables';
import { readRemembered, remember } from './remembered';
import { choosePlace, finishSaving } from './saving';
import { SettingsForm } from './SettingsForm';
import { listTables } from './tables';
import { toNames } from './naming';
import './exporting.css';

const MOST_NAMED = 8;

/** Asks in what form tables leave, and says what would not come back, before anything is written. */
export function ExportDialog(props: { ask: ExportAsk }) {
  const app = useApp();
  const job = createJob();
  const kept = readRemembered();
  const wanted = untrack(() => props.ask.format) ?? kept.format;
  const [format, setFormat] = createSignal(formats.some(({ name }) => name === wanted) ? wanted : 'csv');
  const [given, setGiven] = createSignal(kept.settings);
  const [template, setTemplate] = createSignal(kept.template);
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const [count, setCount] = createSignal<number>();
  const [mark, setMark] = createSignal(true);
  const [problem, setProblem] = createSignal<Problem>();
  const words = exportWords;

  const all = untrack(() => props.ask.tables);
  const tables = createMemo(() => all.filter(({ id }) => !left().has(id)));
  const kind = () => findFormat(format());
  const settings = createMemo(() => toKnown(kind().fields, given()[format()] ?? {}));
  const isBusy = () => job.share() !== undefined;
  const hasCharts = () => tables().some(({ chart }) => chart !== undefined);
  const fields = () =>
    Object.fromEntries(
      Object.entries(kind().fields).filter(
        ([name]) => name !== 'formulas' && (name !== 'pictures' || hasCharts()),
      ),
    );
  const hasPictures = () => settings()['pictures'] === true;
  const isZip = () => tables().length > 1 && !kind().holdsSeveral;
  const names = createMemo(() =>
    toNames(app, {
      tables: tables(),
      template: template(),
      ending: isZip() ? 'zip' : kind().ending,
      inner: kind().ending,
    }),
  );
  const losses = createMemo(() => {
    const found = new Map<string, Set<string>>();
    for (const { columns, name, from, to } of tables())
      for (const { code, columns: about = [] } of kind().losses(columns, settings() as never, to - from)) {
        const known = found.get(code) ?? new Set();
        for (const column of about) known.add(tables().length > 1 ? `${name}.${column}` : column);
        found.set(code, known);
      }
    return [...found];
  });

  // counted once a table, when a format asks for it first
  createEffect(
    on([() => kind().asksFormulas === true, tables], ([asks, chosen]) => {
      setCount(asks ? undefined : 0);
      if (!asks) return;
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      countFormulas(chosen, controller.signal).then(setCount, (error: unknown) => {
        if (isAbort(error)) return;
        setProblem(toProblem(error));
        setCount(0);
      });
    }),
  );

  async function countFormulas(chosen: readonly ExportTable[], signal: AbortSignal): Promise<number> {
    let sum = chosen.flatMap(({ columns }) => columns).filter(({ name }) => isFormula(name)).length;
    for (const { id, columns, from, to, whenReady } of chosen) {
      const sql = toFormulaCountSql(columns, `(FROM the_table LIMIT ${to - from} OFFSET ${from})`);
      if (!sql) continue;
      await whenReady?.();
      const { values } = await app.engine.query(sql, { of: id, signal });
      sum += Number(values[0]?.[0] ?? 0);
    }
    return sum;
  }

  function set(name: string, value: unknown): void {
    setGiven((before) => ({ ...before, [format()]: { ...before[format()], [name]: value } }));
  }

  function setReadyMade(ready: Loose): void {
    setGiven((before) => ({ ...before, [format()]: ready }));
  }

  async function save(): Promise<void> {
    setProblem(undefined);
    const { file, inner } = names();
    remember({ format: format(), template: template(), settings: given() });
    try {
      const place = await choosePlace(app, { file, format: isZip() ? undefined : kind() });
      if (!place) return;
      const what = {
        tables: tables(),
        format: format(),
        settings: kind().asksFormulas
          ? { ...settings(), formulas: mark() && count() !== 0 ? 'mark' : 'leave' }
          : settings(),
        ...(isZip() && { files: inner }),
      };
      const written = await exportTables(app, what, place.place, job.start()).finally(job.end);
      noteTables(what.settings);
      const saved = finishSaving(place, written, file);
      closeExport();
      tell({ text: () => exportWords().saved(saved, formatBytes(written.bytes)) });
    } catch (error) {
      if (isAbort(error)) tell({ text: () => exportWords().stopped });
      else setProblem(toProblem(error));
    }
  }

  /** For next month: whole tables of the workbook, as they leave now. */
  function noteTables(settings: Loose): void {
    const whole = listTables(app);
    const areWhole = tables().every(({ id, from, to, columns }) =>
      whole.some(
        (one) => one.id === id && one.from === from && one.to === to && one.columns.length === columns.length,
      ),
    );
    if (!areWhole || !app.workbooks()?.workbook()) return;
    app.workbooks()!.noteOutputs({
      tables: {
        names: tables().map(({ name }) => name),
        format: format(),
        settings: toPlainData(settings),
        template: template(),
      },
    });
  }

  const close = () => {
    job.stop();
    closeExport();
  };
  const title = () =>
    all.length === 1 ? words().title(all[0]!.name) : words().titleSeveral(formatCount(all.length));
  const inputs = () =>
    (app.workbooks()?.workbook()?.cells ?? []).flatMap(({ kind: cell, name }) =>
      cell === 'input' && name ? [`{${name}}`] : [],
    );

  return (
    <Dialog
      open
      onClose={close}
      shape="wide"
      title={title()}
      actions={
        <Show
          when={!isBusy()}
          fallback={
            <Button
              tone="quiet"
              // the button that was pressed is gone, and the keyboard with it
              ref={(button: HTMLButtonElement) => queueMicrotask(() => button.focus())}
              onClick={job.stop}
            >
              {words().stop}
            </Button>
          }
        >
          <Button tone="quiet" onClick={close}>
            {words().cancel}
          </Button>
          <Button
            tone="primary"
            disabled={tables().length === 0 || count() === undefined}
            onClick={() => void save()}
          >
            {words().save}
          </Button>
        </Show>
      }
    >
      <Show
        when={isBusy()}
        fallback={
          <div class="export">
            <Show when={problem()}>
              {(found) => (
                <p class="share-problem" role="alert">
                  {toWords(found())}
                </p>
              )}
            </Show>
            <Show
              when={all.length === 1}
              fallback={<TableList tables={all} left={left()} hasPictures={hasPictures()} onLeft={setLeft} />}
            >
              <p class="export-note">{toSize(all[0]!, hasPictures())}</p>
            </Show>
            <Show when={tables().some(({ isOld }) => isOld)}>
              <p class="note warn">{words().old}</p>
            </Show>
            <div class="export-format">
              <label for="export-format">{words().format}</label>
              <select
                id="export-format"
                class="field"
                onChange={({ currentTarget }) => setFormat(currentTarget.value)}
              >
                <For each={formats}>
                  {({ name }) => (
                    <option value={name} selected={name === format()}>
                      {words().formats[name] ?? name}
                    </option>
                  )}
                </For>
              </select>
              <p class="export-note">{words().hints[format()]}</p>
            </div>
            <Show when={Object.keys(kind().readyMade ?? {}).length > 0}>
              <div class="export-ready" role="group" aria-label={words().readyMade}>
                <For each={Object.entries(kind().readyMade ?? {})}>
                  {([name, ready]) => (
                    <Button
                      small
                      tone="quiet"
                      aria-pressed={isSame(toSettings(kind().fields, ready), settings())}
                      onClick={() => setReadyMade(ready)}
                    >
                      {words().readyMades[name] ?? name}
                    </Button>
                  )}
                </For>
              </div>
            </Show>
            <Show when={Object.keys(fields()).length > 0}>
              <details class="export-more">
                <summary>{words().settings}</summary>
                <SettingsForm fields={fields()} settings={settings()} onSet={set} />
              </details>
            </Show>
            <Show when={kind().asksFormulas}>
              <Show when={count() !== undefined} fallback={<p class="export-note">{words().counting}</p>}>
                <Show when={count()! > 0}>
                  <div class="export-formulas" role="radiogroup" aria-labelledby="export-formulas">
                    <p id="export-formulas">{words().formulas(count()!, formatCount(count()!))}</p>
                    <label>
                      <input type="radio" name="formulas" checked={mark()} onChange={() => setMark(true)} />
                      {words().formulasMark}
                    </label>
                    <label>
                      <input type="radio" name="formulas" checked={!mark()} onChange={() => setMark(false)} />
                      {words().formulasLeave}
                    </label>
                  </div>
                </Show>
              </Show>
            </Show>
            <Show when={losses().length > 0}>
              <section class="export-losses">
                <h3>{words().lossTitle}</h3>
                <ul>
                  <For each={losses()}>
                    {([code, columns]) => <li>{toLossWords(code as Loss['code'], columns)}</li>}
                  </For>
                </ul>
              </section>
            </Show>
            <div class="export-name">
              <label for="export-name">{words().fileName}</label>
              <input
                id="export-name"
                class="field"
                value={template()}
                onInput={({ currentTarget }) => setTemplate(currentTarget.value)}
              />
              <p class="export-note">
                <bdi>{words().willBe(names().file)}</bdi>
              </p>
              <p class="export-note">{words().placeholders(inputs().join(', '))}</p>
            </div>
          </div>
        }
      >
        <p role="status">{words().writing(formatPercent(job.share() ?? 0))}</p>
        <Progress label={title()} value={job.share() ?? 0} max={1} />
      </Show>
    </Dialog>
  );
}

function TableList(props: {
  tables: readonly ExportTable[];
  left: ReadonlySet<string>;
  hasPictures: boolean;
  onLeft: (left: ReadonlySet<string>) => void;
}) {
  function toggle(id: string, comes: boolean): void {
    const next = new Set(props.left);
    if (comes) next.delete(id);
    else next.add(id);
    props.onLeft(next);
  }
  return (
    <fieldset class="export-tables">
      <legend>{exportWords().tables}</legend>
      <For each={props.tables}>
        {(table) => (
          <label>
            <input
              type="checkbox"
              checked={!props.left.has(table.id)}
              onChange={({ currentTarget }) => toggle(table.id, currentTarget.checked)}
            />
            <bdi>{table.name}</bdi>
            <small>{toSize(table, props.hasPictures)}</small>
          </label>
        )}
      </For>
    </fieldset>
  );
}

function toSize({ from, to, columns, chart }: ExportTable, hasPictures: boolean): string {
  const words = exportWords();
  const size = words.size(formatCount(to - from), to - from, formatCount(columns.length), columns.length);
  return chart === undefined ? size : words.chart(size, hasPictures);
}

function toLossWords(code: Loss['code'], columns: ReadonlySet<string>): string {
  const named = [...columns];
  const shown = named.slice(0, MOST_NAMED);
  if (named.length > MOST_NAMED) shown.push(exportWords().andMore(formatCount(named.length - MOST_NAMED)));
  return exportWords().losses[code]?.(shown.join(', ')) ?? code;
}

/** What was chosen once, unless it is of a time when there were other choices. */
function toKnown(fields: Fields, chosen: Loose): Loose {
  try {
    return toSettings(fields, chosen);
  } catch {
    return toSettings(fields, {});
  }
}

function isSame(a: Loose, b: Loose): boolean {
  return Object.keys(a).every((name) => name === 'formulas' || a[name] === b[name]);
}
