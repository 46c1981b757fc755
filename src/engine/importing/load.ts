import type { CsvForm } from '../../import/text/csv';
import { toReadCsv } from '../../import/text/csv';
import { splitRecords } from '../../import/text/split';
import { toFirstRow, toValues } from '../arrow';
import type { Run } from '../duckdb';
import type { Importer } from './crew';

export interface LoadedCsv {
  rows: number;
  /** Columns in which a value of a whole record did not fit the type, with such a value. */
  misfits: Map<number, string>;
  /** Records that the reader could not take apart. */
  refused: number;
}

export interface LoadOptions {
  table: string;
  /** The columns that are kept, in order, as SQL. */
  select?: string;
  signal: AbortSignal;
}

/** Reads a part of a delimited text into a table. What the reader can't take is counted, not kept. */
export async function loadCsv(
  importer: Importer,
  part: Blob,
  form: CsvForm,
  { table, select = '*', signal }: LoadOptions,
): Promise<LoadedCsv> {
  const duck = await importer.duck;
  const token = crypto.randomUUID();
  const path = `/data/import-${token}.csv`;
  const rejects = `rejects_${token.replaceAll('-', '')}`;
  await duck.registerFile(path, part);
  try {
    return await duck.session(async (run) => {
      await run(
        `CREATE OR REPLACE TABLE ${table} AS SELECT ${select} FROM ${toReadCsv(path, form, rejects)}`,
        signal,
      );
      const misfits = await findMisfits(run, rejects, form);
      const [rows] = toFirstRow(await run(`SELECT count(*) FROM ${table}`));
      const [refused] = toFirstRow(
        await run(
          `SELECT count(DISTINCT line_byte_position) FROM ${rejects}_errors WHERE error_type <> 'CAST'`,
        ),
      );
      await run(`DROP TABLE ${rejects}_errors`);
      await run(`DROP TABLE ${rejects}_scans`);
      return { rows: Number(rows), refused: Number(refused), misfits };
    });
  } finally {
    await duck.dropFile(path);
  }
}

/** A record that is broken in its form often fails to convert too; only records that are whole speak of the type. */
async function findMisfits(run: Run, rejects: string, form: CsvForm): Promise<Map<number, string>> {
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
      return [column, splitRecords(record, { ...form, limit: 1 })[0]?.[column] ?? record];
    }),
  );
}
