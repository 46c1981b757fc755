import { toTypeParts, toWireType } from '../../table/wire';

/** The type to cast to where a format has texts, numbers and flags only: what is nested is text as a whole. */
export function toFlatType(type: string): string | undefined {
  const wire = toTypeParts(type).kind === 'plain' ? toWireType(type) : 'VARCHAR';
  return wire === type ? undefined : wire;
}
