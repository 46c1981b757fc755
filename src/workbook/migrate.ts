import { Problem } from '../lib/problem';

type Json = Record<string, unknown>;

/** What turns a saved form into the next one: `steps[1]` makes a 2 of a 1. Nothing is ever taken from this list. */
const steps: Record<number, (json: Json) => Json> = {};

export function migrate(json: Json, to: number): Json {
  const { quire } = json;
  if (typeof quire !== 'number' || !Number.isInteger(quire) || quire < 1)
    throw new Problem('quire-unreadable', { params: { detail: 'quire' } });
  if (quire > to) throw new Problem('quire-newer');
  let current = json;
  for (let format = quire; format < to; format++) current = steps[format]!(current);
  return current;
}
