import type { Receipt, ReceiptColumn } from '../import/receipt';
import { quoteName, quoteStruct, quoteText } from '../sql/quote';
import type { Column } from '../table/column';

export interface ScriptSource {
  name: string;
  columns: readonly Column[];
  receipt: Receipt;
}

export interface SourceStatement {
  sql: string;
  /** The original file, where it has to be exported as this one first because DuckDB by itself reads it otherwise. */
  exported?: { file: string; from: string };
}

/** The statement that makes a source's table of its original file, or of an export where only Quire reads that as it did. */
export function toSourceStatement(source: ScriptSource): SourceStatement {
  const { name, receipt } = source;
  const create = `CREATE OR REPLACE TABLE ${quoteName(name)} AS\n`;
  if (isPlainText(receipt)) return { sql: `${create}SELECT * FROM ${toReadCsv(source)}` };
  if (isPlainParquet(receipt)) return { sql: `${create}${toReadParquet(source)}` };
  const file = toExportName(name, receipt.file.name);
  const form = { header: true, delimiter: ',', quote: '"', emptyTexts: true };
  return {
    sql: `${create}SELECT * FROM ${writeReadCsv(file, source.columns, form)}`,
    exported: { file, from: receipt.file.name },
  };
}

/** Not the name of the original, which may lie beside it. */
function toExportName(name: string, original: string): string {
  const safe = name.replace(/[\\/:*?"<>|]/g, '_');
  return `${safe}.csv`.toLowerCase() === original.toLowerCase() ? `${safe}.quire.csv` : `${safe}.csv`;
}

/** Read as it stands: nothing but what DuckDB's own reader does, and nothing that it would do otherwise. */
function isPlainText(receipt: Receipt): boolean {
  const { kind, encoding, dialect, place, settings, files } = receipt;
  const {
    skip = 0,
    units = 0,
    footer = 0,
    header = 1,
    comment = '',
    missing = [''],
    quote,
    escape,
  } = settings;
  return (
    kind === 'text' &&
    encoding === 'utf-8' &&
    dialect !== undefined &&
    dialect.delimiter.length === 1 &&
    (dialect.quote === '"' || dialect.quote === "'") &&
    (escape === undefined || escape === '' || escape === quote) &&
    !files &&
    Object.keys(place).length === 0 &&
    receipt.rejected + receipt.unread === 0 &&
    receipt.records === receipt.header + receipt.skipped + receipt.loaded &&
    skip + units + footer === 0 &&
    Number(header) <= 1 &&
    !comment &&
    missing.length === 1 &&
    missing[0] === '' &&
    receipt.warnings.every(({ code }) => code === 'mixed-line-ends') &&
    Object.values(settings.columns ?? {}).every(({ leaveOut }) => !leaveOut) &&
    receipt.columns.every(isPlainColumn)
  );
}

function isPlainColumn({ changed, reading }: ReceiptColumn): boolean {
  if (changed > 0) return false;
  if (!reading) return true;
  switch (reading.type) {
    case 'BIGINT':
    case 'DOUBLE':
      return reading.decimal === '.' && !reading.group && !reading.currency && !reading.percent;
    case 'DATE':
    case 'TIMESTAMP':
      return reading.order === 'ymd' && !reading.excel && !reading.epoch && !reading.zone && !reading.month;
    case 'BOOLEAN':
      return reading.yes === undefined && reading.no === undefined;
    default:
      return true;
  }
}

function toReadCsv({ columns, receipt }: ScriptSource): string {
  const { delimiter, quote, header } = receipt.dialect!;
  const { lineEnd } = receipt;
  const form = { delimiter, quote, header, emptyTexts: false, ...(lineEnd && { lineEnd }) };
  return writeReadCsv(receipt.file.name, columns, form);
}

interface Form {
  header: boolean;
  delimiter: string;
  quote: string;
  /** Whether `""` is the empty text rather than a missing value. */
  emptyTexts: boolean;
  lineEnd?: Receipt['lineEnd'] & string;
}

function writeReadCsv(
  file: string,
  columns: readonly Column[],
  { header, delimiter, quote, emptyTexts, lineEnd }: Form,
): string {
  const settings = [
    'auto_detect = false',
    `header = ${header}`,
    `delim = ${quoteText(delimiter)}`,
    `quote = ${quoteText(quote)}`,
    `escape = ${quoteText(quote)}`,
    `columns = ${quoteStruct(columns.map(({ name, type }) => [name, type] as const))}`,
    `allow_quoted_nulls = ${!emptyTexts}`,
    ...(lineEnd === 'mixed' ? ['strict_mode = false'] : []),
    ...(lineEnd === 'lf' ? [`new_line = ${quoteText('\\n')}`] : []),
  ];
  return `read_csv(${[quoteText(file), ...settings].join(',\n  ')})`;
}

function isPlainParquet({ kind, place, warnings, files }: Receipt): boolean {
  return kind === 'parquet' && Object.keys(place).length === 0 && warnings.length === 0 && !files;
}

function toReadParquet({ columns, receipt }: ScriptSource): string {
  const select = columns.map(({ name, type }, index) => {
    const source = receipt.columns[index]?.source ?? name;
    return `CAST(${quoteName(source)} AS ${type}) AS ${quoteName(name)}`;
  });
  return `SELECT ${select.join(',\n  ')}\nFROM read_parquet(${quoteText(receipt.file.name)})`;
}
