import type { FileKind, Inspection, TableInspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import { lookAtText } from '../../import/text/look';
import { openSample } from '../../import/text/open';
import { toPreview } from '../../import/text/preview';
import type { Duck } from '../duckdb';
import { inspectBatches } from './batchPreview';
import { inspectDatabase } from './database';
import type { Input } from './open';
import { openInputs } from './open';

/** Looks at a file without reading more of it than is needed to say how it would be read. */
export async function inspectFile(
  file: File,
  options: ImportOptions,
  engine: () => Promise<Duck>,
  signal: AbortSignal,
): Promise<Inspection> {
  const inputs = await openInputs(file, options, { signal, heads: true });
  const tables: TableInspection[] = [];
  for (const input of inputs) {
    for (const table of await inspectInput(input, options, engine, signal)) {
      tables.push({ ...table, ...toPlaced(input, table, inputs.length > 1) });
    }
  }
  return {
    file: { name: file.name, bytes: file.size },
    kind: inputs.some(({ member }) => member !== undefined) ? 'archive' : toFileKind(inputs[0]!),
    tables: tables.length > 1 ? tables.map(askWhich) : tables,
  };
}

function inspectInput(
  input: Input,
  options: ImportOptions,
  engine: () => Promise<Duck>,
  signal: AbortSignal,
): Promise<TableInspection[]> {
  switch (input.kind.kind) {
    case 'text':
      return inspectText(input, options, signal);
    case 'excel':
      return inspectExcel(input, options, signal);
    case 'duckdb':
      return engine().then((duck) => inspectDatabase(duck, input.file, options));
    default:
      return inspectBatches(input, options, signal);
  }
}

async function inspectExcel(
  input: Input,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<TableInspection[]> {
  const [{ withWorkbook }, { inspectWorkbook }] = await Promise.all([
    import('./workbook'),
    import('../../import/excel/inspect'),
  ]);
  const { password } = options;
  return withWorkbook(input, { password, signal }, (workbook) =>
    inspectWorkbook(workbook, options, { signal }),
  );
}

async function inspectText(
  { file, bytes }: Input,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<TableInspection[]> {
  const { body, label, isSure, candidates, times } = await openSample(file, options, {
    signal,
    locale: navigator.language,
  });
  const look = await lookAtText(body, options);
  return [
    toPreview({
      key: '',
      look,
      encoding: label,
      encodings: candidates,
      isEncodingSure: isSure,
      times: times * ((bytes ?? file.size) / file.size),
      options,
    }),
  ];
}

function toFileKind({ kind }: Input): FileKind {
  return kind.kind;
}

/** What lies in an archive goes by its path there. */
function toPlaced({ member }: Input, { key, settings }: TableInspection, isOneOfMany: boolean) {
  if (member === undefined) return {};
  return {
    key: key ? `${member} · ${key}` : member,
    ...(isOneOfMany && { settings: { ...settings, members: [member] } }),
  };
}

function askWhich(table: TableInspection): TableInspection {
  return { ...table, sure: false, questions: [{ ask: 'tables' }, ...table.questions] };
}
