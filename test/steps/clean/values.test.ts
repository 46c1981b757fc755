import { beforeAll, describe, expect, it } from 'vitest';
import type { StepSpec } from '../kitchen';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  kitchen.create(
    'texts',
    `SELECT * FROM (VALUES (1, '  a  b '), (2, 'x\u3000y\u200B\nz'), (3, 'ＡＢ１２　c'), (4, 'o''brien don''t ÉCOLE jean-luc'), (5, ' '), (6, NULL)) AS t(id, x)`,
  );
  kitchen.table(
    'n(id, k, v)',
    `(1, 'a', 10), (2, 'a', NULL), (3, 'b', 7), (4, 'a', 40), (5, 'b', NULL), (6, 'a', NULL)`,
  );
  kitchen.table('few(a, b, c)', `(1, 'x', NULL), (NULL, ' ', NULL), (3, NULL, NULL), (4, 'y', NULL)`);
}, 60_000);

/** The values of a column after a step; the second unless another is named. */
async function after(table: string, step: StepSpec, column?: string) {
  const { rows, columns } = await kitchen.run(table, [step]);
  const at = column === undefined ? 1 : columns.findIndex(({ name }) => name === column);
  return rows.map((row) => row[at]);
}
const problem = async (table: string, step: StepSpec) => (await kitchen.compile(table, [step])).problem;

describe('tidy', () => {
  const tidy = (settings: object) => after('texts', { step: 'tidy', columns: ['x'], ...settings });
  const nothing = { trim: false, inner: false, lines: false, invisible: false };

  it('takes away blanks and what cannot be seen', async () => {
    expect(await tidy({})).toEqual(['a b', 'x y z', 'ＡＢ１２ c', "o'brien don't ÉCOLE jean-luc", '', null]);
  });

  it('does only what it is told', async () => {
    expect((await tidy(nothing)).slice(0, 2)).toEqual(['  a  b ', 'x\u3000y\u200B\nz']);
    expect((await tidy({ ...nothing, trim: true })).slice(0, 2)).toEqual(['a  b', 'x\u3000y\u200B\nz']);
    expect((await tidy({ ...nothing, inner: true })).slice(0, 2)).toEqual([' a b ', 'x y\u200B\nz']);
    expect((await tidy({ ...nothing, lines: true }))[1]).toBe('x\u3000y\u200B z');
    expect((await tidy({ ...nothing, invisible: true }))[1]).toBe('x\u3000y\nz');
  });

  it('changes case, width and accents', async () => {
    expect((await tidy({ case: 'title' }))[3]).toBe("O'Brien Don't École Jean-Luc");
    expect((await tidy({ case: 'sentence' }))[3]).toBe("O'brien don't école jean-luc");
    expect((await tidy({ case: 'upper', accents: true }))[3]).toBe("O'BRIEN DON'T ECOLE JEAN-LUC");
    expect((await tidy({ width: 'half' }))[2]).toBe('AB12 c');
    expect((await tidy({ width: 'full' }))[0]).toBe('ａ　ｂ');
    expect((await tidy({ empty: true }))[4]).toBe(null);
  });

  it('changes nothing the second time', async () => {
    const step = { step: 'tidy', columns: ['x'], case: 'title', width: 'half', accents: true };
    expect((await kitchen.run('texts', [step, step])).rows).toEqual(
      (await kitchen.run('texts', [step])).rows,
    );
  });
});

describe('replace', () => {
  it('replaces a part, a whole value, or what a pattern finds', async () => {
    kitchen.table('r(id, x, y)', `(1, 'a.b.C', 5), (2, 'A.B', 6), (3, NULL, NULL)`);
    const x = (settings: object) => after('r', { step: 'replace', columns: ['x'], ...settings } as StepSpec);
    expect(await x({ find: '.b', with: '\\1' })).toEqual(['a\\1.C', 'A.B', null]);
    expect(await x({ find: '.b', with: '\\1', anyCase: true })).toEqual(['a\\1.C', 'A\\1', null]);
    expect(await x({ how: 'pattern', find: '([a-z])\\.', with: '\\1-' })).toEqual(['a-b-C', 'A.B', null]);
    expect(await x({ how: 'whole', find: 'a.b', with: 'z' })).toEqual(['a.b.C', 'A.B', null]);
    expect(await x({ how: 'whole', find: 'a.b', with: 'z', anyCase: true })).toEqual(['a.b.C', 'z', null]);
    expect(await x({ how: 'whole', find: 'A.B', clear: true })).toEqual(['a.b.C', null, null]);
    const y = { step: 'replace', columns: ['y'], how: 'whole', find: '5', with: '50' };
    expect(await after('r', y, 'y')).toEqual([50, 6, null]);
    expect(await problem('r', { ...y, with: 'x' })).toMatchObject({ code: 'step-value' });
    expect(await problem('r', { ...y, how: 'part' })).toMatchObject({ code: 'step-family' });
  });
});

