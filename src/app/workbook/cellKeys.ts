import type { KeyPress } from '../../grid/keys';

export type CellAction =
  | 'edit'
  | 'run'
  | 'runAndNext'
  | 'runAndAdd'
  | 'above'
  | 'below'
  | 'remove'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'moveUp'
  | 'moveDown'
  | 'fold'
  | 'rename'
  | 'duplicate'
  | 'add'
  | 'stop'
  | 'leave';

/** How long a second `d` may take. */
const TWICE_MS = 800;

/** What a key does to the cell that is selected, while no field of it has the keyboard: the keys of notebooks. */
export function createCellKeys({ now = Date.now } = {}): (press: KeyPress) => CellAction | undefined {
  let firstD = -Infinity;
  return (press) => {
    const isSecond = press.key === 'd' && now() - firstD < TWICE_MS;
    firstD = press.key === 'd' && !isSecond && !isHeld(press) ? now() : -Infinity;
    if (isSecond && !isHeld(press)) return 'remove';
    return findAction(press);
  };
}

/** The keys that also work while a field of the cell has the keyboard. */
export function findFieldAction({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: KeyPress): CellAction | undefined {
  if (key === 'Escape') return 'leave';
  if (key !== 'Enter') return undefined;
  if (altKey) return 'runAndAdd';
  // with both, all cells run
  if (ctrlKey || metaKey) return shiftKey ? undefined : 'run';
  return shiftKey ? 'runAndNext' : undefined;
}

function findAction(press: KeyPress): CellAction | undefined {
  const { key, altKey } = press;
  const byField = key === 'Escape' ? undefined : findFieldAction(press);
  if (byField) return byField;
  if (altKey && !press.ctrlKey && !press.metaKey) {
    if (key === 'ArrowUp') return 'moveUp';
    if (key === 'ArrowDown') return 'moveDown';
    return undefined;
  }
  if (isHeld(press)) return undefined;
  return plain[key];
}

function isHeld({ ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return ctrlKey || metaKey || altKey;
}

const plain: Record<string, CellAction> = {
  Enter: 'edit',
  a: 'above',
  b: 'below',
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  o: 'fold',
  r: 'rename',
  F2: 'rename',
  y: 'duplicate',
  '/': 'add',
  i: 'stop',
  Delete: 'remove',
  Backspace: 'remove',
};
