import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../random';
import { readText } from './readText';

const corpora = process.env['QUIRE_CORPORA'] ?? path.resolve('../shared/corpora');
const spectrum = path.join(corpora, 'csv-spectrum');

interface Style {
  delimiter: string;
  quote: string;
  escape: string;
  lineEnd: string;
  /** The last line is ended too. */
  ended: boolean;
}

function write(table: (string | null)[][], { delimiter, quote, escape, lineEnd, ended }: Style): string {
  const toField = (value: string | null) => {
    if (value === null) return '';
    const special = [...delimiter, quote, escape, '\n', '\r', '#'].some((mark) => value.includes(mark));
    if (value !== '' && value.trim() === value && !special) return value;
    const escaped = escape === quote ? value : value.replaceAll(escape, escape + escape);
    return quote + escaped.replaceAll(quote, escape + quote) + quote;
  };
  const text = table.map((row) => row.map(toField).join(delimiter)).join(lineEnd);
  return ended ? text + lineEnd : text;
}

describe('random tables in random dialects come back equal, value for value', () => {
  const bits = [
    'a',
    'Zoë',
    '北京',
    ' ',
    ',',
    ';',
    '\t',
    '|',
    '"',
    "'",
    '\\',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '#',
    '12',
    '.',
  ];

  test('hostile values, told the dialect', () => {
    const random = createRandom(3);
    for (let round = 0; round < 1500; round++) {
      const quote = random.pick(['"', "'"]);
      const style: Style = {
        delimiter: random.pick([',', '\t', ';', '|', '||', '¦', ', ', '\u0001']),
        quote,
        escape: random.pick([quote, quote, '\\']),
        lineEnd: random.pick(['\n', '\r\n', '\r']),
        ended: random.next() < 0.8,
      };
      const width = 2 + random.below(5);
      const value = () =>
        random.next() < 0.1
          ? null
          : Array.from({ length: random.below(6) }, () => random.pick(bits)).join('');
      const rows = Array.from({ length: 1 + random.below(12) }, () => [
        `k${random.below(1000)}`,
        ...Array.from({ length: width - 1 }, value),
      ]);
      const names = Array.from({ length: width }, (_, k) => `name${k}`);
      const text = write([names, ...rows], style);
      const given = { ...style, header: true, skip: 0, footer: 0, units: 0, comment: '' };
      const read = readText(text, given, 1 + random.below(40));
      expect({ text, rows: read.rows }).toEqual({ text, rows });
    }
  });

  test('values as people have them, told nothing', () => {
    const random = createRandom(5);
    const words = [
      'tea',
      'green tea',
      'Zoë',
      '北京',
      'a, b',
      'x; y',
      'say "hi"',
      'two\nlines',
      "it's",
      '7|8',
      'v. 2',
    ];
    for (let round = 0; round < 400; round++) {
      const style: Style = {
        delimiter: random.pick([',', '\t', ';', '|']),
        quote: '"',
        escape: '"',
        lineEnd: random.pick(['\n', '\r\n', '\r']),
        ended: random.next() < 0.8,
      };
      const makers = [
        () => random.pick(words),
        () => (random.next() < 0.2 ? null : random.pick(words)),
        () => (random.next() < 0.1 ? '' : `${random.below(500)}.${random.below(90) + 10}`),
        () => `00${random.below(900) + 100}`,
      ];
      const columns = Array.from({ length: 1 + random.below(4) }, () => random.pick(makers));
      const rows = Array.from({ length: 4 + random.below(30) }, (_, k) => [
        String(k + 1),
        `2024-0${1 + random.below(9)}-1${random.below(10)}`,
        ...columns.map((make) => make()),
      ]);
      const names = ['id', 'day', ...columns.map((_, k) => `name ${k}`)];
      const text = write([names, ...rows], style);
      const read = readText(text, {}, 1 + random.below(90));
      expect({ text, names: read.layout.names, rows: read.rows }).toEqual({ text, names, rows });
    }
  });
});

describe.skipIf(!existsSync(spectrum))(`csv-spectrum, in ${spectrum}`, () => {
  const cases = existsSync(spectrum) ? readdirSync(path.join(spectrum, 'json')) : [];

  test.each(cases)('%s', (file) => {
    const right = JSON.parse(readFileSync(path.join(spectrum, 'json', file), 'utf8'));
    const stored = readFileSync(path.join(spectrum, 'csvs', file.replace('.json', '.csv')), 'utf8');
    // a checkout may have lost the line ends that the name speaks of
    const text = file.includes('_crlf') ? stored.replaceAll(/\r?\n/g, '\r\n') : stored;
    const { layout, rows } = readText(text);
    expect(layout.header).toBe(1);
    expect(
      rows.map((row) => Object.fromEntries(row.map((field, k) => [layout.names[k], field ?? '']))),
    ).toEqual(right);
  });
});
