import { createEffect, createSignal, createUniqueId, For, on, Show } from 'solid-js';
import { toCellFormat } from '../../grid/cellFormat';
import { cardWords } from '../../i18n/templates/cards';
import { templateWords } from '../../i18n/templates/templates';
import { findTemplate } from '../../templates/catalog';
import type { Template } from '../../templates/template';
import { quoteName } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { countDigits, toCellText } from '../../table/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useApp } from '../context';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import { setTemplate } from './current';
import type { Filling } from './filling';
import { createFilling } from './filling';
import { makeFromTemplate } from './make';
import { bringSamples } from './samples';
import { TemplateList } from './TemplateCards';
import { wordsOf } from './words';
import './templates.css';

/** Asks which template, and then which of the person's columns is what. */
export function TemplateDialog(props: { id: string }) {
  const close = () => setTemplate(undefined);
  return (
    <Show
      when={findTemplate(props.id)}
      keyed
      fallback={
        <Dialog open onClose={close} shape="wide" title={cardWords().heading}>
          <p>{cardWords().lede}</p>
          <TemplateList />
        </Dialog>
      }
    >
      {(template) => <Form template={template} onClose={close} />}
    </Show>
  );
}

function Form(props: { template: Template; onClose: () => void }) {
  const app = useApp();
  // the dialog is drawn anew for each template
  // eslint-disable-next-line solid/reactivity
  const { template } = props;
  const filling = createFilling(template, () => app.sources.state.sources);
  const [isBusy, setBusy] = createSignal(false);
  const words = () => wordsOf(template.id);
  const dialog = () => templateWords().dialog;
  const lacks = () =>
    filling
      .missing()
      .map(({ table, column }) => (column ? words().columns[column]! : words().tables[table]!))
      .join(', ');
  const isReady = () => filling.missing().length === 0 && filling.twice().length === 0 && !isBusy();

  async function run(job: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    try {
      await job();
      return true;
    } catch (error) {
      tellProblem(error, toWords);
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function make(): Promise<void> {
    if (!isReady()) return;
    if (await run(() => makeFromTemplate(app, template, filling.filled()))) props.onClose();
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      shape="wide"
      title={words().title}
      actions={
        <>
          <p class="template-lacks" role="status">
            <Show when={isBusy()}>{dialog().loading}</Show>
            <Show when={!isBusy() && lacks()}>{(roles) => <>{dialog().missing(roles())}</>}</Show>
          </p>
          <Button tone="quiet" onClick={() => props.onClose()}>
            {dialog().cancel}
          </Button>
          <Button tone="primary" disabled={!isReady()} onClick={() => void make()}>
            {dialog().make}
          </Button>
        </>
      }
    >
      <p class="template-about">{words().about}</p>
      <Show when={filling.missing().some(({ column }) => column === undefined)}>
        <div class="template-begin">
          <p>{dialog().noTables}</p>
          <Button tone="quiet" onClick={app.pickFiles}>
            {dialog().importFiles}
          </Button>
          <Button
            tone="quiet"
            disabled={isBusy()}
            onClick={() => void run(() => bringSamples(app, template))}
          >
            {dialog().samples}
          </Button>
        </div>
      </Show>
      <For each={Object.keys(template.tables)}>
        {(table) => <Table template={template} table={table} filling={filling} />}
      </For>
      <For each={filling.twice()}>
        {(column) => (
          <p class="note warn" role="alert">
            {dialog().twice(column)}
          </p>
        )}
      </For>
    </Dialog>
  );
}

const EXAMPLE_ROWS = 100;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 24;

function Table(props: { template: Template; table: string; filling: Filling }) {
  const app = useApp();
  const id = createUniqueId();
  const words = () => wordsOf(props.template.id);
  const dialog = () => templateWords().dialog;
  const role = () => props.template.tables[props.table]!;
  const chosen = () => props.filling.choices[props.table];
  const source = () => props.filling.find(chosen()?.source ?? '');
  const [examples, setExamples] = createSignal<ReadonlyMap<string, string>>(new Map());

  createEffect(
    on(source, async (current) => {
      setExamples(new Map());
      if (!current) return;
      try {
        await app.sources.whenAttached(current.id);
        const { columns, values } = await app.engine.query(
          `SELECT * FROM ${quoteName(current.name)} LIMIT ${EXAMPLE_ROWS}`,
        );
        if (source() !== current) return;
        const format = toCellFormat();
        const said = columns.map((column, at) => {
          const known = values[at]!.filter((value) => value !== null && value !== '');
          const digits = Math.max(0, ...known.map((value) => countDigits(value, column.type)));
          const texts = new Set(known.map((value) => toCellText(value, column, { ...format, digits }).text));
          const few = [...texts].slice(0, EXAMPLES).map((text) => text.slice(0, LONGEST_EXAMPLE));
          return [column.name, few.join(', ')] as const;
        });
        setExamples(new Map(said));
      } catch {
        // a form without examples asks the same
      }
    }),
  );

  return (
    <fieldset class="template-table">
      <legend>{words().tables[props.table]!}</legend>
      <label class="template-field" for={`${id}-table`}>
        <span>
          {dialog().table}
          <Show when={role().optional}>
            <small>{dialog().optional}</small>
          </Show>
        </span>
        <select
          id={`${id}-table`}
          class="field"
          value={chosen()?.source ?? ''}
          onChange={({ currentTarget }) => props.filling.chooseTable(props.table, currentTarget.value)}
        >
          <option value="">{role().optional ? dialog().none : dialog().choose}</option>
          <For each={app.sources.state.sources}>
            {({ name }) => (
              <option value={name} selected={name === chosen()?.source}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={source()}>
        {(current) => (
          <For each={Object.entries(role().columns)}>
            {([column, { is, optional }]) => (
              <ColumnField
                label={words().columns[column]!}
                optional={optional === true}
                is={is}
                columns={current().columns}
                value={chosen()?.columns[column] ?? ''}
                examples={examples()}
                onSet={(name) => props.filling.chooseColumn(props.table, column, name)}
              />
            )}
          </For>
        )}
      </Show>
    </fieldset>
  );
}

function ColumnField(props: {
  label: string;
  optional: boolean;
  is: 'text' | 'number' | 'date';
  columns: readonly { name: string; type: string }[];
  value: string;
  examples: ReadonlyMap<string, string>;
  onSet: (name: string) => void;
}) {
  const id = createUniqueId();
  const dialog = () => templateWords().dialog;
  const other = () => {
    const type = props.columns.find(({ name }) => name === props.value)?.type;
    return type !== undefined && props.is !== 'text' && toFamily(type) !== props.is ? props.is : undefined;
  };
  return (
    <div class="template-field">
      <label for={id}>
        {props.label}
        <Show when={props.optional}>
          <small>{dialog().optional}</small>
        </Show>
      </label>
      <div>
        <select
          id={id}
          class="field"
          aria-describedby={`${id}-said`}
          value={props.value}
          onChange={({ currentTarget }) => props.onSet(currentTarget.value)}
        >
          <option value="">{props.optional ? dialog().none : dialog().choose}</option>
          <For each={props.columns}>
            {({ name }) => (
              <option value={name} selected={name === props.value}>
                {name}
              </option>
            )}
          </For>
        </select>
        <p id={`${id}-said`} class="template-said">
          <Show
            when={other()}
            fallback={
              <Show when={props.examples.get(props.value)}>
                {(values) => <>{dialog().examples(values())}</>}
              </Show>
            }
          >
            {(is) => <>{dialog().wrongType(props.value, dialog().types[is() as 'number' | 'date'])}</>}
          </Show>
        </p>
      </div>
    </div>
  );
}
