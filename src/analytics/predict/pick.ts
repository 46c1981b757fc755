import { pick } from '../complete';
import type { Target } from './target';

export function pickTarget(target: Target, places: Int32Array): Target {
  if (target.kind === 'class') return { ...target, codes: places.map((place) => target.codes[place]!) };
  return { kind: 'number', values: pick(target.values, places) };
}
