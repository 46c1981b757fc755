import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Hint } from '../../../src/import/columns/candidates';
import { toConverter } from '../../../src/import/columns/convert';
import { createMissing } from '../../../src/import/columns/missing';
import { createProfile } from '../../../src/import/columns/profile';
import type { Reading } from '../../../src/import/columns/reading';
import type { Why } from '../../../src/import/inspection';

interface Case {
  name: string;
  column?: string;
  values: string[];
  hint?: Hint;
  missing?: string[];
  /** Words that the question suggests to take as missing. */
  suggest?: string[];
  expected: {
    reading: Reading;
    why: Why;
    canonical?: (string | null)[];
    questions?: string[];
    alternative?: { reading: Reading; misfits?: number; canonical?: (string | null)[] };
  };
}

const folder = path.resolve(import.meta.dirname, '../../data/columns');

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Case[];

  test.each(cases)('$name', ({ column = 'x', values, hint = {}, missing = [''], suggest, expected }) => {
    const profile = createProfile({ missing });
    for (const value of values) profile.add(value);
    const decision = profile.decide({ name: column, ...hint });

    const isMissing = createMissing(missing);
    const toCanonical = (reading: Reading) => {
      const convert = toConverter(reading);
      return values.map((value) => (isMissing(value) ? null : convert(value)));
    };
    expect({ reading: decision.reading, why: decision.why }).toEqual({
      reading: expected.reading,
      why: expected.why,
    });
    expect(decision.questions.map(({ ask }) => ask)).toEqual(expected.questions ?? []);
    expect(toCanonical(decision.reading)).not.toContain(undefined);
    if (expected.canonical) expect(toCanonical(decision.reading)).toEqual(expected.canonical);
    if (suggest) expect(decision.questions[0]).toMatchObject({ suggestMissing: suggest });
    if (expected.alternative) {
      const { reading, misfits = 0, canonical } = expected.alternative;
      expect(decision.alternatives).toContainEqual(expect.objectContaining({ reading, misfits }));
      if (canonical) expect(toCanonical(reading)).toEqual(canonical);
    }
  });
});
