import type { Accessor } from 'solid-js';
import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { QueryOptions, Rows } from '../../engine/engine';
import { isAbort, type Problem, toProblem } from '../../lib/problem';
import { withInputs } from '../../sql/inputs';
import { quoteName } from '../../sql/quote';
import { type Compiled, type Link, toLastName, toSql, toStatement } from '../../steps/chain';
import { findStep } from '../../steps/catalog';
import type { Loose } from '../../steps/field';
import type { Step } from '../../steps/step';
import type { Column } from '../../table/column';
import { createId } from '../../workbook/document';
import type { Ask } from '../../workbook/plan';
import type { CellViewProps } from '../view';
import type { StepsCell } from './compile';
import { compileSteps, findLastRun, toFind } from './compile';

/** A step that is being written: it counts once it is applied. */
export interface Draft {
  step: Step;
  at: number;
  isNew: boolean;
  /** Whether columns of other tables are asked for. */
  isOffered?: boolean;
}

/** What is on screen of a chain besides the chain itself, shared by the cell and the panel beside the page. */
export type Recipe = ReturnType<typeof createRecipe>;

/** A person who types is not to wait for each letter. */
const CALM_MS = 200;

const [recipes, setRecipes] = createSignal<ReadonlyMap<string, Recipe>>(new Map());

/** The recipe of a cell that is on the page. */
export const findRecipe = (id: string): Recipe | undefined => recipes().get(id);

