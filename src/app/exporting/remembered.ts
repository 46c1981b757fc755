import type { Loose } from '../../steps/field';

/** What was chosen last, on this device. */
export interface Remembered {
  format: string;
  template: string;
  settings: Readonly<Record<string, Loose>>;
}

const KEY = 'export';
const first: Remembered = { format: 'csv', template: '{name} {date}', settings: {} };

export function readRemembered(): Remembered {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Remembered>;
    return { ...first, ...kept };
  } catch {
    // somebody else's text
    return first;
  }
}

export function remember(chosen: Remembered): void {
  localStorage.setItem(KEY, JSON.stringify(chosen));
}
