import { expect, it } from 'vitest';
import { inputKind } from '../../../src/cells/input/compile';
import { toControlPatch, toTypePatch } from '../../../src/cells/input/compile/convert';
import { controls } from '../../../src/cells/input/compile/settings';
import type { Control, InputCell } from '../../../src/cells/input/compile/settings';

const toInput = (spec: object) => inputKind.toCell({ kind: 'input', ...spec }, 'i');
const today = '2026-11-21';

function change(cell: InputCell, control: Control): InputCell {
  return toInput({ ...cell, ...toControlPatch(cell, control, today) });
}

it('every control can become every other', () => {
  const cells = [
    ...controls.map((control) => toInput({ control })),
    toInput({ control: 'range', of: 'date' }),
    toInput({ control: 'number', max: -5, value: -9 }),
    toInput({ control: 'slider', value: 900 }),
    toInput({ control: 'list', options: [1, 2] }),
    toInput({ control: 'several', options: { table: 't', column: 'c' } }),
    toInput({ control: 'date', value: '2020-02-02' }),
  ];
  for (const cell of cells) {
    for (const control of controls) expect(change(cell, control)).toMatchObject({ id: 'i', control });
  }
});

it('bounds, options and values are kept where they mean the same', () => {
  expect(change(toInput({ control: 'slider', min: 2, max: 8, value: 5 }), 'number')).toMatchObject({
    min: 2,
    max: 8,
    value: 5,
  });
  expect(change(toInput({ control: 'list', options: ['a', 'b'], value: 'b' }), 'several')).toMatchObject({
    options: ['a', 'b'],
    value: ['b'],
  });
  expect(change(toInput({ control: 'several', options: ['a', 'b'], value: ['b'] }), 'list')).toMatchObject({
    value: 'b',
  });
  expect(change(toInput({ control: 'number', value: 250 }), 'slider')).toMatchObject({
    max: 250,
    value: 250,
  });
});

it('a date begins today, and a range of dates with the year', () => {
  expect(change(toInput({ control: 'slider' }), 'date')).toMatchObject({ value: today });
  const range = toInput({ control: 'range' });
  expect(toInput({ ...range, ...toTypePatch(range, 'date', today) })).toMatchObject({
    of: 'date',
    value: ['2026-01-01', '2026-12-31'],
  });
});
