import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { toLiveChart, toLiveColumn } from '../../../src/app/report/live';
import type { Rendered, Spot } from '../../../src/charts/render/render';
import { MOST_LIVE_MARKS } from '../../../src/export/report/liveLimits';

const shown = (texts: readonly string[]) => ({
  name: 'c',
  isRight: false,
  texts,
  ranks: texts.map((_, row) => (texts[row] === 'missing' ? undefined : row)),
});

describe('a column of an interactive page', () => {
  it('says what a CSV has only where that is something else', () => {
    const text = { name: 'c', type: 'VARCHAR' };
    expect(toLiveColumn(text, shown(['a', 'missing']), ['a', null])).toEqual({
      name: 'c',
      kind: 'text',
      look: '',
      texts: ['a', 'missing'],
      ranks: [0, null],
    });
    const number = toLiveColumn({ name: 'c', type: 'DOUBLE' }, shown(['1,200.50']), [1200.5]);
    expect(number).toMatchObject({ kind: 'number', raw: ['1200.5'] });
  });

  it('marks text that a spreadsheet would compute, and no number', () => {
    const texts = ['=1+1', '-5', '@a'];
    expect(toLiveColumn({ name: 'c', type: 'VARCHAR' }, shown(texts), texts).raw).toEqual([
      "'=1+1",
      '-5',
      "'@a",
    ]);
  });
});

describe('a chart of an interactive page', () => {
  const toSpot = (x: number, text: string, color: string): Spot => ({
    x,
    y: 10.04,
    w: 2,
    h: 3,
    datum: {},
    lines: () => [{ slot: 'y', name: 'amount', text, color }],
  });
  const toRendered = (spots: readonly Spot[], svg = '<svg></svg>') =>
    ({ spots, svg: parseHTML(svg).document.querySelector('svg')! }) as unknown as Rendered;

  it('says each text and each pair of colours once, and where keys go', () => {
    const light = toRendered([toSpot(0, '5', '#111'), toSpot(20, '5', '#111'), toSpot(40, '6', '#111')]);
    const dark = toRendered([toSpot(0, '5', '#eee'), toSpot(20, '5', '#eee'), toSpot(40, '6', '#eee')]);
    const chart = toLiveChart(light, dark, false)!;
    expect(chart.colors).toEqual([['#111', '#eee']]);
    expect(chart.says).toEqual([[['amount', '5', 0]], [['amount', '6', 0]]]);
    expect(chart.marks.map(({ say, to }) => [say, to])).toEqual([
      [0, [2, 1, 0, 0]],
      [0, [0, 2, 1, 1]],
      [1, [1, 0, 2, 2]],
    ]);
    expect(chart.marks[0]).toMatchObject({ x: 0, y: 10, w: 2, h: 3 });
  });

  it('of marks that are no rectangles it knows their paths', () => {
    const rendered = toRendered([], '<svg><path d="M0,0"/><path d="M1,1"/></svg>');
    const shape = rendered.svg.querySelectorAll('path')[1] as unknown as SVGElement;
    const spots = [{ ...toSpot(0, '5', '#111'), shape, contains: () => true, tip: { dx: 1, dy: 2 } }];
    expect(toLiveChart({ ...rendered, spots }, undefined, false)!.marks[0]).toMatchObject({
      path: 1,
      tip: [1, 12],
    });
  });

  it('of too many marks it stays a picture', () => {
    const spots = Array.from({ length: MOST_LIVE_MARKS + 1 }, (_, at) => toSpot(at, '1', '#111'));
    expect(toLiveChart(toRendered(spots), undefined, false)).toBeUndefined();
    expect(toLiveChart(toRendered([]), undefined, true)).toBeUndefined();
  });
});
