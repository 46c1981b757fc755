import { describe, expect, it } from 'vitest';
import { toSentence } from '../../../src/cells/steps/told';
import { steps as en } from '../../../src/i18n/steps/steps.en';
import type { StepDict } from '../../../src/i18n/steps/steps';
import { steps as zh } from '../../../src/i18n/steps/steps.zh';
import { stepKinds } from '../../../src/steps/catalog';
import type { Fields } from '../../../src/steps/field';
import { toSettings } from '../../../src/steps/settings';

const languages: Record<string, StepDict> = { en, zh };
const columns = [
  { name: 'city', type: 'VARCHAR' },
  { name: 'age', type: 'BIGINT' },
  { name: 'since', type: 'DATE' },
];

function listLabels(fields: Fields): { setting: string; choices: readonly string[] }[] {
  return Object.entries(fields).flatMap(([setting, field]) => [
    { setting, choices: field.kind === 'choice' ? field.choices : [] },
    ...(field.kind === 'list' ? listLabels(field.fields) : []),
  ]);
}

describe.each(Object.keys(languages))('the words of steps in %s', (locale) => {
  const words = languages[locale]!;

  it('name every kind, each of its settings and each of their choices', () => {
    const missing = stepKinds.flatMap(({ step, fields }) => {
      const kind = words.kinds[step];
      if (!kind) return [step];
      return listLabels(fields).flatMap(({ setting, choices }) => [
        ...((kind.fields?.[setting] ?? words.fields[setting]) ? [] : [`${step}.${setting}`]),
        ...choices
          .filter((choice) => !(kind.choices?.[setting] ?? words.choices[setting])?.[choice])
          .map((choice) => `${step}.${setting}.${choice}`),
      ]);
    });
    expect(missing).toEqual([]);
  });

  it('say how each analysis computes', () => {
    const silent = stepKinds
      .filter(({ step, task }) => task && !words.kinds[step]?.how)
      .map(({ step }) => step);
    expect(silent).toEqual([]);
  });

  it('say of no step that is not there', () => {
    const known = stepKinds.map(({ step }) => step);
    expect(Object.keys(words.kinds).filter((step) => !known.includes(step))).toEqual([]);
  });

  it('say what each does, also before anything is chosen', () => {
    for (const { step, fields, suggest } of stepKinds) {
      for (const loose of [{}, suggest?.({ columns, column: 'city' }) ?? {}]) {
        const said = toSentence(step, fields, toSettings(fields, loose), { words, locale });
        expect(said, step).not.toMatch(/undefined|null|NaN|\[object/);
        expect(said.length, step).toBeGreaterThan(1);
      }
    }
  });
});
