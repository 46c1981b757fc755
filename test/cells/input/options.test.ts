import { expect, it } from 'vitest';
import { findMatching, toOptionList } from '../../../src/cells/input/options';
import { isReadable, toUsage } from '../../../src/cells/input/usage';
import { inputKind } from '../../../src/cells/input/compile';
import type { InputCell, ListSettings } from '../../../src/cells/input/compile/settings';
import type { CellState } from '../../../src/run/state';

const list = (spec: object) =>
  inputKind.toCell({ kind: 'input', control: 'list', ...spec }, 'i') as InputCell & ListSettings;
const byColumn = { options: { table: 'orders', column: 'home town' } };

function fetched(names: string[], rowCount = names.length): CellState {
  return { status: 'done', fetched: { columns: [], values: [names, names.map((_, n) => 9 - n)], rowCount } };
}

it('options written by hand are as they are written', () => {
  expect(toOptionList(list({ options: ['b', 'a'], value: 'c' }), { status: 'idle' })).toEqual({
    options: [{ value: 'b' }, { value: 'a' }],
    gone: ['c'],
  });
});

it('options of a column come with how often they are there', () => {
  expect(toOptionList(list({ ...byColumn, value: 'Rome' }), fetched(['Rome', 'Oslo']))).toEqual({
    options: [
      { value: 'Rome', count: 9 },
      { value: 'Oslo', count: 8 },
    ],
    gone: [],
  });
});

it('a choice is gone only when all options are known', () => {
  const cell = list({ ...byColumn, value: 'Bonn' });
  expect(toOptionList(cell, fetched(['Rome'])).gone).toEqual(['Bonn']);
  expect(toOptionList(cell, { status: 'running' }).gone).toEqual([]);
  expect(toOptionList(cell, { ...fetched(['Rome']), status: 'stale' }).gone).toEqual([]);
  expect(toOptionList(cell, fetched(['Rome'], 5000))).toMatchObject({ of: 5000, gone: [] });
});

it('options are searched without regard to case', () => {
  const options = [{ value: 'Rome' }, { value: 'Oslo' }, { value: '上海' }];
  expect(findMatching(options, ' O')).toHaveLength(2);
  expect(findMatching(options, '海')).toEqual([{ value: '上海' }]);
});

it('a list says how a query reads it, also when nothing is chosen', () => {
  expect(toUsage({ ...list(byColumn), name: 'town' })).toEqual(['"home town" = $town']);
  const several = inputKind.toCell({ kind: 'input', name: 'town', control: 'several', ...byColumn }, 'i');
  expect(toUsage(several)[1]).toBe('len($town) = 0 OR "home town" IN $town');
});

it('a name with a blank cannot be read after $', () => {
  expect(['since', '城市', 'my input', '1st', 'a-b'].map(isReadable)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
