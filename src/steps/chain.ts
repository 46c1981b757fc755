import { isAbort, Problem, toProblem } from '../lib/problem';
import { toFreeName } from '../lib/freeName';
import { quoteName } from '../sql/quote';
import { toTokens } from '../sql/tokens';
import type { Column, Value } from '../table/column';
import type { KeptTable } from '../table/kept';
import type { Lab } from './lab';
import type { SettingReads } from './settings';
import { checkSettings, findSettingReads, toSettings } from './settings';
import type { Made, Step, StepContext, StepKind } from './step';

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
  /** The same for questions that do not read the table, whose text alone decides the answer unless it names other tables. */
  askOnce?: Ask;
  /** Does what no query can, on rows that are kept for it. */
  lab?: Lab;
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
  /** Tables that came of its task, by name. */
  tables?: Readonly<Record<string, KeptTable>>;
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
  { find, ask, askOnce = ask, lab, seed = 1, taken = [] }: ChainOptions,
  refused: Refused,
): Promise<Compiled | undefined> {
  const links: Link[] = [];
  let columns = await askColumns(`SELECT * FROM ${quoteName(from)}`);
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
        if (find(step.step)?.task && !(await prove())) return undefined;
        Object.assign(link, await make(step));
        link.state = 'on';
        if (link.made?.columns) link.after = link.made.columns;
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

  async function askColumns(sql: string, put = ask): Promise<readonly Column[]> {
    return (await put(`SELECT * FROM (\n${sql}\n) LIMIT 0`)).columns;
  }

  /** Undefined where nothing goes by that name, which the settings' check tells in words. */
  async function maybeTable(name: string): Promise<readonly Column[] | undefined> {
    try {
      return await askColumns(`SELECT * FROM ${quoteName(name)}`);
    } catch (error) {
      if (toTold(error).code === 'sql-name') return undefined;
      throw error;
    }
  }

  async function make(step: Step): Promise<Pick<Link, 'made' | 'tables'>> {
    const kind = find(step.step);
    if (!kind) throw new Problem('step-unknown', { params: { name: step.step } });
    const settings = toSettings(kind.fields, step);
    const reads: SettingReads = { tables: [], inputs: [], expressions: [], queries: [] };
    findSettingReads(kind.fields, settings, reads);
    const tables = new Map<string, readonly Column[]>();
    for (const table of reads.tables) {
      const known = await maybeTable(table);
      if (known) tables.set(table, known);
    }
    const context: StepContext = {
      from: quoteName(toLastName(links, from)),
      source: from,
      columns,
      tables,
      seed,
      found: [],
      loaded: await kind.load?.(settings as never),
    };
    const wrong = checkSettings(kind.fields, settings, context) ?? kind.check?.(settings as never, context);
    if (wrong) throw wrong;
    const question = kind.ask?.(settings as never, context);
    if (question !== undefined) context.found = (await ask(toStatement(from, links, question))).values;
    if (!kind.task) return { made: kind.make(settings as never, context) };
    if (!lab) throw new Problem('step-unrun');
    const isPlain = links.every(({ made }) => !made);
    const at = isPlain ? context : { ...context, from: (await lab.hold(toSql({ from, links }))).table };
    const done = await lab.compute(kind.task(settings as never, at));
    return { made: kind.make(settings as never, { ...at, done }), tables: done.tables };
  }

  /** Has the engine look at all steps that it has not seen yet; false where it refuses one. */
  async function prove(): Promise<boolean> {
    const open = links.slice(proven).filter(({ made }) => made);
    if (open.length > 0) {
      const stand = { name: toLastName(links.slice(0, proven), from), columns: links[proven]!.before };
      try {
        links.at(-1)!.after = await askColumns(toProof(stand, open), askOnce);
      } catch (error) {
        if (isAbort(error)) throw error;
        // which of them it is, is asked of the chain as it will run
        for (const link of open) {
          try {
            links.at(-1)!.after = await askColumns(toSql({ from, links }, links.indexOf(link) + 1));
          } catch (refusal) {
            refused.set(link.step, toTold(refusal));
            return false;
          }
        }
      }
    }
    proven = links.length;
    return true;
  }
}

/** Some steps over a row without values in the place of the table that they read, whatever chain leads there. */
function toProof(stand: { name: string; columns: readonly Column[] }, links: readonly Link[]): string {
  const values = stand.columns.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${quoteName(name)}`);
  const parts = [`${quoteName(stand.name)} AS (SELECT ${values.join(', ')})`, ...toParts(links)];
  return `WITH ${parts.join(',\n')}\nSELECT *\nFROM ${quoteName(links.at(-1)!.name)}`;
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
  const body = last ?? `SELECT *\nFROM ${quoteName(toLastName(links, from))}`;
  if (on.length === 0) return body;
  const whole = /^\s*WITH\b/i.test(body) ? `SELECT *\nFROM (\n${indent(body)}\n)` : body;
  return `WITH ${toParts(on).join(',\n')}\n${whole}`;
}

/** Steps as they stand after `WITH`. */
function toParts(on: readonly Link[]): string[] {
  return on.map(({ name, made }, at) => {
    // the engine writes every step's rows into memory unless told not to: three times the time, on 3 million rows
    if (!on[at + 1]?.made!.readsTwice)
      return `${quoteName(name)} AS NOT MATERIALIZED (\n${indent(made!.sql)}\n)`;
    // it writes those of several tables in any order, so that a source in three parts would be mixed up, but for an offset
    const kept = `SELECT *\nFROM (\n${indent(made!.sql)}\n)\nOFFSET 0`;
    return `${quoteName(name)} AS MATERIALIZED (\n${indent(kept)}\n)`;
  });
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
