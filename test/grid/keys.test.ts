import { expect, test } from 'vitest';
import { maybeKeyAction, type KeyPress } from '../../src/grid/keys';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  maybeKeyAction({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('Tab and letters are left to the browser', () => {
  expect(press('Tab')).toBeUndefined();
  expect(press('a')).toBeUndefined();
  expect(press('c', { ctrlKey: true })).toBeUndefined();
});

test('Ctrl and Command are the same', () => {
  expect(press('End', { ctrlKey: true })).toEqual({ kind: 'corner', end: 'last', extend: false });
  expect(press('End', { metaKey: true })).toEqual({ kind: 'corner', end: 'last', extend: false });
  expect(press('a', { metaKey: true })).toEqual({ kind: 'widen', span: 'all' });
});

test('Shift extends', () => {
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({
    kind: 'move',
    direction: 'left',
    reach: 'one',
    extend: true,
  });
  expect(press('Home', { shiftKey: true })).toEqual({
    kind: 'move',
    direction: 'left',
    reach: 'edge',
    extend: true,
  });
});

test('Alt with an arrow changes the width of a column, and alone nothing else', () => {
  expect(press('ArrowLeft', { altKey: true })).toEqual({ kind: 'resize', by: -16 });
  expect(press('ArrowRight', { altKey: true })).toEqual({ kind: 'resize', by: 16 });
  expect(press('ArrowDown', { altKey: true })).toBeUndefined();
});

test('Space selects rows, columns or all', () => {
  expect(press(' ', { shiftKey: true })).toEqual({ kind: 'widen', span: 'rows' });
  expect(press(' ', { ctrlKey: true })).toEqual({ kind: 'widen', span: 'columns' });
  expect(press(' ')).toBeUndefined();
});

test('Ctrl+Shift+C copies with headers', () => {
  expect(press('C', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'copy' });
});

test('the menu key and Shift+F10 ask for a menu', () => {
  expect(press('ContextMenu')).toEqual({ kind: 'menu' });
  expect(press('F10', { shiftKey: true })).toEqual({ kind: 'menu' });
  expect(press('F10')).toBeUndefined();
});
