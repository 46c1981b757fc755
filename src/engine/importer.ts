import { countParts, toCuts } from '../import/text/cuts';
import type { DecodedText } from '../import/text/decode';
import { openText } from '../import/text/decode';
import type { Plan } from '../import/text/plan';
import { planRead, toColumns } from '../import/text/plan';
import type { KeptText } from '../import/receipt';
import { toReceipt } from '../import/receipt';
import type { ScanResult } from '../import/text/scan';
import { createScan } from '../import/text/scan';
import { readChunks } from '../lib/chunks';
import { Problem } from '../lib/problem';
import type { ImportedTable } from './engine';
import type { ImportJob } from './job';
import type { Loader, Range } from './loader';
import { createLoader } from './loader';
import { settleFiles } from './place';

/**
 * A delimited text becomes a table. Types are guessed from a sample; a column whose later values do not fit the guess is
 * read again as text, with every value as it stands in the file.
 */
export async function importText(job: ImportJob): Promise<ImportedTable> {
  const text = await openText(job.file);
  let plan = planRead(text.sample, job.options);
  if (text.sample.trim() === '') throw new Problem('file-no-rows', { params: { file: job.file.name } });
  const kept: KeptText[] = [];
  const parts = job.memory ? 1 : countParts(text.body.size, { cores: navigator.hardwareConcurrency || 2 });
  const loader = createLoader(job, text.body, parts);
  try {
    const { scan, ranges } = await scanText(job, text, plan, loader);
    plan = keepAsText(plan, scan.doubts, kept);
    plan = { ...plan, columns: plan.columns.map(({ name }, index) => ({ name, type: scan.types[index]! })) };
    for (;;) {
      const loaded = await loader.load(ranges, plan);
      if (loaded.misfits.size === 0) {
        return {
          id: job.id,
          name: job.options.name ?? '',
          columns: toColumns(plan),
          parts: loaded.parts,
          bytes: job.memory
            ? 0
            : await settleFiles(
                job.id,
                loaded.parts.map(({ path }) => path!),
              ),
          receipt: toReceipt({ file: job.file, plan, scan, parts: loaded.parts, kept }),
        };
      }
      plan = keepAsText(plan, loaded.misfits, kept);
    }
  } finally {
    loader.end();
  }
}

interface Scanned {
  scan: ScanResult;
  ranges: Range[];
}

/** Scans the whole text. A part is handed to an importer as soon as the scan has found where it may be cut. */
async function scanText(job: ImportJob, { body }: DecodedText, plan: Plan, loader: Loader): Promise<Scanned> {
  const scan = createScan({ ...plan, types: plan.columns.map(({ type }) => type) });
  const ranges: Range[] = [];
  const cuts = toCuts(loader.parts);
  let from = 0;
  const cut = (to: number) => {
    ranges.push({ from, to, ...scan.soFar() });
    from = to;
    if (!scan.isWidened()) loader.start(ranges.length - 1, ranges.at(-1)!, plan);
  };
  let scanned = 0;
  for await (const piece of readChunks(body)) {
    job.signal.throwIfAborted();
    scan.push(piece);
    scanned += piece.length;
    loader.tellScanned(scanned);
    if (ranges.length < loader.parts - 1 && scan.safeEnd() >= body.size * cuts[ranges.length]!)
      cut(scan.safeEnd());
  }
  const result = scan.finish();
  cut(body.size);
  return { scan: result, ranges };
}

/** The columns that a value spoke against become text; `kept` says which, and why. */
function keepAsText(plan: Plan, doubts: ScanResult['doubts'], kept: KeptText[]): Plan {
  return {
    ...plan,
    columns: plan.columns.map((column, index) => {
      const found = doubts.get(index);
      if (!found) return column;
      kept.push({ column: column.name, guessed: column.type, ...found });
      return { ...column, type: 'VARCHAR' };
    }),
  };
}
