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

/** How much longer loading a byte takes than scanning it. */
const LOAD_TO_SCAN = 10;

/**
 * Where to cut, as shares of the file. An importer starts when the scan has passed its part, so the earlier parts are the
 * larger ones, and all end together.
 */
export function toCuts(parts: number): number[] {
  const weights = Array.from({ length: parts }, (_, k) => (1 + 1 / LOAD_TO_SCAN) ** -k);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return weights.map((weight) => (passed += weight / whole));
}
