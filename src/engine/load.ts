import type { Plan, ReadOptions } from '../import/text/plan';
import { toReadCsv } from '../import/text/plan';
import { splitRecords } from '../import/text/split';
import { readChunks } from '../lib/chunks';
import { quoteText } from '../sql/quote';
import type { Duck, Run } from './duckdb';
import { toFirstRow, toValues } from './arrow';

import type { LoadTarget } from './place';

export interface LoadPartOptions {
  duck: Duck;
  target: LoadTarget;
  plan: Plan;
  read: ReadOptions;
  /** The bytes of this part, and the whole text that it is cut from, to count lines in. */
  part: Blob;
  whole: Blob;
  partStart: number;
  signal: AbortSignal;
}

export interface LoadedPart {
  rows: number;
  rejected: number;
  /** Columns in which a value of a whole record did not fit the type, with such a value. */
  misfits: Map<number, string>;
}

/** Reads a part of a file into a table, and what could not be read into another. */
export async function loadPart(options: LoadPartOptions): Promise<LoadedPart> {
  const { duck, target, plan, read, part, signal } = options;
  const token = crypto.randomUUID();
  const path = `/data/import-${token}.csv`;
  const rejects = `rejects_${token.replaceAll('-', '')}`;
  await duck.registerFile(path, part);
  try {
    return await duck.session(async (run) => {
      await run(
        `CREATE OR REPLACE TABLE ${target.rows} AS SELECT * FROM ${toReadCsv(path, plan, read, rejects)}`,
        signal,
      );
      const misfits = await findMisfits(run, rejects, plan);
      const rejected = misfits.size > 0 ? 0 : await keepRejected(run, rejects, options);
      const [rows] = toFirstRow(await run(`SELECT count(*) FROM ${target.rows}`));
      await run(`DROP TABLE ${rejects}_errors`);
      await run(`DROP TABLE ${rejects}_scans`);
      return { rows: Number(rows), rejected, misfits };
    });
  } finally {
    await duck.dropFile(path);
  }
}

/** A record that is broken in its form often fails to convert too; only records that are whole speak of the type. */
async function findMisfits(run: Run, rejects: string, plan: Plan): Promise<Map<number, string>> {
  const { values } = toValues(
    await run(`
      SELECT column_idx, min(csv_line)
      FROM ${rejects}_errors
      WHERE line_byte_position NOT IN (SELECT line_byte_position FROM ${rejects}_errors WHERE error_type <> 'CAST')
      GROUP BY column_idx`),
  );
  return new Map(
    values[0]!.map((number, row) => {
      const column = Number(number) - 1;
      const record = String(values[1]![row]).replace(/^[\r\n]+/, '');
      return [column, splitRecords(record, { ...plan, limit: 1 })[0]?.[column] ?? record];
    }),
  );
}

async function keepRejected(
  run: Run,
  rejects: string,
  { duck, target, whole, partStart }: LoadPartOptions,
): Promise<number> {
  const lineBreaks = 'chr(10) || chr(13)';
  await run(`
    CREATE OR REPLACE TABLE ${target.rejected} AS
    SELECT
      CAST(line_byte_position - 1 + ${partStart} + length(csv_line) - length(ltrim(csv_line, ${lineBreaks})) AS BIGINT)
        AS position,
      arg_max(column_name, error_type <> 'CAST') AS "column",
      arg_max(error_type::VARCHAR, error_type <> 'CAST') AS reason,
      ltrim(any_value(csv_line), ${lineBreaks}) AS "text"
    FROM ${rejects}_errors GROUP BY line_byte_position, csv_line ORDER BY position`);
  const { values } = toValues(await run(`SELECT position FROM ${target.rejected} ORDER BY rowid`));
  const positions = values[0]!.map(Number);
  if (positions.length === 0) {
    await run(`DROP TABLE ${target.rejected}`);
    return 0;
  }
  const lines = await findLines(whole, positions);
  const path = `/data/lines-${rejects}.csv`;
  await duck.registerFile(path, new Blob([lines.map((line, row) => `${row},${line}\n`).join('')]));
  await run(`
    CREATE OR REPLACE TABLE ${target.rejected} AS
    SELECT lines.line, r."column", r.reason, r."text"
    FROM ${target.rejected} AS r
    JOIN read_csv(${quoteText(path)}, auto_detect = false, header = false, delim = ',',
      columns = {'row': 'BIGINT', 'line': 'BIGINT'}) AS lines ON lines."row" = r.rowid
    ORDER BY lines."row"`);
  await duck.dropFile(path);
  return positions.length;
}

/** The line numbers, as an editor counts them, of byte positions in rising order. */
export async function findLines(text: Blob, positions: readonly number[]): Promise<number[]> {
  const lines: number[] = [];
  let line = 1;
  let base = 0;
  let next = 0;
  let afterCr = false;
  for await (const bytes of readChunks(text)) {
    for (let at = 0; at < bytes.length && next < positions.length; at++) {
      while (next < positions.length && positions[next]! <= base + at) lines[next++] = line;
      const byte = bytes[at]!;
      if (byte === 13 || (byte === 10 && !afterCr)) line++;
      afterCr = byte === 13;
    }
    if (next >= positions.length) break;
    base += bytes.length;
  }
  while (next < positions.length) lines[next++] = line;
  return lines;
}
