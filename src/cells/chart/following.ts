import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { ResultTable } from '../../engine/engine';
import { toPageLayout } from '../../grid/pages';
import type { RowSource } from '../../grid/rows';
import { withInputs } from '../../sql/inputs';
import { quoteName } from '../../sql/quote';
import type { Value } from '../../table/column';
import type { CellSurroundings } from '../view';
import { toFromSql } from './compile';
import type { ReadFrom, Selection } from './selections';
import { hasColumns, toWhere } from './selections';
import { createStepper } from './stepper';

/** Rows of a cell, of which only those may be shown that are chosen in charts of the same rows. */
export interface Followed {
  readonly table: ResultTable;
  readonly read: ReadFrom;
  /** Whether they are those of the workbook as it is now. */
  readonly isNew: boolean;
}

export interface FollowingOptions {
  surroundings: CellSurroundings;
  /** Nothing of rows that are no cell's, as those of a preview. */
  followed: () => Followed | undefined;
  /** All of the rows. */
  whole: () => RowSource;
  /** Whether somebody sees them. */
  isSeen: () => boolean;
}

/** A table of more rows is asked for when what is chosen rests, so that charts follow a drag as quickly as without it. */
const LARGE = 200_000;
const REST_MS = 150;

interface Question {
  readonly table: ResultTable;
  readonly whole: RowSource;
  readonly chosen: readonly Selection[];
}

interface Part {
  readonly source: RowSource;
  readonly of: string;
}

/** A table that shows the rows that are chosen in charts: they are read from its kept rows, and no cell runs. */
export function createFollowing({ surroundings, followed, whole, isSeen }: FollowingOptions) {
  const { engine, findValue, onProblem, selections } = surroundings;
  const [part, setPart] = createSignal<Part>();
  const read = createMemo(() => followed()?.read, undefined, {
    equals: (a, b) => a?.from === b?.from && a?.table === b?.table,
  });
  createEffect(() => {
    const here = read();
    if (here && selections) onCleanup(selections.join(here));
  });

  const applied = createMemo<readonly Selection[]>(
    (before) => {
      const here = followed();
      if (!selections || !here) return [];
      // while it runs, what is shown stays
      if (!here.isNew) return before;
      if (selections.list().length === 0) return [];
      const charts = selections.findChartsOf(here.read);
      return selections
        .list()
        .filter((one) => charts.includes(one.cell) && hasColumns(here.table.columns, one));
    },
    [],
    { equals: (a, b) => a.length === b.length && a.every((one, at) => one === b[at]) },
  );

  const steps = createStepper(readPart, (found: Part) => setPart(found), onProblem);
  const shown = createMemo(() => followed()?.table);
  createEffect(
    on([applied, shown, isSeen], ([chosen, table, seen]) => {
      if (chosen.length === 0 || !table) {
        steps.forget();
        return void setPart();
      }
      if (!seen) return;
      const ask = () => steps.ask({ table, whole: whole(), chosen });
      if (table.rowCount <= LARGE) return ask();
      const timer = setTimeout(ask, REST_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  onCleanup(steps.forget);

  async function readPart({ table, whole: all, chosen }: Question, signal: AbortSignal): Promise<Part> {
    const where = toWhere(chosen);
    // charts that follow the same choice come first
    const ask = (sql: string, run: { signal?: AbortSignal | undefined; background?: boolean }) => {
      const bound = withInputs(sql, findValue);
      const { signal: stop, background = false } = run;
      const options = { values: bound.values, of: table.id, background, ...(stop && { signal: stop }) };
      return engine.query(bound.sql, options);
    };
    // an offset keeps the rows in their order
    const toRows = (from: number, to: number) =>
      `SELECT * FROM the_table WHERE ${where} LIMIT ${to - from} OFFSET ${from}`;
    const { size } = toPageLayout(table.columns.length);
    const counted = await ask(`SELECT count(*) FROM the_table WHERE ${where}`, { signal, background: true });
    const rowCount = Number(counted.values[0]![0]);
    // what is seen first is there at once, so that nothing blinks while somebody drags
    const first = await ask(toRows(0, size), { signal, background: true });
    const source: RowSource = {
      ...all,
      key: `${table.id} ${where}`,
      rowCount,
      async read(from, to, stop): Promise<Value[][]> {
        if (to <= Math.min(size, rowCount)) return first.values.map((list) => list.slice(from, to));
        return (await ask(toRows(from, to), { signal: stop })).values;
      },
    };
    return { source, of: table.id };
  }

  /** The part is of rows that are shown no more once the cell has run again. */
  const current = () => {
    const found = part();
    return found && found.of === followed()?.table.id && applied().length > 0 ? found.source : undefined;
  };

  return {
    applied,
    /** The rows that are chosen; nothing where all are shown. */
    source: current,

    /** Some of the rows that are chosen, kept as a table of their own. */
    keep(columns: readonly string[], from: number, to: number): Promise<ResultTable> {
      const list = columns.map((name) => quoteName(name)).join(', ');
      const rows = `SELECT ${list} FROM ${toFromSql(followed()!.read)} WHERE ${toWhere(applied())}`;
      const { sql, values } = withInputs(`${rows} LIMIT ${to - from} OFFSET ${from}`, findValue);
      return engine.keepResult(sql, { values });
    },
  };
}
