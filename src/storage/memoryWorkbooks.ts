import type { SavedWorkbook, Version, WorkbookStore } from './workbooks';
import { byAt, byUpdated, toEntry, toPatched } from './workbooks';

/** Workbooks that end with the page, for where the browser keeps nothing. */
export function createMemoryWorkbooks(): WorkbookStore {
  const workbooks = new Map<string, SavedWorkbook>();
  const versions = new Map<string, Version>();

  const putVersion = (version: Version) => void versions.set(version.entry.id, structuredClone(version));

  return {
    kept: false,

    list: async () => [...workbooks.values()].map(({ entry }) => entry).toSorted(byUpdated),

    read: async (id) => structuredClone(workbooks.get(id)),

    async claim(id) {
      const found = workbooks.get(id);
      if (!found) return undefined;
      const claimed = { ...found, entry: { ...found.entry, claim: found.entry.claim + 1 } };
      workbooks.set(id, claimed);
      return structuredClone(claimed);
    },

    async write({ json, version, ...write }) {
      const before = workbooks.get(json.id)?.entry;
      if (before && before.claim !== write.claim) return false;
      workbooks.set(json.id, { entry: toEntry(json, { before, ...write }), json: structuredClone(json) });
      if (version) putVersion(version);
      return true;
    },

    async patch(id, patch) {
      const found = workbooks.get(id);
      if (!found) return;
      const { title = found.json.title } = patch;
      workbooks.set(id, { entry: toPatched(found.entry, patch), json: { ...found.json, title } });
    },

    async delete(id) {
      workbooks.delete(id);
      for (const { entry } of versions.values()) if (entry.workbook === id) versions.delete(entry.id);
    },

    versions: async (workbook) =>
      [...versions.values()]
        .map(({ entry }) => entry)
        .filter((entry) => entry.workbook === workbook)
        .toSorted(byAt),

    readVersion: async (id) => structuredClone(versions.get(id)),

    putVersion: async (version) => putVersion(version),

    async deleteVersions(ids) {
      for (const id of ids) versions.delete(id);
    },
  };
}
