import { kinds } from '../../cells/kinds';
import { toDigestQuery } from '../../export/digest';
import type { Naming } from '../../export/takeIn';
import { takeIn, toNameHere } from '../../export/takeIn';
import { isSameName } from '../../sql/name';
import type { SourceRecord } from '../../storage/catalog';
import type { SharingParts } from './actions';
import type { Arrival, Choice, Wanted } from './arrival';

/** The sources of this device that have the very rows that came along; only those of the same columns are asked. */
export async function findSame(
  { engine, sources }: SharingParts,
  { tables }: Arrival,
): Promise<Map<string, string>> {
  const same = new Map<string, string>();
  for (const { source } of tables) {
    const columns = JSON.stringify(source.columns);
    for (const { id, name, columns: own, receipt } of sources.state.sources) {
      if (!source.digest || receipt.loaded !== source.rows || JSON.stringify(own) !== columns) continue;
      await sources.whenAttached(id);
      const { values } = await engine.query(toDigestQuery(name, own));
      if (values[0]?.[0] === source.digest) same.set(source.name, id);
    }
  }
  return same;
}

/** Brings the rows in that were chosen, and opens the workbook reading them. Where that fails, all is as it was. */
export async function takeArrival(
  parts: SharingParts,
  { workbook }: Arrival,
  chosen: readonly { wanted: Wanted; choice: Choice }[],
): Promise<void> {
  const { sources, workbooks } = parts;
  const namings: Naming[] = [];
  const added: SourceRecord[] = [];
  const names = () => sources.state.sources.map(({ name }) => name);
  try {
    for (const { wanted, choice } of chosen) {
      const to = await bringIn(parts, wanted, choice, {
        added,
        toName: () => toNameHere(wanted.name, [...names(), ...toOthers(chosen, wanted)], workbook),
      });
      namings.push({ from: wanted.name, to });
    }
    await workbooks.adopt(takeIn(workbook, namings, { kinds, sources: names() }));
  } catch (error) {
    for (const { id } of added) await sources.remove(id).then(() => sources.clear(id));
    throw error;
  }
  parts.show();
}

/** What the workbook reads in place of a source's name. */
async function bringIn(
  { sources }: SharingParts,
  { name, table }: Wanted,
  choice: Choice,
  { added, toName }: { added: SourceRecord[]; toName: () => string },
): Promise<string> {
  if (choice.take === 'here') {
    const source = sources.state.sources.find(({ id }) => id === choice.id);
    if (source) return source.name;
  }
  if (choice.take === 'along' && table) {
    const { source: told, rows, rejected, unread } = table;
    const { columns, receipt } = told;
    const given = { columns, receipt, ...(rejected && { rejected }), ...(unread && { unread }) };
    const source = await sources.importGiven(rows, toName(), given);
    added.push(source);
    return source.name;
  }
  // a source here that goes by the name is not the one that was meant
  const isTaken = sources.state.sources.some((source) => isSameName(source.name, name));
  return isTaken ? toName() : name;
}

/** The names that the workbook's other sources go by: none is given away before its turn. */
function toOthers(chosen: readonly { wanted: Wanted }[], wanted: Wanted): string[] {
  return chosen.flatMap((other) => (other.wanted === wanted ? [] : [other.wanted.name]));
}
