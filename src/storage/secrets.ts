const BYTES = 32;
const PREFIX = 'secret.';

/**
 * A secret of this device, by a name: made when it is first asked for, and written nowhere else. Masks that are made with it are the
 * same in every workbook here, and others on every other device.
 */
export function readSecret(name: string): string {
  const key = `${PREFIX}${name}`;
  const known = localStorage.getItem(key);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const secret = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  localStorage.setItem(key, secret);
  return secret;
}

/** The names of the secrets that this device has made. */
export function listSecrets(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .sort();
}
