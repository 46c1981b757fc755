import { tinykeys } from 'tinykeys';
import type { Command } from './commands';

/** Binds the commands' keys. A key that types is left to the field that has the focus. */
export function bindKeys(commands: readonly Command[]): () => void {
  const byKey = new Map<string, Command[]>();
  for (const command of commands)
    for (const key of [command.key, command.otherKey])
      if (key) byKey.set(key, [...(byKey.get(key) ?? []), command]);
  const bindings = [...byKey].map(
    ([key, own]) => [key, (event: KeyboardEvent) => runKey(own, event)] as const,
  );
  return tinykeys(window, Object.fromEntries(bindings));
}

/** Of several commands that have a key it is the first that makes sense just now. */
function runKey(commands: readonly Command[], event: KeyboardEvent): void {
  // what has the focus knows a key of its own
  if (event.defaultPrevented) return;
  const command = commands.find(({ when }) => !when || when());
  if (!command) return;
  const { id, key = '', run } = command;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (typing && (id === 'undo' || id === 'redo' || isTyped(key))) return;
  event.preventDefault();
  void run();
}

/** A Mac types letters with its Alt key. */
function isTyped(key: string): boolean {
  if (key.startsWith('Alt+')) return isMac;
  return !key.startsWith('$mod') && !/^F\d+$/.test(key);
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `$mod+k` → `⌘K` or `Ctrl+K`. */
export function showKey(key: string): string {
  const parts = key.split('+').map((part) => {
    if (part === '$mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Alt' && isMac) return '⌥';
    return part.length === 1 ? part.toUpperCase() : part;
  });
  return parts.join(isMac ? '' : '+');
}