describe('map', () => {
  it('maps by a list, and does with the others what it is told', async () => {
    const pairs = [
      { from: 'a', to: 'Anna' },
      { from: ' B', to: '' },
    ];
    const map = (settings: object) =>
      after('n', { step: 'map', column: 'k', pairs, ...settings } as StepSpec);
    expect(await map({})).toEqual(['Anna', 'Anna', 'b', 'Anna', 'b', 'Anna']);
    expect(await map({ loose: true })).toEqual(['Anna', 'Anna', null, 'Anna', null, 'Anna']);
    expect(await map({ others: 'clear' })).toEqual(['Anna', 'Anna', null, 'Anna', null, 'Anna']);
    expect(await map({ others: 'value', other: '?' })).toEqual(['Anna', 'Anna', '?', 'Anna', '?', 'Anna']);
  });

  it('leaves what is missing missing, and keeps the type where all fits it', async () => {
    const step = { step: 'map', column: 'v', pairs: [{ from: '10', to: '1' }], others: 'value', other: '0' };
    const { columns, rows } = await kitchen.run('n', [step]);
    expect(columns[2]!.type).toBe('INTEGER');
    expect(rows.map((row) => row[2])).toEqual([1, null, 0, 0, null, null]);
    const texts = await kitchen.run('n', [{ ...step, other: 'many', name: 'w' }]);
    expect(texts.columns[3]).toEqual({ name: 'w', type: 'VARCHAR' });
    expect(texts.rows.map((row) => row[3])).toEqual(['1', null, 'many', 'many', null, null]);
  });

  it('maps by two columns of another table, which must say one thing of each value', async () => {
    kitchen.table('codes(code, name)', `('7', 'seven'), ('10', 'ten'), ('10', 'ten'), (NULL, 'none')`);
    const step = { step: 'map', column: 'v', by: 'table', table: 'codes', key: 'code', into: 'name' };
    expect(await after('n', step, 'v')).toEqual(['ten', null, 'seven', '40', null, null]);
    kitchen.table('codes(code, name)', `('7', 'seven'), ('7', 'VII')`);
    expect(await problem('n', step)).toMatchObject({ params: { why: 'pair-twice', value: '7' } });
  });

  it('refuses a list that says two things of a value', async () => {
    const pairs = [
      { from: 'a', to: '1' },
      { from: 'a', to: '2' },
    ];
    expect(await problem('n', { step: 'map', column: 'k', pairs })).toMatchObject({
      params: { why: 'pair-twice' },
    });
  });
});

describe('units', () => {
  it('multiplies and adds', async () => {
    const step = { step: 'units', columns: ['v'], factor: 1.8, offset: 32 };
    expect(await after('n', step, 'v')).toEqual([50, null, 44.6, 104, null, null]);
    expect((await kitchen.run('n', [{ ...step, name: 'f' }])).rows[0]).toEqual([1, 'a', 10, 50]);
  });

  it('takes the rate of each row, and stops at a unit that has none', async () => {
    const step = {
      step: 'units',
      columns: ['v'],
      by: 'unit',
      unit: 'k',
      rates: [{ unit: 'A', factor: 7.1 }],
    };
    expect(await problem('n', step)).toMatchObject({ params: { why: 'no-rate', value: 'b' } });
    expect(await after('n', { ...step, others: 'clear' }, 'v')).toEqual([71, null, null, 284, null, null]);
    const both = { ...step, rates: [...step.rates, { unit: 'b', factor: 1 }] };
    expect(await after('n', both, 'v')).toEqual([71, null, 7, 284, null, null]);
  });
});

