import { describe, expect, test } from 'vitest';
import { toConverter } from '../../../src/import/columns/convert';
import { createProfile } from '../../../src/import/columns/profile';
import { createRandom } from '../../random';

const random = createRandom(11);
const digits = (length: number) => Array.from({ length }, () => random.below(10)).join('');

function read(values: readonly string[], name = 'x') {
  const profile = createProfile();
  for (const value of values) profile.add(value);
  const { reading } = profile.decide({ name });
  return { reading, canonical: values.map(toConverter(reading)) };
}

interface Dialect {
  decimal: string;
  group: string;
  before: string;
  after: string;
  negative: (text: string) => string;
  wide: boolean;
}

function toDialect(): Dialect {
  const decimal = random.pick(['.', ',']);
  return {
    decimal,
    group: random.pick(['', ' ', '\u00a0', '\u202f', "'", decimal === '.' ? ',' : '.']),
    before: random.pick(['', '', '$', '€ ', 'CNY ']),
    after: '',
    negative: random.pick([
      (text: string) => `-${text}`,
      (text: string) => `\u2212${text}`,
      (text: string) => `(${text})`,
      (text: string) => `${text}-`,
    ]),
    wide: random.below(5) === 0,
  };
}

/** Writes a number the slow way: a figure at a time from the right. */
function writeNumber({ negative, whole, fraction }: Parts, dialect: Dialect): string {
  let grouped = '';
  for (let place = 0; place < whole.length; place++) {
    if (place > 0 && place % 3 === 0) grouped = dialect.group + grouped;
    grouped = whole[whole.length - 1 - place]! + grouped;
  }
  const text = dialect.before + grouped + (fraction && dialect.decimal + fraction) + dialect.after;
  const signed = negative ? dialect.negative(text) : text;
  if (!dialect.wide) return signed;
  return signed.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

interface Parts {
  negative: boolean;
  whole: string;
  fraction: string;
}

test('numbers written in any one way come back digit for digit', () => {
  for (let round = 0; round < 3000; round++) {
    const dialect = toDialect();
    const parts = Array.from({ length: 1 + random.below(20) }, (): Parts => ({
      negative: random.below(4) === 0,
      whole: `${1 + random.below(9)}${digits(random.below(8))}`,
      fraction: digits(random.below(5)),
    }));
    // a million and a half tells what points and commas mean
    parts.push({ negative: false, whole: '1000000', fraction: '5' });
    const values = parts.map((each) => writeNumber(each, dialect));
    const { reading, canonical } = read(values);
    expect(reading.type, JSON.stringify(values)).toBe('DOUBLE');
    expect(canonical, JSON.stringify(values)).toEqual(
      parts.map(
        ({ negative, whole, fraction }) => `${negative ? '-' : ''}${whole}${fraction && `.${fraction}`}`,
      ),
    );
  }
});

test('per cent and ten thousands move the point and keep every digit', () => {
  for (let round = 0; round < 3000; round++) {
    const whole = String(random.below(10 ** (1 + random.below(6))));
    const fraction = digits(1 + random.below(6));
    const scaled = (text: string, places: number) => {
      const figures = BigInt(whole + fraction);
      const scale = fraction.length - places;
      const [value, exponent] = text.split('.') as [string, string | undefined];
      // compared as fractions of whole numbers, so that no double has a part in it
      const found = BigInt(value + (exponent ?? ''));
      const foundScale = exponent?.length ?? 0;
      return (
        found * 10n ** BigInt(Math.max(scale, 0)) ===
        figures * 10n ** BigInt(foundScale + Math.max(-scale, 0))
      );
    };
    const percent = read([`${whole}.${fraction}%`]).canonical[0]!;
    expect(scaled(percent, -2), `${whole}.${fraction}% ${percent}`).toBe(true);
    const thousands = read([`${whole}.${fraction}万`]).canonical[0]!;
    expect(scaled(thousands, 4), `${whole}.${fraction}万 ${thousands}`).toBe(true);
  }
});

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FORMATS: ((date: Date) => string)[] = [
  (date) => date.toISOString().slice(0, 10),
  (date) => `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`,
  (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
  (date) => `${date.getUTCDate()}-${ENGLISH[date.getUTCMonth()]}-${date.getUTCFullYear()}`,
  (date) => date.toUTCString().slice(0, 16),
  ...['en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'pt-PT', 'nl-NL', 'zh-CN', 'ja-JP', 'ko-KR'].flatMap(
    (locale) =>
      (['long', 'full'] as const).map((dateStyle) => {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
        return (date: Date) => format.format(date);
      }),
  ),
];

describe('dates', () => {
  const toDay = () => new Date(Date.UTC(1950 + random.below(120), random.below(12), 1 + random.below(31)));

  test.each(FORMATS.map((format, index) => [format(new Date(Date.UTC(2024, 2, 5))), index] as const))(
    'as %s come back',
    (_, index) => {
      const days = Array.from({ length: 500 }, toDay);
      const { reading, canonical } = read(days.map(FORMATS[index]!));
      expect(reading.type).toBe('DATE');
      expect(canonical).toEqual(days.map((day) => day.toISOString().slice(0, 10)));
    },
  );

  test.each(['en-US', 'en-GB', 'de-DE', 'fr-FR', 'zh-CN'])('and times as %s has them, short', (locale) => {
    const format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone: 'UTC',
    });
    const moments = Array.from({ length: 500 }, () => {
      const seconds = Date.UTC(1970, 0, 1) / 1000 + random.below(98 * 365 * 86_400);
      return new Date(seconds * 1000);
    });
    const { reading, canonical } = read(moments.map((moment) => format.format(moment)));
    expect(reading.type).toBe('TIMESTAMP');
    expect(canonical).toEqual(moments.map((moment) => moment.toISOString().slice(0, 19).replace('T', ' ')));
  });

  test('moments with a zone come back in UTC', () => {
    for (let round = 0; round < 500; round++) {
      const moment = new Date(Math.floor(random.next() * 4e9) * 1000);
      const offset = random.below(27 * 4) - 12 * 4;
      const local = new Date(moment.getTime() + offset * 900_000).toISOString().slice(0, 19);
      const pad = (value: number) => String(value).padStart(2, '0');
      const minutes = Math.abs(offset) * 15;
      const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
      const { reading, canonical } = read([local + zone]);
      expect(reading).toMatchObject({ type: 'TIMESTAMP', zone: 'utc' });
      expect(canonical).toEqual([moment.toISOString().slice(0, 19).replace('T', ' ')]);
    }
  });
});

