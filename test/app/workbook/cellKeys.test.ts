import { describe, expect, it } from 'vitest';
import { createCellKeys, findFieldAction } from '../../../src/app/workbook/cellKeys';
import { press } from '../../press';

describe('keys among cells', () => {
  it('are those of notebooks', () => {
    const keys = createCellKeys();
    expect(['a', 'b', 'j', 'k', 'Enter', '/', 'ArrowDown'].map((key) => keys(press(key)))).toEqual([
      'above',
      'below',
      'next',
      'previous',
      'edit',
      'add',
      'next',
    ]);
    expect(keys(press('Enter', { shiftKey: true }))).toBe('runAndNext');
    expect(keys(press('Enter', { ctrlKey: true }))).toBe('run');
    expect(keys(press('Enter', { altKey: true }))).toBe('runAndAdd');
    expect(keys(press('ArrowUp', { altKey: true }))).toBe('moveUp');
  });

  it('two d remove a cell, one does not, and two far apart do not', () => {
    let time = 0;
    const keys = createCellKeys({ now: () => time });
    expect(keys(press('d'))).toBeUndefined();
    expect(keys(press('d'))).toBe('remove');
    expect(keys(press('d'))).toBeUndefined();
    time = 5000;
    expect(keys(press('d'))).toBeUndefined();
    expect(keys(press('x'))).toBeUndefined();
    expect(keys(press('d'))).toBeUndefined();
    expect(keys(press('d', { ctrlKey: true }))).toBeUndefined();
  });

  it('letters that are held with Ctrl or Alt are the browser’s', () => {
    const keys = createCellKeys();
    expect(keys(press('a', { ctrlKey: true }))).toBeUndefined();
    expect(keys(press('b', { metaKey: true }))).toBeUndefined();
    expect(keys(press('j', { altKey: true }))).toBeUndefined();
    // which runs the whole workbook
    expect(keys(press('Enter', { ctrlKey: true, shiftKey: true }))).toBeUndefined();
  });

  it('in a field, Enter alone is the field’s', () => {
    expect(findFieldAction(press('Enter'))).toBeUndefined();
    expect(findFieldAction(press('Enter', { shiftKey: true }))).toBe('runAndNext');
    expect(findFieldAction(press('Escape'))).toBe('leave');
    expect(findFieldAction(press('a'))).toBeUndefined();
  });
});
