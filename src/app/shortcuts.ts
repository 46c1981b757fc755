import { tinykeys } from 'tinykeys';
import type { Command } from './commands';

/** Binds the commands' keys. A key that types is left to the field that has the focus. */
export function bindKeys(commands: readonly Command[]): () => void {
  const bindings = commands.flatMap((command) =>
    [command.key, command.otherKey].flatMap((key) =>
      key ? [[key, (event: KeyboardEvent) => runKey(command, event)] as const] : [],
    ),
  );
  return tinykeys(window, Object.fromEntries(bindings));
}

function runKey({ id, key = '', when, run }: Command, event: KeyboardEvent): void {
  // what has the focus knows a key of its own
  if (event.defaultPrevented) return;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (typing && (id === 'undo' || id === 'redo' || isTyped(key))) return;
  if (when && !when()) return;
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
