import type { SourceRecord } from '../../storage/catalog';
import type { App } from '../context';
import type { AgainOptions, AgainReport } from '../workbook/console';
import { findNext, isSeveral } from './repeat';

/** Puts files in the places of those of before without asking; a file whose place is not known is refused, and nothing changes. */
export async function replaceAgain(
  app: App,
  { files, as = {} }: AgainOptions,
): Promise<AgainReport['sources']> {
  const chosen = new Map<File, SourceRecord | null>();
  for (const [name, wanted] of Object.entries(as)) {
    const file = files.find((other) => other.name === name);
    if (!file) throw new Error(`no file named: ${name}`);
    chosen.set(file, wanted === null ? null : findSource(app, wanted));
  }
  const { matched, others } = findNext(app, files, chosen);
  const unknown = others.filter((file) => !chosen.has(file));
  if (unknown.length > 0) throw new Error(`no source for: ${unknown.map(({ name }) => name).join(', ')}`);
  const crowded = matched.find(({ source, files }) => files.length > 1 && !isSeveral(source));
  if (crowded) throw new Error(`more than one file for: ${crowded.source.name}`);
  const replaced = [];
  for (const { source, files: next } of matched) {
    const { drift } = await app.replaceNow(source, ...next);
    replaced.push({ name: source.name, file: next[0].name, drift });
  }
  return replaced;
}

function findSource(app: App, name: string): SourceRecord {
  const source = app.sources.state.sources.find((other) => other.name === name);
  if (!source) throw new Error(`no source named: ${name}`);
  return source;
}
