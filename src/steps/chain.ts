import { isAbort, Problem, toProblem } from '../lib/problem';
import { toFreeName } from '../lib/freeName';
import { quoteName } from '../sql/quote';
import { toTokens } from '../sql/tokens';
import type { Column, Value } from '../table/column';
import type { SettingReads } from './settings';
import { checkSettings, findSettingReads, toSettings } from './settings';
import type { Made, Step, StepKind } from './step';

/** A table, and the steps that follow one another on it. */
export interface Chain {
  from: string;
  steps: readonly Step[];
}

/** Puts a question to the engine while a chain is being written: it reads no more rows than it must. */
export type Ask = (
  sql: string,
) => Promise<{ columns: readonly Column[]; values: readonly (readonly Value[])[] }>;

export interface ChainOptions {
  find: (step: string) => StepKind | undefined;
  ask: Ask;
  seed?: number;
  /** Tables that its expressions read, whose names no step may take. */
  taken?: readonly string[];
}

/** A step as it stands in its chain. */
export interface Link {
  step: Step;
  /** What its table goes by in the statement. */
  name: string;
  state: 'on' | 'off' | 'skipped' | 'misfit' | 'unreached';
  problem?: Problem;
  before: readonly Column[];
  after: readonly Column[];
  made?: Made;
}

export interface Compiled {
  from: string;
  links: readonly Link[];
  /** The columns at its end. */
  columns: readonly Column[];
  /** What keeps it from being run. */
  problem?: Problem;
}

/** Writes the SQL of each step in turn. What a step gives is asked of the engine where the step does not know it. */
export async function toCompiled(chain: Chain, options: ChainOptions): Promise<Compiled> {
  const refused: Refused = new Map();
  for (;;) {
    const compiled = await maybeCompiled(chain, options, refused);
    if (compiled) return compiled;
  }
}

/** Steps that the engine has refused. */
type Refused = Map<Step, Problem>;

/** Undefined where the engine refuses a step only after others were written over it: then all is to be written again. */
async function maybeCompiled(
  { from, steps }: Chain,
  { find, ask, seed = 1, taken = [] }: ChainOptions,
  refused: Refused,
): Promise<Compiled | undefined> {
  const links: Link[] = [];
  let columns = await describe(`SELECT * FROM ${quoteName(from)}`);
  let proven = 0;
  let problem: Problem | undefined;

  for (const [at, step] of steps.entries()) {
    const name = toFreeName(`step_${at + 1}`, [from, ...taken]);
    const link: Link = { step, name, state: 'off', before: columns, after: columns };
    if (!step.off && problem) link.state = 'unreached';
    else if (!step.off) {
      try {
        const refusal = refused.get(step);
        if (refusal) throw refusal;
        link.made = await make(step);
        link.state = 'on';
        if (link.made.columns) link.after = link.made.columns;
      } catch (error) {
        if (isAbort(error)) throw error;
        link.problem = toTold(error);
        link.state = step.misfit === 'skip' ? 'skipped' : 'misfit';
        if (link.state === 'misfit') problem = link.problem;
      }
    }
    links.push(link);
    if (link.made && (!link.made.columns || at === steps.length - 1) && !(await prove())) return undefined;
    columns = link.after;
  }
  if (!problem && proven < links.length && !(await prove())) return undefined;
  return { from, links, columns, ...(problem && { problem }) };

  async function describe(sql: string): Promise<readonly Column[]> {
    return (await ask(`SELECT * FROM (\n${sql}\n) LIMIT 0`)).columns;
  }

  async function make(step: Step): Promise<Made> {
    const kind = find(step.step);
    if (!kind) throw new Problem('step-unknown', { params: { name: step.step } });
    const settings = toSettings(kind.fields, step);
    const reads: SettingReads = { tables: [], inputs: [], expressions: [], queries: [] };
    findSettingReads(kind.fields, settings, reads);
    const tables = new Map<string, readonly Column[]>();
    for (const table of reads.tables) tables.set(table, await describe(`SELECT * FROM ${quoteName(table)}`));
    const context = {
      from: quoteName(toLastName(links, from)),
      source: from,
      columns,
      tables,
      seed,
      found: [],
    };
    const wrong = checkSettings(kind.fields, settings, context) ?? kind.check?.(settings as never, context);
    if (wrong) throw wrong;
    const question = kind.ask?.(settings as never, context);
    if (question === undefined) return kind.make(settings as never, context);
    const { values } = await ask(toStatement(from, links, question));
    return kind.make(settings as never, { ...context, found: values });
  }

  /** Has the engine look at all steps that it has not seen yet; false where it refuses one. */
  async function prove(): Promise<boolean> {
    try {
      links.at(-1)!.after = await describe(toSql({ from, links }));
      proven = links.length;
      return true;
    } catch (error) {
      if (isAbort(error)) throw error;
      for (let at = proven; at < links.length - 1; at++) {
        if (!links[at]!.made) continue;
        const refusal = await describe(toSql({ from, links }, at + 1)).then(() => undefined, toTold);
        if (!refusal) continue;
        refused.set(links[at]!.step, refusal);
        return false;
      }
      refused.set(links.findLast(({ made }) => made)!.step, toTold(error));
      return false;
    }
  }
}

/** A place in a statement that nobody wrote helps nobody. */
function toTold(error: unknown): Problem {
  if (isAbort(error)) throw error;
  const { code, params, cause } = toProblem(error);
  return new Problem(code, { params, cause });
}

/** The whole chain as one statement, or as far as some step: `SELECT` from the last of it, or what is asked instead. */
export function toSql({ from, links }: Pick<Compiled, 'from' | 'links'>, upTo = links.length): string {
  const shown = links.slice(0, upTo);
  return toStatement(from, shown);
}

/** What a statement reads after some steps. */
export function toLastName(links: readonly Link[], from: string): string {
  return links.findLast(({ made }) => made)?.name ?? from;
}

/** A statement over the steps' tables; without one of its own, the last of them. */
export function toStatement(from: string, links: readonly Link[], last?: string): string {
  const on = links.filter(({ made }) => made);
  const parts = on.map(({ name, made }, at) => {
    // the engine writes every step's rows into memory unless told not to: three times the time, on 3 million rows
    if (!on[at + 1]?.made!.readsTwice)
      return `${quoteName(name)} AS NOT MATERIALIZED (\n${indent(made!.sql)}\n)`;
    // it writes those of several tables in any order, so that a source in three parts would be mixed up, but for an offset
    const kept = `SELECT *\nFROM (\n${indent(made!.sql)}\n)\nOFFSET 0`;
    return `${quoteName(name)} AS MATERIALIZED (\n${indent(kept)}\n)`;
  });
  const body = last ?? `SELECT *\nFROM ${quoteName(toLastName(links, from))}`;
  if (on.length === 0) return body;
  const whole = /^\s*WITH\b/i.test(body) ? `SELECT *\nFROM (\n${indent(body)}\n)` : body;
  return `WITH ${parts.join(',\n')}\n${whole}`;
}

/** A text may go over several lines, and stays as it is. */
function indent(sql: string): string {
  return `  ${toTokens(sql)
    .map(({ kind, from, to }) => {
      const text = sql.slice(from, to);
      return kind === 'space' ? text.replaceAll('\n', '\n  ') : text;
    })
    .join('')}`;
}
