import type { Bound } from './bound';
import { readVariable } from './bound';
import { fold } from './name';
import type { Numbered } from './parameters';
import { toNumbered } from './parameters';
import { findParameters } from './references';

/** A statement as it runs: each `$name` that stands for a value reads it from the connection's variables. */
export interface WithInputs extends Numbered {
  values: Record<string, Bound>;
}

export function withInputs(sql: string, findValue: (name: string) => Bound | undefined): WithInputs {
  const values: Record<string, Bound> = {};
  for (const { name } of findParameters(sql)) {
    const value = findValue(name);
    if (value) values[fold(name)] = value;
  }
  const numbered = toNumbered(sql, Object.keys(values), (name, _, isAlone) => {
    const read = readVariable(fold(name));
    // `IN (list)` compares with the list itself, and people write it so
    return isAlone && 'list' in values[fold(name)]! ? `SELECT unnest(${read})` : read;
  });
  return { ...numbered, values };
}
