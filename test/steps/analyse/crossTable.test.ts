import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

// R's HairEyeColor (Snee, The American Statistician 28, 1974), men and women together
const HAIR: Record<string, readonly number[]> = {
  Black: [68, 20, 15, 5],
  Brown: [119, 84, 54, 29],
  Red: [26, 17, 14, 14],
  Blond: [7, 94, 10, 16],
};
const EYES = ['Brown', 'Blue', 'Hazel', 'Green'];

describe('crossing two columns', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const cells = Object.entries(HAIR).flatMap(([hair, counts]) =>
      counts.map((count, at) => `('${hair}', '${EYES[at]}', ${count})`),
    );
    kitchen.create(
      'people',
      `SELECT hair, eyes FROM (VALUES ${cells.join(', ')}) AS t(hair, eyes, n), range(n) UNION ALL SELECT NULL, 'Blue'`,
    );
    kitchen.table(
      'tea(guess, truth)',
      [
        ...Array(3).fill("('milk', 'milk')"),
        "('milk', 'tea')",
        "('tea', 'milk')",
        ...Array(3).fill("('tea', 'tea')"),
      ].join(', '),
    );
    kitchen.table(
      'levels(a, b)',
      "('10', 'x'), ('9', 'TOTAL'), ('9', 'x'), ('b', ''), ('10', 'A'), ('b', 'a')",
    );
  }, 60_000);

  const cross = async (from: string, settings: Record<string, unknown>) => {
    const { rows, columns, links } = await kitchen.run(from, [{ step: 'crossTable', ...settings }]);
    const tests = kitchen.rows(`SELECT * FROM ${links[0]!.tables!.tests!.table}`);
    return { rows, names: columns.map(({ name }) => name), tests, notes: links[0]!.made!.notes! };
  };

  // R 4.2: chisq.test(margin.table(HairEyeColor, c(1, 2))), $stdres; Cramér's V and G from their definitions
  it('has the counts, residuals and tests that R has, and says what stands out', async () => {
    const { rows, names, tests, notes } = await cross('people', { down: 'hair', across: 'eyes' });
    expect(names).toEqual([
      'row',
      'column',
      'count',
      'expected',
      'share_of_row',
      'share_of_column',
      'residual',
    ]);
    const blond = rows.find(([hair, eyes]) => hair === 'Blond' && eyes === 'Blue')!;
    expect(blond.slice(2)).toEqual([
      94,
      expect.closeTo((127 * 215) / 592, 12),
      expect.closeTo(94 / 127, 14),
      expect.closeTo(94 / 215, 14),
      expect.closeTo(9.967550121154481, 11),
    ]);
    expect(tests[0]!.slice(0, 4)).toEqual([
      'chi-square',
      expect.closeTo(138.289841626008, 10),
      9,
      expect.closeTo(2.32528678709881e-25, 36),
    ]);
    expect(tests[1]!.slice(0, 2)).toEqual(['G (likelihood ratio)', expect.closeTo(146.443578464516, 10)]);
    expect(tests[2]!.slice(0, 2)).toEqual(['Cramér V', expect.closeTo(0.279044623342658, 13)]);
    expect(notes).toEqual([
      {
        why: 'cross-related',
        params: expect.objectContaining({ downValue: 'Blond', acrossValue: 'Blue', count: 94 }),
      },
      { why: 'left-out-missing', params: { count: 1, of: 593 } },
    ]);
  });

  // R 4.2: fisher.test(matrix(c(3, 1, 1, 3), 2)), whose search for odds stops at four digits; chisq.test with and without correction
  it('takes Fisher’s exact test where few are expected, and says so', async () => {
    const { tests, notes } = await cross('tea', { down: 'guess', across: 'truth' });
    const found = Object.fromEntries(tests.map(([test, ...rest]) => [test, rest]));
    expect(found['Fisher exact']![2]).toBeCloseTo(0.485714285714286, 13);
    expect(found['chi-square']![2]).toBeCloseTo(0.157299207050284, 13);
    expect(found['chi-square, Yates']![2]).toBeCloseTo(0.479500122186953, 13);
    expect(found['odds ratio']![0]).toBeCloseTo(6.4083, 4);
    expect(found['odds ratio']![3]).toBeCloseTo(0.2117329, 5);
    expect(notes).toEqual([
      { why: 'cross-unrelated', params: { down: 'guess', across: 'truth', p: expect.closeTo(0.4857, 4) } },
      { why: 'cross-expected-exact', params: { share: 100, least: 2, draws: 0 } },
    ]);
  });

  it('gives a table of two sides, numbers by size, every name once', async () => {
    const { rows, names } = await cross('levels', { down: 'a', across: 'b', shape: 'wide' });
    expect(names).toEqual(['a', 'empty', 'A_2', 'TOTAL', 'a_3', 'x', 'total_2']);
    expect(rows).toEqual([
      ['9', 0, 0, 1, 0, 1, 2],
      ['10', 0, 1, 0, 0, 1, 2],
      ['b', 1, 0, 0, 1, 0, 2],
    ]);
  });

  it('refuses a column of one value, and the same column twice', async () => {
    const problem = async (steps: Record<string, unknown>, before: readonly { step: string }[] = []) =>
      (await kitchen.compile('tea', [...before, { step: 'crossTable', ...steps }])).problem?.params;
    const filter = { step: 'filter', conditions: [{ column: 'truth', test: 'is', value: 'tea' }] };
    expect(await problem({ down: 'guess', across: 'truth' }, [filter])).toMatchObject({
      why: 'cross-one-value',
      column: 'truth',
    });
    expect(await problem({ down: 'guess', across: 'guess' })).toMatchObject({ why: 'two-columns' });
  });
});
