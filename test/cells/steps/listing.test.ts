import { expect, test } from 'vitest';
import { toListing } from '../../../src/cells/steps/listing';
import { steps as en } from '../../../src/i18n/steps/steps.en';
import { steps as zh } from '../../../src/i18n/steps/steps.zh';
import { findStep, stepKinds } from '../../../src/steps/catalog';
import { toSettings } from '../../../src/steps/settings';

const find = (step: string, words: Parameters<typeof toListing>[1] = en) =>
  toListing([findStep(step)!], words)[0]!;

test('a kind of step is told with its settings, what they may be and what they are otherwise', () => {
  const { name, family, settings } = find('filter');
  expect({ name, family }).toEqual({ name: 'Filter rows', family: 'shape' });
  expect(settings[0]).toEqual({
    setting: 'keep',
    label: 'Rows that fit',
    kind: 'choice',
    otherwise: 'fitting',
    choices: [
      { choice: 'fitting', label: 'Keep' },
      { choice: 'others', label: 'Leave out' },
    ],
  });
  expect(settings[2]!.items!.map(({ setting }) => setting)).toEqual([
    'column',
    'test',
    'value',
    'to',
    'values',
  ]);
});

test('its words are those of the language chosen', () => {
  expect(find('filter', zh).name).toBe(zh.kinds.filter!.name);
});

test('what is told of a setting that may be left out is what it is then', () => {
  const told = toListing(stepKinds, en).flatMap(({ step, settings }) =>
    settings.flatMap(({ setting, otherwise }) =>
      otherwise === undefined ? [] : [[step, setting, otherwise] as const],
    ),
  );
  const meant = told.map(([step, setting]) => [
    step,
    setting,
    toSettings(findStep(step)!.fields, {})[setting],
  ]);
  expect(told).toEqual(meant);
});

test('every kind is told, as plain data', () => {
  const listing = toListing(stepKinds, en);
  expect(listing).toHaveLength(stepKinds.length);
  expect(structuredClone(listing)).toEqual(listing);
});
