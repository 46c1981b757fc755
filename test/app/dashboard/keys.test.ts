import { describe, expect, it } from 'vitest';
import { findTileAction } from '../../../src/app/dashboard/tileKeys';
import { findTurn } from '../../../src/app/dashboard/turning';
import { press } from '../../press';

describe('keys on a dashboard', () => {
  it('move a tile, size it, name it and take it off', () => {
    expect(findTileAction(press('ArrowLeft'))).toEqual({ do: 'step', way: 'left' });
    expect(findTileAction(press('ArrowDown', { shiftKey: true }))).toEqual({ do: 'size', by: { h: 1 } });
    expect(findTileAction(press('Enter'))).toEqual({ do: 'title' });
    expect(findTileAction(press('Backspace'))).toEqual({ do: 'remove' });
    expect(findTileAction(press('x'))).toBeUndefined();
    expect(findTileAction(press('Enter', { shiftKey: true }))).toBeUndefined();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(findTileAction(press('ArrowLeft', { [held]: true }))).toBeUndefined();
  });

  it('turn pages, and stop at the first and the last', () => {
    expect(findTurn(press('ArrowRight'), 0, 3)).toBe(1);
    expect(findTurn(press('PageDown'), 2, 3)).toBe(2);
    expect(findTurn(press('ArrowUp'), 0, 3)).toBe(0);
    expect(findTurn(press('End'), 0, 3)).toBe(2);
    expect(findTurn(press('Home'), 2, 3)).toBe(0);
    expect(findTurn(press('a'), 1, 3)).toBeUndefined();
    expect(findTurn(press('ArrowRight', { ctrlKey: true }), 1, 3)).toBeUndefined();
  });
});
