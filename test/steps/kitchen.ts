import { findAnalysis } from '../../src/analytics/catalog';
import { createRandom } from '../../src/analytics/core/random';
import type { GivenColumn } from '../../src/analytics/frame';
import { toFrame, toStream } from '../../src/engine/computing/wire';
import { toCompiled, toSql } from '../../src/steps/chain';
import { findStep } from '../../src/steps/catalog';
import type { Lab } from '../../src/steps/lab';
import { maybeSaltName } from '../../src/steps/protect/salt';
import type { Step } from '../../src/steps/step';
import { toVariable } from '../../src/sql/bound';
import { withInputs } from '../../src/sql/inputs';
import type { Value } from '../../src/table/column';
import type { KeptTable } from '../../src/table/kept';
import { createDuck } from '../run/duck';

export type StepSpec = Readonly<{ step: string } & Record<string, unknown>>;

/** A real DuckDB in which steps are run on tables, as a workbook runs them. */
export async function createKitchen() {
  const duck = await createDuck();
  const setSalt = (value: string) => duck.query(toVariable('quire_salt_main', { type: 'VARCHAR', value }));
  setSalt('pepper');

  async function ask(sql: string) {
    const { columns } = duck.create('asked', withSalts(sql));
    return { columns, values: read('SELECT * FROM asked').columns };
  }

  function read(sql: string): { columns: Value[][]; rows: Value[][] } {
    const table = duck.query(withSalts(sql));
    const columns = table.schema.fields.map((_, at) => [...table.getChildAt(at)!].map(toPlain));
    const rows = Array.from({ length: table.numRows }, (_, row) => columns.map((values) => values[row]!));
    return { columns, rows };
  }

  let kept = 0;
  const keep = (columns: readonly GivenColumn[]): KeptTable => {
    const id = `kept_${++kept}`;
    const types = columns.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${type}`);
    duck.query(`CREATE OR REPLACE TABLE ${id} (${types.join(', ')})`);
    duck.insert(id, toStream(columns));
    const rows = Number(read(`SELECT count(*) FROM ${id}`).rows[0]![0]);
    return { id, table: id, columns: columns.map(({ name, type }) => ({ name, type })), rows };
  };
  const lab: Lab = {
    async hold(sql) {
      const id = `held_${++kept}`;
      const { columns } = duck.create(id, withSalts(sql));
      return { id, table: id, columns, rows: Number(read(`SELECT count(*) FROM ${id}`).rows[0]![0]) };
    },
    async compute({ sql, beside = {}, analysis, settings, seed }) {
      const analyse = await findAnalysis(analysis);
      const others = Object.entries(beside).map(
        ([name, query]) => [name, toFrame(duck.stream(query))] as const,
      );
      const context = {
        seed,
        random: createRandom(seed),
        onProgress: () => {},
        beside: Object.fromEntries(others),
      };
      const { added, tables = {}, notes } = analyse(toFrame(duck.stream(sql)), settings as never, context);
      const inner = Object.entries(tables).map(([name, columns]) => [name, keep(columns)] as const);
      return { ...(added && { added: keep(added) }), tables: Object.fromEntries(inner), notes };
    },
  };

  return {
    ...duck,
    ask,
    /** The device's secret, with which steps hide values. */
    setSalt,
    /** A table of a query, or of rows as they stand after `VALUES`, with its columns' names before them: `t(a, b)`. */
    table: (head: string, values: string) => {
      const [, name = head] = /^(\w+)/.exec(head) ?? [];
      duck.create(name, `SELECT * FROM (VALUES ${values}) AS ${head}`);
    },
    /** The chain written out. */
    compile: (from: string, steps: readonly StepSpec[], { seed }: { seed?: number } = {}) =>
      toCompiled(
        { from, steps: steps.map((step, at): Step => ({ id: `s${at}`, ...step })) },
        { find: findStep, ask, lab, ...(seed !== undefined && { seed }) },
      ),
    /** What the chain gives: rows as arrays, 64-bit numbers as numbers where they fit, everything odd as DuckDB's text. */
    async run(from: string, steps: readonly StepSpec[], options: { seed?: number } = {}) {
      const compiled = await this.compile(from, steps, options);
      if (compiled.problem) throw compiled.problem;
      const sql = toSql(compiled);
      const { columns } = await ask(sql);
      return { ...compiled, sql, columns, rows: read(toTexts(sql, columns)).rows };
    },
    rows: (sql: string) => read(sql).rows,
  };
}

function withSalts(sql: string): string {
  const isSalt = (name: string) => maybeSaltName(name) !== undefined;
  return withInputs(sql, (name) => (isSalt(name) ? { type: 'VARCHAR', value: '' } : undefined)).sql;
}

/** Dates, decimals and nested values as DuckDB writes them, so that tests say what a person would. */
function toTexts(sql: string, columns: readonly { name: string; type: string }[]): string {
  const parts = columns.map(({ name, type }) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    if (type === 'HUGEINT') return `CAST(${quoted} AS DOUBLE)`;
    return /^(DOUBLE|FLOAT|(U?(TINY|SMALL|BIG)INT)|U?INTEGER|BOOLEAN|VARCHAR)$/.test(type)
      ? quoted
      : `CAST(${quoted} AS VARCHAR)`;
  });
  return `SELECT ${parts.join(', ')} FROM (\n${sql}\n)`;
}

function toPlain(value: unknown): Value {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value !== null && typeof value === 'object' && 'toArray' in value)
    return [...(value as { toArray(): Iterable<unknown> }).toArray()].map(toPlain);
  return value as Value;
}
