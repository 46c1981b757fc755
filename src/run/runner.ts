import type { Engine } from '../engine/engine';
import type { Problem } from '../lib/problem';
import { createAbort, isAbort, toProblem } from '../lib/problem';
import { fold, isSameName } from '../sql/name';
import type { Graph, Node } from '../workbook/graph';
import { findAncestors, findRead, toGraph } from '../workbook/graph';
import type { Plan, PlanContext, RunKinds } from '../workbook/plan';
import { createAgenda } from './agenda';
import { findFresh } from './fresh';
import type { CellState } from './state';
import { createPlans } from './plans';
import { isSameProblem, toFaultProblem, toForm, toSaid, toWritten } from './said';
import { idle, isSameState, isSettled, toLeft, toOld, toWaiting } from './state';
import { createSettling } from './settling';
import { runKeep } from './tools';
import { createAnswers } from './answers';
import type { RunSource, World } from './world';

export type RunEngine = Pick<
  Engine,
  'keepResult' | 'shareResult' | 'renameResult' | 'dropResult' | 'query' | 'compute'
>;

export interface RunnerOptions {
  engine: RunEngine;
  kinds: RunKinds;
  onState: (id: string, state: CellState | undefined) => void;
  /** Resolves when a source can be read. */
  whenAttached?: (id: string) => Promise<void>;
  findNearest?: (name: string, names: readonly string[]) => string[];
  findSecret?: PlanContext['findSecret'];
  /** Does work that tells of many states, so that who hears of them can wait until it is done. */
  together?: (work: () => void) => void;
}

interface Job {
  key: string;
  /** The key without the values of inputs. */
  form: string;
  controller: AbortController;
  since: number;
  /** Results that it reads. */
  reads: readonly string[];
  /** Looks again when it has had its time. */
  grace?: ReturnType<typeof setTimeout>;
}

export type Runner = ReturnType<typeof createRunner>;

/** The engine has eight connections, and the grid's reads want some too. */
const MOST_AT_ONCE = 4;

/** So long a run may go on whose values are older than the slider that set them, so that dragging shows something. */
const GRACE_MS = 300;

/**
 * Runs what is stale, in an order in which each cell finds what it reads. Every cell has a key, made of what it says and of
 * the results that it reads; it is stale when its last run had another one.
 */
