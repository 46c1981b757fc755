import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { fold, isSameName } from '../../sql/name';
import { findReferences, toReadName } from '../../sql/references';
import { withInputs } from '../../sql/inputs';
import { renameParameter, renameTable } from '../../sql/rename';
import type { Compiled } from '../../steps/chain';
import { toCompiled, toSql } from '../../steps/chain';
import { findStep } from '../../steps/catalog';
import type { Field, Loose } from '../../steps/field';
import type { Lab } from '../../steps/lab';
import { toRecorded } from '../../steps/lab';
import type { SettingReads } from '../../steps/settings';
import { findSettingReads, mapSettings, toSettings } from '../../steps/settings';
import { maybeSaltName } from '../../steps/protect/salt';
import type { Step } from '../../steps/step';
import type { KeptTable } from '../../table/kept';
import { MAIN } from '../../table/kept';
import type { Cell, NameChange } from '../../workbook/cell';
import { createId } from '../../workbook/document';
import type { Ask, PlanContext, RunKind, Tools } from '../../workbook/plan';
import { toRemembered } from '../../workbook/remembered';
import { toName, toShown, toText } from '../../workbook/settings';

/** A table, and a chain of steps on it. */
export interface StepsCell extends Cell {
  readonly kind: 'steps';
  readonly name: string;
  readonly from: string;
  readonly steps: readonly Step[];
}

/** What the query of a step calls the table so far. */
const THIS = 'this';

export const stepsKind: RunKind<StepsCell> = {
  kind: 'steps',
  gives: 'table',

  toCell: (spec, id) => ({
    id,
    kind: 'steps',
    name: toName(spec, 'steps'),
    from: toText(spec, 'from'),
    steps: toSteps(spec.steps),
  }),

  findReads(cell) {
    const reads = findReads(cell);
    return {
      tables: toUnique([...(cell.from ? [cell.from] : []), ...reads.tables]),
      values: toUnique(reads.inputs),
    };
  },

  rename: (cell, change) => ({
    ...cell,
    from: change.of === 'table' && isSameName(cell.from, change.from) ? change.to : cell.from,
    steps: cell.steps.map((step) => renameIn(step, change)),
  }),

  toPlan(cell, context) {
    const findValue = toFind(context);
    if (!cell.from) return { do: 'nothing' };
    const shown = cell.steps.map((step) => ({ ...step, title: undefined, note: undefined }));
    const values = Object.fromEntries(
      findReads(cell).inputs.flatMap((name) => {
        const value = findValue(name);
        return value ? [[fold(name), value]] : [];
      }),
    );
    return {
      do: 'ask',
      said: JSON.stringify([cell.from, shown]),
      values,
      async toPlan(tools) {
        const { lab, recalled } = toRecorded(toLab(tools, findValue));
        const written = compileSteps(cell, { ask: tools.ask, lab, findValue });
        lastRun.set(cell, { written, recalled });
        const compiled = await written;
        if (compiled.problem) throw compiled.problem;
        const { sql, values: bound } = withInputs(toSql(compiled), findValue);
        const isSame = compiled.links.every(({ made }) => !made);
        const beside = toBeside(compiled);
        return {
          do: 'keep',
          sql,
          values: bound,
          ...(isSame && { same: { table: cell.from, columns: '*' as const } }),
          ...(Object.keys(beside).length > 0 && { beside }),
        };
      },
    };
  },
};

interface LastRun {
  written: Promise<Compiled>;
  /** What was computed for it, which need not be computed again. */
  recalled: Lab;
}

/** Each cell's chain as it was written when the cell ran last. */
const lastRun = new WeakMap<StepsCell, LastRun>();

/** What a cell that runs or has run is written as; its rows are of that. */
export const findLastRun = (cell: StepsCell): LastRun | undefined => lastRun.get(cell);

/** The chain of a cell written out, its questions put with the values of inputs. */
export function compileSteps(
  cell: Pick<StepsCell, 'from' | 'steps'>,
  { ask, lab, findValue }: { ask: Ask; lab?: Lab } & Pick<PlanContext, 'findValue'>,
): Promise<Compiled> {
  const { tables } = findReads(cell);
  const put = (question: string, how = ask) => {
    const { sql, values } = withInputs(question, findValue);
    return how(sql, values);
  };
  return toCompiled(cell, {
    find: findStep,
    ask: (sql) => put(sql),
    ...(tables.length === 0 && { askOnce: (sql) => put(sql, toRemembered(ask)) }),
    ...(lab && { lab }),
    taken: tables,
  });
}

