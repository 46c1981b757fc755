import { expect, test } from 'vitest';
import { toConverter } from '../../../src/import/columns/convert';
import { toKey, toMeaning } from '../../../src/import/columns/meaning';
import { toPlainKind } from '../../../src/import/columns/plainKind';
import { createProfile } from '../../../src/import/columns/profile';
import type { Reading } from '../../../src/import/columns/reading';
import { createRandom } from '../../random';

const random = createRandom(7);
const ROUNDS = 1500;
const digits = (length: number) => Array.from({ length }, () => random.below(10)).join('');
const two = (limit: number) => String(random.below(limit)).padStart(2, '0');

/** One text of each kind that a column may hold; half of them nearly right. */
const KINDS: (() => string)[] = [
  () => String(random.below(10 ** random.below(10))),
  () => digits(1 + random.below(20)),
  () => `-${digits(1 + random.below(6))}`,
  () => `${random.below(2000)}.${digits(1 + random.below(4))}`,
  () => `${random.below(2000)},${digits(1 + random.below(4))}`,
  () => `${1 + random.below(999)},${digits(3)}`,
  () => `${1 + random.below(999)}.${digits(3)},${digits(2)}`,
  () => `${1 + random.below(99)} ${digits(3)}`,
  () => `${random.pick(['$', '€', '¥'])}${random.below(5000)}`,
  () => `${random.below(200)}${random.pick(['%', '万', '元', ' kr'])}`,
  () => `(${random.below(500)})`,
  () => `${random.below(9)}e${random.pick(['', '+', '-'])}${random.below(400)}`,
  () => `${1890 + random.below(220)}-${two(14)}-${two(33)}`,
  () => `${1890 + random.below(220)}${two(14)}${two(33)}`,
  () => `${two(33)}/${two(14)}/${random.pick(['24', '2024', '99'])}`,
  () => `${random.below(33)}.${random.below(14)}.${2000 + random.below(40)}`,
  () => `${2000 + random.below(40)}年${random.below(14)}月${random.pick(['', '5日', '31日'])}`,
  () => `${random.below(33)}-${random.pick(['Jan', 'Feb', 'mars', 'Dez'])}-${two(100)}`,
  () => `${random.pick(['Feb', 'May'])}-${two(40)}`,
  () =>
    `2024-03-0${random.below(10)}${random.pick([' ', 'T'])}${two(26)}:${two(62)}${random.pick(['', ':00', ':59.5', 'Z', '+08:00'])}`,
  () => `${two(26)}:${two(62)}${random.pick(['', ':09', ' pm'])}`,
  () => random.pick(['true', 'FALSE', 'yes', 'No', '是', '否', '有', '无', 'y', 'n']),
  () =>
    random.pick([
      'NA',
      '-',
      'null',
      'x',
      'Beijing',
      '\u0000',
      '١٢',
      '1/2',
      '--5',
      '0x1F',
      '1_000',
      'Infinity',
    ]),
  () => `1${random.pick(['3', '8'])}${digits(9)}`,
];

function toColumn(): string[] {
  const kinds = Array.from({ length: 1 + random.below(3) }, () => random.pick(KINDS));
  return Array.from({ length: 1 + random.below(30) }, () => {
    const value = random.pick(kinds)();
    return random.below(20) === 0 ? ` ${value} ` : value;
  });
}

test('what is decided of a column is what its converter does with each of its values', () => {
  let typed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const values = toColumn();
    const profile = createProfile();
    for (const value of values) profile.add(value);
    const name = random.pick(['x', 'date', '时间', 'created_at', '邮编', 'phone']);
    const hint = random.pick([{}, { order: 'mdy' as const }, { decimal: ',' as const }, { year: 2023 }]);
    const decision = profile.decide({ name, ...hint });
    const countMisfits = (reading: Reading) => {
      const convert = toConverter(reading);
      return values.filter((value) => convert(value) === undefined).length;
    };
    expect(countMisfits(decision.reading), JSON.stringify([values, decision])).toBe(0);
    for (const { reading, misfits } of decision.alternatives) {
      expect(countMisfits(reading), JSON.stringify([values, reading])).toBe(misfits);
    }
    for (const question of decision.questions) {
      if (question.ask === 'misfits') expect(countMisfits(question.reading)).toBe(question.count);
    }
    if (decision.plain) {
      const canonical = values.map(toConverter(decision.reading));
      // TRUE is plain too: the engine reads it in any case
      const isFlag = decision.reading.type === 'BOOLEAN';
      expect(canonical).toEqual(isFlag ? values.map((value) => value.toLowerCase()) : values);
    }
    if (decision.reading.type !== 'VARCHAR') typed++;
  }
  expect(typed).toBeGreaterThan(ROUNDS / 10);
});

test('texts of one plain kind have one meaning', () => {
  const meanings = new Map<number, string>();
  for (let round = 0; round < 50_000; round++) {
    const text = random.pick(KINDS)();
    const kind = toPlainKind(text);
    if (kind < 0) continue;
    const key = toKey(toMeaning(text));
    expect(meanings.get(kind) ?? key, text).toBe(key);
    meanings.set(kind, key);
  }
  expect(meanings.size).toBeGreaterThan(20);
});

test('a column that is read as a person wants it tells what that loses', () => {
  const profile = createProfile({ chosen: { type: 'BIGINT', decimal: '.' } });
  ['1', 'NA', '2.5', '', '007', 'NA'].forEach((value, index) => profile.add(value, index + 2));
  expect(profile.decide({ name: 'x' })).toMatchObject({
    reading: { type: 'BIGINT' },
    why: 'chosen',
    misfits: { count: 3, examples: ['NA', '2.5'], lines: [3, 4] },
    questions: [],
  });
});

test('a column that is wanted as text is text', () => {
  const profile = createProfile({ types: 'text' });
  for (const value of ['1', '2']) profile.add(value);
  expect(profile.decide({ name: 'x' })).toMatchObject({
    reading: { type: 'VARCHAR' },
    why: 'chosen',
    plain: true,
    alternatives: [],
  });
});

test('after a thousand words a column stays text, whatever follows', () => {
  const profile = createProfile();
  for (let row = 0; row < 1500; row++) profile.add(`word ${row}`);
  for (let row = 0; row < 100_000; row++) profile.add(String(row));
  expect(profile.decide({ name: 'x' })).toMatchObject({ reading: { type: 'VARCHAR' }, why: 'words' });
});

test('one value at the end of a long column has its say', () => {
  const profile = createProfile();
  for (let row = 0; row < 100_000; row++) profile.add(String(row));
  profile.add('007', 100_001);
  expect(profile.decide({ name: 'x' })).toMatchObject({ reading: { type: 'VARCHAR' }, why: 'leading-zero' });
});
