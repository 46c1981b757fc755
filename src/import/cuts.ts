export interface CutOptions {
  cores: number;
  minBytes?: number;
  maxParts?: number;
}

/**
 * Into how many parts a file is cut, one importer each. An importer is a whole engine, so a part must be worth its start
 * (about a second), and each wants memory of its own.
 */
export function countParts(bytes: number, { cores, minBytes = 48e6, maxParts = 4 }: CutOptions): number {
  return Math.max(1, Math.min(cores, maxParts, Math.floor(bytes / minBytes)));
}
