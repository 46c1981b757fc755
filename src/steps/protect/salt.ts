import { Problem } from '../../lib/problem';
import { text } from '../field';

/**
 * A salt is a secret that the device keeps by a name. A step knows the name alone, and reads the salt as it reads an input, so that
 * neither a workbook nor a script nor the SQL that is shown has it.
 */
const PREFIX = 'quire_salt_';

export const salt = text({ otherwise: 'main', is: 'secret' });

/** The salt's name, where a parameter of a statement stands for one. */
export function maybeSaltName(parameter: string): string | undefined {
  return parameter.startsWith(PREFIX) ? parameter.slice(PREFIX.length) : undefined;
}

export function checkSalt(name: string): Problem | undefined {
  if (/^[a-z0-9_]{1,30}$/.test(name)) return undefined;
  return new Problem('step-misfit', { params: { why: 'salt-name', name } });
}

/** 64 hexadecimal digits that only who has the salt can make of a text. */
export function toDigest(name: string, sql: string): string {
  return `sha256($${PREFIX}${name} || ${sql})`;
}

/** Of a number of a row, from 0 up to 1, and told by nobody without the salt. */
export function toSecretShare(name: string, sql: string): string {
  // a fourth of the time of sha256, and 53 bits of it leave the engine at most
  return `(md5_number_lower($${PREFIX}${name} || ${sql}) / 18446744073709551616.0)`;
}
