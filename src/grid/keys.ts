import type { Direction, Intent } from './selection';

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

export type KeyAction = Intent | { kind: 'resize'; by: number } | { kind: 'copy' } | { kind: 'menu' };

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** What a key means in the grid; the keys it leaves alone, Tab among them, are the browser's. */
export function maybeKeyAction({
  key,
  shiftKey: extend,
  ctrlKey,
  metaKey,
  altKey,
}: KeyPress): KeyAction | undefined {
  const command = ctrlKey || metaKey;
  const direction = ARROWS[key];
  if (key === 'ContextMenu' || (key === 'F10' && extend)) return { kind: 'menu' };
  if (altKey) {
    if (command || extend) return undefined;
    if (direction === 'left' || direction === 'right')
      return { kind: 'resize', by: direction === 'left' ? -16 : 16 };
    return undefined;
  }
  if (direction) return { kind: 'move', direction, reach: command ? 'edge' : 'one', extend };
  if (key === ' ') return maybeSpan(extend, ctrlKey);
  if (key === 'PageUp' && !command) return { kind: 'move', direction: 'up', reach: 'page', extend };
  if (key === 'PageDown' && !command) return { kind: 'move', direction: 'down', reach: 'page', extend };
  if (key === 'Home') {
    return command
      ? { kind: 'corner', end: 'first', extend }
      : { kind: 'move', direction: 'left', reach: 'edge', extend };
  }
  if (key === 'End') {
    return command
      ? { kind: 'corner', end: 'last', extend }
      : { kind: 'move', direction: 'right', reach: 'edge', extend };
  }
  if (key === 'Escape' && !command && !extend) return { kind: 'collapse' };
  if (command && key.toLowerCase() === 'a' && !extend) return { kind: 'widen', span: 'all' };
  if (command && key.toLowerCase() === 'c' && extend) return { kind: 'copy' };
  return undefined;
}

function maybeSpan(shift: boolean, control: boolean): Intent | undefined {
  if (shift && control) return { kind: 'widen', span: 'all' };
  if (shift) return { kind: 'widen', span: 'rows' };
  if (control) return { kind: 'widen', span: 'columns' };
  return undefined;
}
