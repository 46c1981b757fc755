/** Types of which the engine can take parts: those with a time zone need an extension, and a time has no day. */
const MOMENTS = /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/;

export function isMoment(type: string): boolean {
  return MOMENTS.test(type);
}