/** Tables of all its steps; where two go by one name, the later has a number. */
function toBeside({ links }: Compiled): Record<string, KeptTable> {
  const beside: Record<string, KeptTable> = {};
  const tables = links
    .flatMap(({ step, tables = {} }) =>
      Object.entries(tables).map(([name, table]) => ({ name, table, rank: toRank(step, name) })),
    )
    .sort((a, b) => a.rank - b.rank);
  for (const { name, table } of tables)
    if (name !== MAIN) beside[toFreeName(name, Object.keys(beside))] = table;
  return beside;
}

/** What was learned is the cell's model, also after clusters: workbooks read it that are older than the model of these. */
function toRank({ step }: Step, name: string): number {
  return name === 'model' && step !== 'learn' ? 1 : 0;
}

/** What a step is refused that is not SQL alone, where nothing is run. */
const unrun = () => Promise.reject(new Problem('step-unrun'));

function toLab({ hold = unrun, compute = unrun }: Tools, findValue: PlanContext['findValue']): Lab {
  return {
    hold(rows) {
      const { sql, values } = withInputs(rows, findValue);
      return hold(sql, values);
    },
    compute(task) {
      const { sql, values } = withInputs(task.sql, findValue);
      return compute({ ...task, sql }, values);
    },
  };
}

/** Values of inputs, and secrets where a step asks for one. */
export function toFind({
  findValue,
  findSecret,
}: Pick<PlanContext, 'findValue' | 'findSecret'>): PlanContext['findValue'] {
  return (name) => {
    const salt = maybeSaltName(name);
    return salt === undefined ? findValue(name) : findSecret?.(salt);
  };
}

function toSteps(given: unknown): Step[] {
  const refuse = (what: unknown): never => {
    throw new Problem('cell-setting', { params: { setting: 'steps', detail: toShown(what) } });
  };
  if (given === undefined) return [];
  if (!Array.isArray(given)) return refuse(given);
  const taken = new Set<string>();
  return given.map((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('step' in item) || typeof item.step !== 'string')
      return refuse(item);
    const step = item as Loose & { step: string };
    const id = typeof step.id === 'string' && !taken.has(step.id) ? step.id : createId();
    taken.add(id);
    const kind = findStep(step.step);
    // a newer version may know it, and finds it as it was
    if (!kind) return { ...step, id };
    toSettings(kind.fields, step);
    return { ...step, id };
  });
}

function findReads({ steps }: Pick<StepsCell, 'steps'>): Omit<SettingReads, 'expressions' | 'queries'> {
  const reads: SettingReads = { tables: [], inputs: [], expressions: [], queries: [] };
  for (const step of steps) {
    const kind = findStep(step.step);
    if (kind && !step.off) findSettingReads(kind.fields, toSettings(kind.fields, step), reads);
  }
  for (const sql of [...reads.expressions.map((part) => `SELECT ${part}`), ...reads.queries]) {
    const { tables, parameters } = findReferences(sql);
    reads.tables.push(
      ...tables.flatMap((table) =>
        !table.schema && isSameName(table.name, THIS) ? [] : [toReadName(table)],
      ),
    );
    reads.inputs.push(...parameters.map(({ name }) => name));
  }
  return { tables: toUnique(reads.tables), inputs: toUnique(reads.inputs) };
}

function renameIn(step: Step, { of, from, to }: NameChange): Step {
  const kind = findStep(step.step);
  if (!kind) return step;
  const inSql = (sql: string) =>
    of === 'table' ? renameTable(sql, from, to) : renameParameter(sql, from, to);
  const change = (value: unknown, { kind: field }: Field): unknown => {
    if (field === 'table') return of === 'table' && isSameName(String(value), from) ? to : value;
    if (field === 'query') return inSql(String(value));
    if (field === 'expression')
      return value === '' ? value : inSql(`SELECT ${String(value)}`).slice('SELECT '.length);
    if (of === 'value' && typeof value === 'object' && value !== null && 'input' in value)
      return isSameName(String(value.input), from) ? { input: to } : value;
    return value;
  };
  return { ...step, ...mapSettings(kind.fields, step, change) };
}

function toUnique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [fold(name), name])).values()];
}
