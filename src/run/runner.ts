import type { Engine } from '../engine/engine';
import type { Problem } from '../lib/problem';
import { createAbort, isAbort, toProblem } from '../lib/problem';
import { fold, isSameName } from '../sql/name';
import type { Graph, Node } from '../workbook/graph';
import { findAncestors, findRead, toGraph } from '../workbook/graph';
import type { Plan, PlanContext, RunKinds } from '../workbook/plan';
import type { CellState } from './state';
import { createPlans } from './plans';
import { isSameProblem, toFaultProblem, toForm, toSaid, toWritten } from './said';
import { idle, isSameState, isSettled, toLeft, toOld } from './state';
import type { RunSource, World } from './world';

export type RunEngine = Pick<Engine, 'keepResult' | 'shareResult' | 'renameResult' | 'dropResult' | 'query'>;

export interface RunnerOptions {
  engine: RunEngine;
  kinds: RunKinds;
  onState: (id: string, state: CellState | undefined) => void;
  /** Resolves when a source can be read. */
  whenAttached?: (id: string) => Promise<void>;
  findNearest?: (name: string, names: readonly string[]) => string[];
  findSecret?: PlanContext['findSecret'];
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
}: RunnerOptions) {
  const states = new Map<string, CellState>();
  const keys = new Map<string, string>();
  const jobs = new Map<string, Job>();
  const wanted = new Set<string>();
  const outdated: string[] = [];
  const listeners = new Set<() => void>();
  const toPlan = createPlans({
    kinds,
    ...(findSecret && { findSecret }),
    findCell: (id) => graph.nodes.get(id)!.cell,
    findColumns({ source, cell }) {
      if (source) return findSource(source).columns;
      return cell ? getState(cell).result?.columns.map(({ name }) => name) : undefined;
    },
  });
  let world: World | undefined;
  let graph: Graph = { nodes: new Map() };
  let renames: Promise<unknown> = Promise.resolve();

  function getState(id: string): CellState {
    return states.get(id) ?? idle;
  }

  function setState(id: string, state: CellState): void {
    if (isSameState(states.get(id), state)) return;
    states.set(id, state);
    onState(id, state);
  }

  /** Another workbook, or other sources; what is stale now, runs. */
  function setWorld(next: World, { sameResults = false } = {}): void {
    const fresh = sameResults ? [...graph.nodes.keys()].filter((id) => isFresh(id)) : [];
    world = next;
    graph = toGraph(next.workbook, {
      kinds,
      sources: next.sources.map(({ name }) => name),
      ...(findNearest && { findNearest }),
    });
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

  function isFresh(id: string): boolean {
    const node = graph.nodes.get(id);
    return (
      node !== undefined &&
      getState(id).status === 'done' &&
      !node.fault &&
      node.reads.every(({ of, cell }) => of === 'value' || !cell || isFresh(cell)) &&
      keys.get(id) === toKey(node, toPlan(node))
    );
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
  function toKey({ cell, reads }: Node, plan: Plan): string {
    const versions = reads.map(({ name, of, cell: giver, source }) => {
      if (of === 'value') return '';
      if (giver) return getState(giver).result?.id ?? '';
      return source ? findSource(source).version : `?${fold(name)}`;
    });
    return JSON.stringify([
      cell.kind,
      toSaid(plan),
      plan.do === 'nothing' ? {} : plan.values,
      versions,
      world!.workbook.seed,
    ]);
  }

  function findSource(name: string): RunSource {
    return world!.sources.find((source) => isSameName(source.name, name))!;
  }

  /** Goes over all cells once: says what each waits for, stops what nobody needs, starts what can be started. */
  function schedule(): void {
    if (!world) return;
    let free = MOST_AT_ONCE - jobs.size;
    const isAuto = world.workbook.run === 'auto' && !world.held;
    for (const { cell, fault } of graph.nodes.values()) {
      if (!fault) continue;
      stopJob(cell.id);
      fail(cell.id, toFaultProblem(fault), '');
    }
    for (const node of graph.nodes.values()) {
      if (node.fault) continue;
      const { id } = node.cell;
      const state = getState(id);
      const givers = node.reads.flatMap(({ of, cell }) => (of === 'table' && cell ? [cell] : []));
      const missing = givers.filter((giver) => getState(giver).status !== 'done');
      if (missing.length > 0) {
        stopJob(id);
        const names = missing.map((giver) => graph.nodes.get(giver)!.cell.name!);
        const isComing = missing.every((giver) => !isSettled(getState(giver)));
        const isLeft = missing.some((giver) => ['stale', 'idle'].includes(getState(giver).status));
        const status = isComing ? 'waiting' : isLeft ? toLeft(state) : 'blocked';
        setState(id, { ...toOld(state), status, waitingFor: names });
        if (!isComing) wanted.delete(id);
        continue;
      }
      let plan: Plan;
      try {
        plan = toPlan(node);
      } catch (error) {
        stopJob(id);
        fail(id, toProblem(error), '');
        continue;
      }
      const key = toKey(node, plan);
      const job = jobs.get(id);
      if (job) {
        if (job.key === key || mayGoOn(job, toForm(plan))) continue;
        stopJob(id);
        free++;
      }
      if (keys.get(id) === key && isSettled(state) && ['done', 'failed', 'stopped'].includes(state.status)) {
        wanted.delete(id);
        continue;
      }
      if (plan.do === 'nothing') {
        keys.set(id, key);
        wanted.delete(id);
        setState(id, { status: 'done' });
      } else if (!isAuto && !wanted.has(id)) {
        setState(id, { ...toOld(state), status: toLeft(state) });
      } else if (free > 0) {
        free--;
        start(node, plan, key);
      } else setState(id, { ...toOld(state), status: 'waiting' });
    }
    clearOutdated();
    for (const listener of listeners) listener();
  }

  function mayGoOn(job: Job, form: string): boolean {
    const left = job.since + GRACE_MS - Date.now();
    if (job.form !== form || left <= 0) return false;
    job.grace ??= setTimeout(schedule, left + 1);
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
    work(node, plan, job.controller.signal).then(
      ({ result, fetched }) => {
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
          ...(fetched && { fetched }),
        });
        schedule();
      },
      (error: unknown) => {
        if (!isMine()) return;
        jobs.delete(id);
        if (isAbort(error)) {
          keys.set(id, key);
          setState(id, { ...toOld(getState(id)), status: 'stopped' });
        } else fail(id, plan.do === 'ask' ? toProblem(error) : toWritten(toProblem(error), plan), key);
        schedule();
      },
    );
  }

  async function work(
    node: Node,
    plan: Exclude<Plan, { do: 'nothing' }>,
    signal: AbortSignal,
  ): Promise<Pick<CellState, 'result' | 'fetched'>> {
    const { cell, reads } = node;
    await renames;
    for (const { source } of reads) if (source) await whenAttached?.(findSource(source).id);
    signal.throwIfAborted();
    if (plan.do === 'fetch') {
      const { sql, maxRows, values } = plan;
      return { fetched: await engine.query(sql, { maxRows, values, signal }) };
    }
    const known =
      plan.do === 'ask'
        ? await plan.toPlan((sql, bound) => engine.query(sql, { values: bound, signal }))
        : plan;
    const name = cell.name ?? cell.id;
    const of = known.same && findRows(node, known.same.table);
    if (of !== undefined) {
      const { columns } = known.same!;
      const shared = await engine.shareResult({ name, of, ...(columns !== '*' && { columns }) });
      if (shared) return { result: shared };
    }
    const { seed } = world!.workbook;
    return { result: await engine.keepResult(known.sql, { name, values: known.values, seed, signal }) };
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
    const { result, fetched, problem: before } = getState(id);
    if (getState(id).status === 'failed' && key === '' && before && isSameProblem(before, problem)) return;
    setState(id, { status: 'failed', problem, ...(result && { result }), ...(fetched && { fetched }) });
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

  function whenSettled(ids: Iterable<string>): Promise<void> {
    const open = [...ids];
    return new Promise((done) => {
      const check = () => {
        if (!open.every((id) => !graph.nodes.has(id) || (isSettled(getState(id)) && !wanted.has(id)))) return;
        listeners.delete(check);
        done();
      };
      listeners.add(check);
      check();
    });
  }

  return {
    setWorld,

    /** Runs cells again, with what they follow from where that is stale. All of them where none is named. */
    async run(ids?: readonly string[]): Promise<void> {
      const chosen = ids ?? [...graph.nodes.keys()];
      for (const id of findAncestors(graph, chosen)) wanted.add(id);
      for (const id of chosen) {
        if (jobs.has(id)) stopJob(id);
        keys.delete(id);
      }
      schedule();
      await whenSettled(chosen);
    },

    stop(id: string): void {
      wanted.delete(id);
      jobs.get(id)?.controller.abort(createAbort());
    },

    stopAll(): void {
      wanted.clear();
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
        const { result: _, ...state } = getState(id);
        if (state.status === 'failed') setState(id, state);
        else {
          keys.delete(id);
          setState(id, { status: 'idle' });
        }
      }
      outdated.length = 0;
      schedule();
    },

    getState,
    whenSettled,
  };
}