describe('dropMissing', () => {
  const rows = async (settings: object) =>
    (await kitchen.run('few', [{ step: 'dropMissing', ...settings }])).rows.map(([a]) => a);

  it('drops rows where any or all of some columns are missing', async () => {
    expect(await rows({ columns: ['a', 'b'] })).toEqual([1, 4]);
    expect(await rows({ columns: ['a', 'b'], where: 'all' })).toEqual([1, 3, 4]);
    expect(await rows({ columns: ['a', 'b'], where: 'all', blank: false })).toEqual([1, null, 3, 4]);
    expect(await rows({})).toEqual([]);
  });

  it('drops columns of which more is missing than a share', async () => {
    const names = async (share: number) => {
      const { columns } = await kitchen.run('few', [{ step: 'dropMissing', what: 'columns', share }]);
      return columns.map(({ name }) => name);
    };
    expect(await names(50)).toEqual(['a', 'b']);
    expect(await names(25)).toEqual(['a']);
    expect(await names(100)).toEqual(['a', 'b', 'c']);
    kitchen.table('none(a, b)', `(NULL, '')`);
    const { links, rows: kept } = await kitchen.run('none', [{ step: 'dropMissing', what: 'columns' }]);
    expect(kept).toEqual([[null, '']]);
    expect(links[0]!.made!.notes).toMatchObject([{ why: 'all-dropped' }]);
  });
});

describe('fill with a line', () => {
  it('lies between the neighbours that are there, and goes no further', async () => {
    kitchen.table('l(day, v)', `(1, NULL), (2, 10), (3, NULL), (6, 30), (4, NULL), (9, NULL)`);
    const fill = (settings: object) =>
      after('l', { step: 'fill', columns: ['v'], with: 'line', ...settings } as StepSpec, 'v');
    expect(await fill({})).toEqual([null, 10, 20, 30, null, null]);
    expect(await fill({ order: [{ column: 'day' }] })).toEqual([null, 10, 15, 30, 20, null]);
    expect(await fill({ order: [{ column: 'day', direction: 'down' }] })).toEqual([
      null,
      10,
      15,
      30,
      20,
      null,
    ]);
  });

  it('keeps to its group, and takes numbers only', async () => {
    const step = { step: 'fill', columns: ['v'], with: 'line', by: ['k'] };
    expect(await after('n', step, 'v')).toEqual([10, 25, 7, 40, null, null]);
    expect(await problem('n', { ...step, columns: ['k'] })).toMatchObject({ code: 'step-family' });
  });
});

describe('outliers', () => {
  beforeAll(() => {
    kitchen.create(
      'o',
      `SELECT range::INTEGER AS id, CASE range WHEN 20 THEN 1000 WHEN 21 THEN NULL ELSE range END::INTEGER AS v,
         CASE range WHEN 20 THEN 'nan'::DOUBLE WHEN 3 THEN 'inf'::DOUBLE ELSE range END AS d, range % 2 AS k FROM range(22)`,
    );
  });
  const marked = async (settings: object) => {
    const { rows } = await kitchen.run('o', [{ step: 'outliers', columns: ['v'], ...settings }]);
    return rows.filter((row) => row.at(-1) === true).map(([id]) => id);
  };

  it('marks them by each of its ways, and never what is missing', async () => {
    for (const find of ['iqr', 'z', 'mad']) expect(await marked({ find })).toEqual([20]);
    expect(await marked({ find: 'percent', percent: 5 })).toEqual([0, 20]);
    expect(await marked({ find: 'hand', least: 2 })).toEqual([0, 1]);
    expect(await marked({ find: 'iqr', by: ['k'] })).toEqual([20]);
    expect(await marked({ find: 'iqr', times: 1000 })).toEqual([]);
  });

  it('takes infinity for one, and lets it not move the limits', async () => {
    expect(await marked({ columns: ['d'], find: 'z' })).toEqual([3, 20]);
  });

  it('draws in, clears or drops', async () => {
    const step = { step: 'outliers', columns: ['v'], find: 'hand', least: 1.5, most: 18.5 };
    const v = async (what: string) => (await after('o', { ...step, do: what } as StepSpec, 'v')) as unknown[];
    expect((await v('cap')).slice(0, 3).concat((await v('cap')).slice(18))).toEqual([
      2,
      2,
      2,
      18,
      18,
      18,
      null,
    ]);
    expect((await v('clear')).filter((value) => value === null)).toHaveLength(5);
    expect(await v('drop')).toEqual([...Array.from({ length: 17 }, (_, at) => at + 2), null]);
  });

  it('says what cannot be', async () => {
    const step = { step: 'outliers', columns: ['v'] };
    expect(await problem('o', { ...step, by: ['v'] })).toMatchObject({ params: { why: 'group-itself' } });
    expect(await problem('o', { ...step, find: 'hand' })).toMatchObject({ params: { why: 'no-limit' } });
    expect(await problem('o', { ...step, find: 'hand', least: 2, most: 1 })).toMatchObject({
      params: { why: 'limits-crossed' },
    });
  });
});