export function createRunner({
  engine,
  kinds,
  onState,
  whenAttached,
  findNearest,
  findSecret,
  together = (work) => work(),
}: RunnerOptions) {
  const states = new Map<string, CellState>();
  const keys = new Map<string, string>();
  const jobs = new Map<string, Job>();
  const wanted = new Set<string>();
  const outdated: string[] = [];
  const toPlan = createPlans({
    kinds,
    ...(findSecret && { findSecret }),
    findCell: (id) => graph.nodes.get(id)!.cell,
    findColumns({ source, cell }) {
      if (source) return findSource(source).columns;
      return cell ? getState(cell).result?.columns.map(({ name }) => name) : undefined;
    },
  });
  const settling = createSettling(
    (id) => graph.nodes.has(id) && (!isSettled(getState(id)) || wanted.has(id)),
  );
  const answers = createAnswers();
  let world: World | undefined;
  let graph: Graph = { nodes: new Map() };
  let agenda = createAgenda(graph);
  let renames: Promise<unknown> = Promise.resolve();

  function getState(id: string): CellState {
    return states.get(id) ?? idle;
  }

  function setState(id: string, state: CellState): void {
    const before = states.get(id);
    if (isSameState(before, state)) return;
    states.set(id, state);
    if (before?.status !== state.status || before.result !== state.result) agenda.addReaders(id);
    onState(id, state);
  }

  /** Another workbook, or other sources; what is stale now, runs. */
  function setWorld(next: World, { sameResults = false } = {}): void {
    const fresh = sameResults ? findFresh(graph, isAsItRan) : [];
    world = next;
    graph = toGraph(next.workbook, {
      kinds,
      sources: next.sources.map(({ name }) => name),
      ...(findNearest && { findNearest }),
    });
    agenda = createAgenda(graph);
    agenda.addAll();
    for (const id of states.keys()) if (!graph.nodes.has(id)) forget(id);
    for (const { cell } of graph.nodes.values()) {
      const { result } = getState(cell.id);
      if (!result || !cell.name || result.name === cell.name) continue;
      const renamed = { ...result, name: cell.name };
      setState(cell.id, { ...getState(cell.id), result: renamed });
      renames = renames.then(() => engine.renameResult(result.id, renamed.name)).catch(() => {});
    }
    for (const id of fresh) {
      const node = graph.nodes.get(id);
      if (node) keys.set(id, toKey(node, toPlan(node)));
    }
    schedule();
  }

  function isAsItRan(node: Node): boolean {
    const { id } = node.cell;
    return getState(id).status === 'done' && keys.get(id) === toKey(node, toPlan(node));
  }

  function forget(id: string): void {
    jobs.get(id)?.controller.abort(createAbort());
    jobs.delete(id);
    const { result } = getState(id);
    if (result) outdated.push(result.id);
    states.delete(id);
    keys.delete(id);
    wanted.delete(id);
    onState(id, undefined);
  }

  /** The key of a cell whose plan and whose inputs are known. */
  function toKey(node: Node, plan: Plan): string {
    const values = plan.do === 'nothing' ? {} : plan.values;
    return JSON.stringify([node.cell.kind, toSaid(plan), values, toVersions(node), world!.workbook.seed]);
  }

  /** Which rows a cell reads. */
  const toVersions = ({ reads }: Node): string[] =>
    reads.map(({ name, of, cell: giver, source }) => {
      if (of === 'value') return '';
      if (giver) return getState(giver).result?.id ?? '';
      return source ? findSource(source).version : `?${fold(name)}`;
    });

  function findSource(name: string): RunSource {
    return world!.sources.find((source) => isSameName(source.name, name))!;
  }

  const schedule = () => together(goOver);

  function goOver(): void {
    if (!world) return;
    const isAuto = world.workbook.run === 'auto' && !world.held;
    agenda.admit(MOST_AT_ONCE - jobs.size);
    do for (let node = agenda.take(); node; node = agenda.take()) look(node, isAuto);
    while (agenda.admit(MOST_AT_ONCE - jobs.size));
    clearOutdated();
    settling.tell();
  }

  /** Says what a cell waits for, stops it where nobody needs what runs, starts it where it can be started. */
  function look(node: Node, isAuto: boolean): void {
    const { id } = node.cell;
    if (node.fault) {
      stopJob(id);
      return fail(id, toFaultProblem(node.fault), '');
    }
    const state = getState(id);
    const givers = node.reads.flatMap(({ of, cell }) => (of === 'table' && cell ? [cell] : []));
    const missing = givers.filter((giver) => getState(giver).status !== 'done');
    if (missing.length > 0) {
      stopJob(id);
      const names = missing.map((giver) => graph.nodes.get(giver)!.cell.name!);
      const status = toWaiting(state, missing.map(getState));
      setState(id, { ...toOld(state), status, waitingFor: names });
      if (status !== 'waiting') wanted.delete(id);
      return;
    }
    let plan: Plan;
    try {
      plan = toPlan(node);
    } catch (error) {
      stopJob(id);
      return fail(id, toProblem(error), '');
    }
    const key = toKey(node, plan);
    const job = jobs.get(id);
    if (job) {
      if (job.key === key || mayGoOn(id, job, toForm(plan))) return;
      stopJob(id);
    }
    if (keys.get(id) === key && ['done', 'failed', 'stopped'].includes(state.status)) {
      wanted.delete(id);
    } else if (plan.do === 'nothing') {
      keys.set(id, key);
      wanted.delete(id);
      setState(id, { status: 'done' });
    } else if (!isAuto && !wanted.has(id)) {
      setState(id, { ...toOld(state), status: toLeft(state) });
    } else if (jobs.size < MOST_AT_ONCE) {
      start(node, plan, key);
    } else {
      agenda.postpone(id);
      setState(id, { ...toOld(state), status: 'waiting' });
    }
  }

  function lookAgain(id: string): void {
    agenda.add(id);
    schedule();
  }

  function mayGoOn(id: string, job: Job, form: string): boolean {
    const left = job.since + GRACE_MS - Date.now();
    if (job.form !== form || left <= 0) return false;
    job.grace ??= setTimeout(() => lookAgain(id), left + 1);
    return true;
  }

  function start(node: Node, plan: Exclude<Plan, { do: 'nothing' }>, key: string): void {
    const { id } = node.cell;
    const job: Job = {
      key,
      form: toForm(plan),
      controller: new AbortController(),
      since: Date.now(),
      reads: node.reads.flatMap(({ cell }) => (cell && getState(cell).result?.id) ?? []),
    };
    jobs.set(id, job);
    setState(id, { ...toOld(getState(id)), status: 'running', since: job.since });
    const began = performance.now();
    const isMine = () => jobs.get(id) === job;
    const onProgress = (share: number) => {
      const state = getState(id);
      if (isMine()) setState(id, { ...state, share: Math.max(share, state.share ?? 0) });
    };
    work(node, plan, { signal: job.controller.signal, onProgress }).then(
      ({ result, beside, fetched, told }) => {
        if (!isMine()) {
          if (result) outdated.push(result.id);
          return clearOutdated();
        }
        jobs.delete(id);
        keys.set(id, key);
        const old = getState(id).result;
        if (old) outdated.push(old.id);
        const name = graph.nodes.get(id)!.cell.name;
        if (result && name && result.name !== name) {
          renames = renames.then(() => engine.renameResult(result.id, name)).catch(() => {});
        }
        setState(id, {
          status: 'done',
          ms: performance.now() - began,
          ...(result && { result: name ? { ...result, name } : result }),
          ...(beside && { beside }),
          ...(fetched && { fetched }),
          ...(told !== undefined && { told }),
        });
        lookAgain(id);
      },
      (error: unknown) => {
        if (!isMine()) return;
        jobs.delete(id);
        if (isAbort(error)) {
          keys.set(id, key);
          setState(id, { ...toOld(getState(id)), status: 'stopped' });
        } else fail(id, plan.do === 'ask' ? toProblem(error) : toWritten(toProblem(error), plan), key);
        lookAgain(id);
      },
    );
  }

  async function work(
    node: Node,
    plan: Exclude<Plan, { do: 'nothing' }>,
    telling: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<Pick<CellState, 'result' | 'beside' | 'fetched' | 'told'>> {
    const { cell, reads } = node;
    const { signal } = telling;
    await renames;
    for (const { source } of reads) if (source) await whenAttached?.(findSource(source).id);
    signal.throwIfAborted();
    if (plan.do === 'fetch') {
      const { sql, maxRows, values } = plan;
      return { fetched: await engine.query(sql, { maxRows, values, ...telling }) };
    }
    return runKeep({
      engine,
      plan,
      name: cell.name ?? cell.id,
      seed: world!.workbook.seed,
      findRows: (table) => findRows(node, table),
      recalling: (ask) => answers(toVersions(node), ask),
      telling,
    });
  }

  /** The id by which the rows of a source or of a cell are read. */
  function findRows(node: Node, table: string): string | undefined {
    const { source, cell } = findRead(node, table, 'table') ?? {};
    if (source) return findSource(source).id;
    return cell && getState(cell).result?.id;
  }

  function fail(id: string, problem: Problem, key: string): void {
    keys.set(id, key);
    wanted.delete(id);
    const { status, problem: before } = getState(id);
    const { ms: _, ...old } = toOld(getState(id));
    if (status === 'failed' && key === '' && before && isSameProblem(before, problem)) return;
    setState(id, { ...old, status: 'failed', problem });
  }

  function stopJob(id: string): void {
    jobs.get(id)?.controller.abort(createAbort());
    jobs.delete(id);
  }

  /** Gives back old rows, but for those that something reads while it runs. */
  function clearOutdated(): void {
    const read = new Set([...jobs.values()].flatMap(({ reads }) => reads));
    for (const id of outdated.splice(0)) {
      if (read.has(id)) outdated.push(id);
      else void engine.dropResult(id).catch(() => {});
    }
  }

  return {
    setWorld,

    /** Runs cells again, with what they follow from where that is stale. All of them where none is named. */
    async run(ids?: readonly string[]): Promise<void> {
      const chosen = ids ?? [...graph.nodes.keys()];
      for (const id of findAncestors(graph, chosen)) {
        wanted.add(id);
        agenda.add(id);
      }
      for (const id of chosen) {
        if (jobs.has(id)) stopJob(id);
        keys.delete(id);
      }
      schedule();
      await settling.whenSettled(chosen);
    },

    stop(id: string): void {
      wanted.delete(id);
      agenda.add(id);
      jobs.get(id)?.controller.abort(createAbort());
    },

    stopAll(): void {
      wanted.clear();
      agenda.addAll();
      for (const [id, state] of states) {
        if (state.status !== 'waiting') continue;
        const node = graph.nodes.get(id)!;
        setState(id, { ...toOld(state), status: 'stopped' });
        const isReady = node.reads.every(
          ({ of, cell }) => of === 'value' || !cell || getState(cell).status === 'done',
        );
        if (isReady) keys.set(id, toKey(node, toPlan(node)));
      }
      for (const { controller } of jobs.values()) controller.abort(createAbort());
    },

    /** The engine is another one, and every result is gone with the old one. */
    forgetResults(): void {
      for (const id of states.keys()) {
        const { result: _, beside: __, told: ___, ...state } = getState(id);
        if (state.status === 'failed') setState(id, state);
        else {
          keys.delete(id);
          setState(id, { status: 'idle' });
        }
      }
      outdated.length = 0;
      agenda.addAll();
      schedule();
    },

    getState,
    whenSettled: settling.whenSettled,
  };
}