describe('hostile texts', () => {
  const HOSTILE = [
    `1${' '.repeat(60)}x`,
    `${'1 '.repeat(30)}x`,
    `${'('.repeat(30)}5${')'.repeat(30)}`,
    `${'-'.repeat(63)}5`,
    `1${'0'.repeat(5_000_000)}1`,
    `${'1,'.repeat(2_000_000)}1`,
    `${' '.repeat(5_000_000)}7`,
    `1e${'9'.repeat(50)}`,
    '\ud800',
    '\u202e54321',
    '\u0000',
    '__proto__',
    'constructor',
    '2024-03-05T14:05:09+99:99',
    '0000-00-00',
    '9999-99-99 99:99:99',
    `${'十'.repeat(60)}月`,
    `${'mar '.repeat(16)}`,
    `${'1/'.repeat(32)}`,
    `${':'.repeat(64)}`,
    `=cmd|'/c calc'!A1`,
  ];

  test.each(HOSTILE.map((text) => [text.slice(0, 24), text]))('%j is kept as it is', (_, text) => {
    const { reading, canonical } = read([text]);
    expect(reading).toEqual({ type: 'VARCHAR' });
    expect(canonical[0] === text).toBe(true);
    for (const type of ['BIGINT', 'DOUBLE'] as const) {
      expect(toConverter({ type, decimal: '.', group: ',' })(text)).toBeUndefined();
    }
    for (const type of ['DATE', 'TIMESTAMP'] as const) {
      expect(toConverter({ type, order: 'dmy', year: 2024, month: 'first' })(text)).toBeUndefined();
    }
    expect(toConverter({ type: 'TIME' })(text)).toBeUndefined();
    expect(toConverter({ type: 'BOOLEAN' })(text)).toBeUndefined();
  });
});