export function createRecipe(props: CellViewProps<StepsCell>) {
  const [draft, setDraft] = createSignal<Draft>();
  const [shown, setShown] = createSignal<string>();
  const [compiled, setCompiled] = createSignal<Compiled>();
  const [fault, setFault] = createSignal<Problem>();
  const answers = new Map<string, ReturnType<Ask>>();
  const id = untrack(() => props.cell.id);

  const steps = createMemo((): readonly Step[] => {
    const { steps: saved } = props.cell;
    const open = draft();
    if (!open) return saved;
    return open.isNew ? saved.toSpliced(open.at, 0, open.step) : saved.with(open.at, open.step);
  });
  /** Whether what it reads can be read. */
  const isReady = createMemo(
    () => props.cell.from !== '' && !['waiting', 'blocked'].includes(props.state.status),
  );

  /** Which tables there are, and their columns: the catalog is another one whenever any cell of the workbook runs. */
  const readable = createMemo(() =>
    JSON.stringify(props.surroundings.catalog().tables.map(({ name, columns }) => [name, columns])),
  );

  const findValue = toFind(untrack(() => props.surroundings));

  /** The same question twice is put to the engine once, as long as no table has changed. */
  const ask: Ask = (sql, values) => {
    const key = JSON.stringify([sql, values]);
    const known = answers.get(key);
    if (known) return known;
    const answer = props.surroundings.engine.query(sql, { values });
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
  createEffect(on([readable, () => props.state.result?.id], () => answers.clear()));

  /** What runs or has just run is written for it, and need not be asked again. */
  const findRun = () =>
    untrack(() => (/^(running|done)$/.test(props.state.status) ? findLastRun(props.cell) : undefined));

  createEffect(
    on(
      [steps, () => props.cell.from, isReady, readable, () => props.state.result?.id],
      ([all, from, ready]) => {
        if (!ready) return;
        let isCurrent = true;
        const write = async () => {
          try {
            const run = findRun();
            const compile = () =>
              compileSteps({ from, steps: all }, { ask, findValue, ...(run && { lab: run.recalled }) });
            const next = await (run && !untrack(draft) ? run.written.catch(compile) : compile());
            if (!isCurrent) return;
            setFault(undefined);
            setCompiled(next);
          } catch (error) {
            if (isCurrent && !isAbort(error)) setFault(toProblem(error));
          }
        };
        const timer = setTimeout(() => void write(), untrack(draft) ? CALM_MS : 0);
        onCleanup(() => {
          isCurrent = false;
          clearTimeout(timer);
        });
      },
    ),
  );

  /** Settings that only the rows tell, once these are asked; what a person has set by then stays. */
  async function addMore(step: Step, at: number, columns: readonly Column[]): Promise<void> {
    const known = untrack(compiled);
    const links = known?.links.slice(0, at) ?? [];
    if (!known || links.some(({ problem }) => problem)) return;
    const from = quoteName(toLastName(links, known.from));
    const more = findStep(step.step)?.suggestMore?.({ columns, from, settings: step });
    if (!more) return;
    // where it can't be answered, the step itself says why
    const found = await recipe.ask(toStatement(known.from, links, more.sql)).catch(() => undefined);
    if (!found) return;
    setDraft((open) => {
      if (open?.step.id !== step.id) return open;
      const settings = Object.entries(more.toMore(found.values, open.step));
      const unset = settings.filter(([name]) => open.step[name] === step[name]);
      return { ...open, step: { ...open.step, ...Object.fromEntries(unset) } };
    });
  }

  const save = (next: readonly Step[], merge?: string) =>
    props.change({ steps: next }, merge === undefined ? {} : { merge });

  const recipe = {
    id,
    cell: (): StepsCell => props.cell,
    state: () => props.state,
    isReadOnly: () => props.readOnly,
    surroundings: untrack(() => props.surroundings),
    change: (patch: Loose) => props.change(patch),
    run: () => props.run(),
    leave: () => props.leave(),
    /** Runs a query over the chain's tables, with inputs as they are. */
    query(sql: string, options: QueryOptions = {}): Promise<Rows> {
      const bound = withInputs(sql, findValue);
      return props.surroundings.engine.query(bound.sql, { ...options, values: bound.values });
    },
    /** The same, answered from what is known while no table has changed. */
    ask(sql: string): ReturnType<Ask> {
      const bound = withInputs(sql, findValue);
      return ask(bound.sql, bound.values);
    },

    /** The chain with what is being written. */
    steps,
    compiled: compiled as Accessor<Compiled | undefined>,
    fault: fault as Accessor<Problem | undefined>,
    draft: draft as Accessor<Draft | undefined>,

    /** The step after which the table is looked at: `undefined` for the end, 0 for what it begins with. */
    shownAt: createMemo((): number | undefined => {
      const open = draft();
      if (open) return open.at + 1;
      const chosen = shown();
      if (chosen === undefined) return undefined;
      if (chosen === '') return 0;
      const at = props.cell.steps.findIndex((step) => step.id === chosen);
      return at < 0 ? undefined : at + 1;
    }),

    show(stepId: string | undefined): void {
      setShown(stepId);
    },

    /** Begins a step of a kind after the one that is looked at, or at the end. */
    begin(kind: string, column?: string): void {
      const at = recipe.shownAt() ?? props.cell.steps.length;
      const columns =
        compiled()?.links[at - 1]?.after ?? compiled()?.links[0]?.before ?? compiled()?.columns ?? [];
      const suggested = clear(
        findStep(kind)?.suggest?.({ columns, ...(column !== undefined && { column }) }) ?? {},
      );
      const chosen = column === undefined ? {} : toChosen(kind, column);
      const step: Step = { ...chosen, ...suggested, id: createId(), step: kind };
      setDraft({ step, at, isNew: true });
      void addMore(step, at, columns);
    },

    /** Begins a step with settings to be looked at before it is applied; at the end, unless it is said where. */
    beginWith(spec: Loose & { step: string }, at = props.cell.steps.length): void {
      setDraft({ step: { ...spec, id: createId() }, at, isNew: true });
    },

    edit(stepId: string): void {
      const at = props.cell.steps.findIndex((step) => step.id === stepId);
      const step = props.cell.steps[at];
      if (step && findStep(step.step)) setDraft({ step, at, isNew: false });
    },

    /** Sets settings of the step that is being written. */
    set(settings: Loose): void {
      setDraft((open) => open && { ...open, step: { ...open.step, ...settings } });
    },

    offerColumns(): void {
      setDraft((open) => open && { ...open, isOffered: true });
    },

    /** Puts a step before the one that is being written, or in place of the one before it. */
    putBefore(spec: Loose & { step: string }, instead: boolean): void {
      const open = draft();
      if (!open) return;
      const at = instead ? open.at - 1 : open.at;
      const id = instead ? props.cell.steps[at]!.id : createId();
      save(props.cell.steps.toSpliced(at, Number(instead), { ...spec, id }));
      setDraft({ ...open, at: at + 1 });
    },

    /** What is known of the step that is being written: nothing before the engine has looked at it. */
    draftLink(): Link | undefined {
      const open = draft();
      const link = open && compiled()?.links[open.at];
      return link?.step.id === open?.step.id ? link : undefined;
    },

    /** Whether nothing speaks against it; what is not computed yet will be. */
    canApply(): boolean {
      const problem = recipe.draftLink()?.problem;
      return !problem || problem.code === 'step-unrun';
    },

    /** Takes the rows after some steps out, as a file. */
    exportAfter(count: number): void {
      const chain = compiled();
      if (!chain) return;
      const { sql, values } = withInputs(toSql(chain, count), findValue);
      const { engine, exportRows } = props.surroundings;
      exportRows(`${props.cell.name ?? ''} ${count}`.trim(), () => engine.keepResult(sql, { values }));
    },

    apply(): void {
      const open = draft();
      if (!open) return;
      const next = steps();
      setDraft(undefined);
      setShown(open.at === next.length - 1 ? undefined : open.step.id);
      save(next);
    },

    cancel(): void {
      setDraft(undefined);
    },

    /** Adds a step that needs no form. */
    add(spec: Loose & { step: string }): void {
      const count = props.cell.steps.length;
      const at = recipe.shownAt() ?? count;
      const step: Step = { ...spec, id: createId() };
      setDraft(undefined);
      save(props.cell.steps.toSpliced(at, 0, step));
      setShown(at === count ? undefined : step.id);
    },

    patch(stepId: string, settings: Loose, merge?: string): void {
      save(
        props.cell.steps.map((step) => (step.id === stepId ? clear({ ...step, ...settings }) : step)),
        merge,
      );
    },

    /** Steps from elsewhere, after those that are there. */
    append(more: readonly unknown[]): void {
      const fresh = more.map((step) => ({ ...(step as Step), id: createId() }));
      save([...props.cell.steps, ...fresh]);
    },

    removeAll(): void {
      setDraft(undefined);
      save([]);
    },

    remove(stepId: string): void {
      setDraft(undefined);
      save(props.cell.steps.filter((step) => step.id !== stepId));
    },

    duplicate(stepId: string): void {
      const at = props.cell.steps.findIndex((step) => step.id === stepId);
      save(props.cell.steps.toSpliced(at + 1, 0, { ...props.cell.steps[at]!, id: createId() }));
    },

    move(stepId: string, to: number): void {
      const from = props.cell.steps.findIndex((step) => step.id === stepId);
      const at = Math.max(0, Math.min(props.cell.steps.length - 1, to));
      if (from < 0 || at === from) return;
      const step = props.cell.steps[from]!;
      save(props.cell.steps.toSpliced(from, 1).toSpliced(at, 0, step));
    },
  };

  setRecipes((all) => new Map(all).set(id, recipe));
  onCleanup(() =>
    setRecipes((all) => {
      if (all.get(id) !== recipe) return all;
      const next = new Map(all);
      next.delete(id);
      return next;
    }),
  );
  return recipe;
}

/** A column that is chosen already goes where the step asks for its first one. */
function toChosen(kind: string, name: string): Loose {
  const fields = Object.entries(findStep(kind)?.fields ?? {});
  const first = fields.find(([, field]) => field.kind === 'column' || field.kind === 'columns');
  if (!first) return {};
  return { [first[0]]: first[1].kind === 'columns' ? [name] : name };
}

/** Without settings that say nothing. */
function clear<S extends Loose>(settings: S): S {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as S;
}
