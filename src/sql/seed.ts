/** The statement that makes random numbers begin anew. The engine takes a number from -1 to 1; the golden ratio spreads whole ones over that. */
export function toSeed(seed: number): string {
  return `SELECT setseed(${(seed * 0.618_033_988_749_895) % 1})`;
}
