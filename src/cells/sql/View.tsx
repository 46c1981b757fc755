import Route from 'lucide-solid/icons/route';
import DashedText from 'lucide-solid/icons/square-dashed-text';
import AlignLeft from 'lucide-solid/icons/text-align-start';
import { createMemo, createSignal, onCleanup, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { isAbort } from '../../lib/problem';
import { type Plan, toPlan } from '../../run/explain';
import { isSettled } from '../../run/state';
import { findHint } from '../../sql/hints';
import { fold } from '../../sql/name';
import { findReferences } from '../../sql/references';
import { Button } from '../../ui/Button';
import { Editor } from '../../ui/Editor';
import type { MenuItem } from '../../ui/Menu';
import { maybeEdit } from '../../ui/editor/edit';
import { maybeFormat } from '../../ui/editor/format';
import type { EditorHandle } from '../../ui/editor/handle';
import type { CellViewProps } from '../view';
import { type SqlCell, sqlKind } from './compile';
import { Answer, type Answered } from './Answer';
import { findFixes, findWord } from './fixes';
import { nameTables } from './nameTables';
import { ProblemNote } from './ProblemNote';
import './sql.css';

const SELECTION_ROWS = 200;
/** A statement that is being written is wrong most of the time, and nobody wants to be told of it at every letter. */
const CALM_MS = 700;

/** A query as it is written: the editor, what is wrong with it, and what else can be asked of it. */
export function View(props: CellViewProps<SqlCell>) {
  const [editor, setEditor] = createSignal<EditorHandle>();
  const [shown, setShown] = createSignal<Answered>();
  const [note, setNote] = createSignal('');
  const [isCalm, setCalm] = createSignal(true);
  let calming: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  // no memo: it would go over all tables whenever any cell has run. A cell that reads itself would be a circle
  const catalog = () => {
    const all = props.surroundings.catalog();
    return { ...all, tables: all.tables.filter(({ name }) => name !== props.cell.name) };
  };
  const problem = createMemo(() => {
    const found = props.state.problem;
    return found && isCalm() && isSettled(props.state) && props.state.status !== 'done' ? found : undefined;
  });
  /** Where in the text as it is now the engine stopped; a text that has changed since is not marked. */
  const place = createMemo(() => {
    const found = problem();
    if (!found || found.position === undefined || (found.sql ?? props.cell.sql) !== props.cell.sql)
      return undefined;
    return findWord(props.cell.sql, found.position);
  });
  const fixes = createMemo(() => {
    const found = problem();
    return found && place() ? findFixes(found, props.cell.sql, catalog()) : undefined;
  });
  const hint = createMemo(() => {
    const found = problem();
    if (!found?.code.startsWith('sql-')) return undefined;
    const detail = String(found.params.detail ?? '');
    // below the first line of an unknown name there are lists of what the engine has
    return findHint(found.code === 'sql-name' ? detail.split('\n')[0]! : detail);
  });
  const words = createMemo(() => {
    const found = problem();
    if (!found) return '';
    const detail = String(found.params.detail ?? '');
    const told = fixes() || hint() ? detail.split('\n')[0]! : detail;
    return t(`problem.${found.code}`, { file: '', name: '', ...found.params, detail: told }).trim();
  });
  const markers = createMemo(() => {
    const stretch = place();
    return stretch ? [{ ...stretch, words: words() }] : [];
  });

  function change(sql: string): void {
    setNote('');
    setCalm(false);
    clearTimeout(calming);
    calming = setTimeout(() => setCalm(true), CALM_MS);
    props.change({ sql }, { merge: `sql:${props.cell.id}` });
  }

  /** Asks the engine something about a query, and shows it until it is closed; a newer question ends an older one. */
  async function ask(sql: string, kind: 'plan' | 'rows'): Promise<void> {
    asking?.abort();
    const own = (asking = new AbortController());
    const { engine, findValue, onProblem } = props.surroundings;
    try {
      const plan = sqlKind.toPlan(
        { ...props.cell, sql },
        { findValue: (name) => findValue?.(name), findColumns: () => undefined },
      );
      if (plan.do !== 'keep') return;
      const options = { values: plan.values, signal: own.signal };
      setShown({ kind: 'busy' });
      const next: Answered =
        kind === 'plan'
          ? { kind, plan: withNames(toPlan(await engine.explain(plan.sql, options)), sql) }
          : { kind, rows: await engine.query(plan.sql, { ...options, maxRows: SELECTION_ROWS }) };
      if (own === asking) setShown(next);
    } catch (error) {
      if (own === asking) setShown(undefined);
      if (!isAbort(error)) onProblem(error);
    }
  }

  function withNames(plan: Plan, sql: string): Plan {
    const read = findReferences(sql).tables.map(({ name }) => fold(name));
    const tables = catalog().tables.filter(({ name }) => read.includes(fold(name)));
    return { ...plan, step: nameTables(plan.step, tables) };
  }

  function actions(): MenuItem[] {
    const selection = editor()?.readSelection();
    return [
      ...(selection
        ? [
            {
              label: t('editor.runSelection'),
              icon: () => <DashedText />,
              run: () => void ask(selection, 'rows'),
            },
          ]
        : []),
      { label: t('editor.explain'), icon: () => <Route />, run: () => void ask(props.cell.sql, 'plan') },
      ...(props.readOnly
        ? []
        : [{ label: t('editor.format'), icon: () => <AlignLeft />, run: () => void format() }]),
    ];
  }

  const close = () => {
    asking?.abort();
    asking = undefined;
    setShown(undefined);
    editor()?.focus();
  };

  async function format(): Promise<void> {
    const handle = editor();
    if (!handle) return;
    const before = props.cell.sql;
    const selected = handle.findSelection();
    const range = selected.to > selected.from ? selected : { from: 0, to: before.length };
    const text = await maybeFormat(before.slice(range.from, range.to));
    if (props.cell.sql !== before) return;
    if (text === undefined) return void setNote(t('editor.unformatted'));
    const edit = maybeEdit(before.slice(range.from, range.to), text);
    if (edit) handle.replace(range.from + edit.from, range.from + edit.to, edit.text);
    handle.focus();
  }

  onCleanup(() => {
    clearTimeout(calming);
    asking?.abort();
  });

  return (
    <div class="sql">
      <Editor
        value={props.cell.sql}
        label={t('editor.label', props.cell.name)}
        placeholder={t('editor.placeholder')}
        readOnly={props.readOnly}
        catalog={catalog()}
        markers={markers()}
        onChange={change}
        onRun={(selection) => void (selection ? ask(selection, 'rows') : props.run())}
        onLeave={() => props.leave()}
        onProblem={(error) => props.surroundings.onProblem(error)}
        actions={actions}
        onReady={(handle) => {
          setEditor(handle);
          props.onReady({ focus: handle.focus });
        }}
      />
      <Show when={words()}>
        <ProblemNote
          words={words()}
          hint={hint() && t(`sqlHint.${hint()!.instead}`)}
          names={fixes()?.names ?? []}
          readOnly={props.readOnly}
          onTake={(name) => {
            const place = fixes();
            if (place) editor()?.replace(place.from, place.to, name);
            props.run();
          }}
        />
      </Show>
      <div class="sql-bar">
        <Button
          small
          icon={<DashedText />}
          // the selection is lost where the button takes the focus
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            const selection = editor()?.readSelection();
            if (selection) void ask(selection, 'rows');
            else setNote(t('editor.runSelectionHint'));
          }}
        >
          {t('editor.runSelection')}
        </Button>
        <Button small icon={<Route />} onClick={() => void ask(props.cell.sql, 'plan')}>
          {t('editor.explain')}
        </Button>
        <Show when={!props.readOnly}>
          <Button
            small
            icon={<AlignLeft />}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => void format()}
          >
            {t('editor.format')}
          </Button>
        </Show>
        <span class="sql-note" role="status">
          {note()}
        </span>
      </div>
      <Show when={shown()}>
        {(answer) => <Answer answer={answer()} onClose={close} onProblem={props.surroundings.onProblem} />}
      </Show>
    </div>
  );
}
