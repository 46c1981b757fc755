import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/analytics/core/random';
import type { Tile } from '../../src/workbook/tiles';
import {
  checkTiles,
  collide,
  COLUMNS,
  findPlace,
  moveTile,
  settle,
  sizeTile,
  stepTile,
  toReadingOrder,
} from '../../src/workbook/tiles';

/** `a 0 0 6 8, b 6 0 6 8` */
const read = (text: string): Tile[] =>
  text.split(', ').map((part) => {
    const [cell, x, y, w, h] = part.split(' ');
    return { cell: cell!, x: Number(x), y: Number(y), w: Number(w), h: Number(h) };
  });
const write = (tiles: readonly Tile[]) =>
  tiles.map(({ cell, x, y, w, h }) => [cell, x, y, w, h].join(' ')).join(', ');
const order = (tiles: readonly Tile[]) =>
  toReadingOrder(tiles)
    .map(({ cell }) => cell)
    .join('');

const pair = read('a 0 0 6 8, b 6 0 6 8');
const column = read('a 0 0 6 8, b 0 8 6 4, c 0 12 6 4');

describe('tiles on a grid', () => {
  it('rise as far as they can, and none stands upon another', () => {
    expect(write(settle(read('a 0 3 6 2, b 0 9 6 2, c 6 1 6 2, d 4 20 4 1')))).toBe(
      'a 0 0 6 2, b 0 2 6 2, c 6 0 6 2, d 4 4 4 1',
    );
    expect(write(settle(read('a 0 0 6 8, b 2 3 6 4, c 0 0 12 1')))).toBe('a 0 0 6 8, b 2 8 6 4, c 0 12 12 1');
  });

  it('are read from the top, and in a row from the left', () => {
    expect(order(read('a 6 0 6 8, b 0 0 6 4, c 0 4 6 4, d 0 8 12 2'))).toBe('bacd');
  });

  it('one that is drawn half over its neighbour changes places with it, and does not move it before', () => {
    for (const x of [4, 5, 6]) expect(write(moveTile(pair, 'a', { x, y: 0 }))).toBe('a 6 0 6 8, b 0 0 6 8');
    for (const x of [1, 2, 3]) expect(moveTile(pair, 'a', { x, y: 1 })).toBe(pair);
    expect(write(moveTile(pair, 'b', { x: 2, y: 0 }))).toBe('a 6 0 6 8, b 0 0 6 8');
    const four = read('a 0 0 3 4, b 3 0 3 4, c 6 0 3 4, d 9 0 3 4');
    expect(moveTile(four, 'a', { x: 1, y: 0 })).toBe(four);
    expect(order(moveTile(four, 'a', { x: 2, y: 0 }))).toBe('bacd');
    expect(order(moveTile(four, 'a', { x: 5, y: 0 }))).toBe('bcad');
    expect(order(moveTile(four, 'a', { x: 9, y: 0 }))).toBe('bcda');
    expect(order(moveTile(four, 'd', { x: 0, y: 0 }))).toBe('dabc');
    expect(write(moveTile(read('a 0 0 3 4, b 8 0 4 4'), 'a', { x: 6, y: 0 }))).toBe('a 5 0 3 4, b 8 0 4 4');
  });

  it('one that is drawn down beside another stands there, where there is room', () => {
    expect(write(moveTile(read('a 0 0 12 4, b 0 4 6 8'), 'a', { x: 0, y: 9 }))).toBe('a 0 8 12 4, b 0 0 6 8');
    expect(write(moveTile(read('a 0 0 6 4, b 0 4 6 8'), 'a', { x: 6, y: 5 }))).toBe('a 6 0 6 4, b 0 0 6 8');
  });

  it('one that is drawn down goes below another when it covers half of it, and one that is drawn up goes above', () => {
    expect(write(moveTile(column, 'a', { x: 0, y: 1 }))).toBe(write(column));
    expect(order(moveTile(column, 'a', { x: 0, y: 3 }))).toBe('bac');
    expect(order(moveTile(column, 'a', { x: 0, y: 7 }))).toBe('bca');
    expect(order(moveTile(column, 'c', { x: 0, y: 10 }))).toBe('abc');
    expect(order(moveTile(column, 'c', { x: 0, y: 9 }))).toBe('acb');
    expect(write(moveTile(column, 'c', { x: 0, y: 0 }))).toBe('a 0 4 6 8, b 0 12 6 4, c 0 0 6 4');
  });

  it('stays within the columns', () => {
    expect(write(moveTile(read('a 0 0 6 8'), 'a', { x: 99, y: -5 }))).toBe('a 6 0 6 8');
    expect(write(sizeTile(read('a 8 0 4 8'), 'a', { w: 99, h: 0 }))).toBe('a 8 0 4 1');
    expect(write(sizeTile(read('a 8 0 4 8'), 'a', { w: 0, h: 999 }))).toBe('a 8 0 2 60');
  });

  it('a tile that grows pushes what is beside it down', () => {
    expect(write(sizeTile(pair, 'a', { w: 8 }))).toBe('a 0 0 8 8, b 6 8 6 8');
    expect(write(sizeTile(column, 'a', { h: 10 }))).toBe('a 0 0 6 10, b 0 10 6 4, c 0 14 6 4');
    expect(write(sizeTile(column, 'a', { h: 2 }))).toBe('a 0 0 6 2, b 0 2 6 4, c 0 6 6 4');
  });

  it('keys step into free columns one by one, and past what stands next', () => {
    expect(write(stepTile(read('a 0 0 6 8'), 'a', 'right'))).toBe('a 1 0 6 8');
    expect(write(stepTile(read('a 0 0 4 8, b 4 0 8 8'), 'a', 'right'))).toBe('a 8 0 4 8, b 0 0 8 8');
    expect(write(stepTile(read('a 0 0 4 8, b 4 0 8 8'), 'b', 'left'))).toBe('a 8 0 4 8, b 0 0 8 8');
    expect(write(stepTile(read('a 0 0 4 8, b 4 0 8 4, c 4 4 8 4'), 'a', 'right'))).toBe(
      'a 8 0 4 8, b 0 0 8 4, c 0 4 8 4',
    );
    expect(stepTile(pair, 'a', 'left')).toBe(pair);
  });

  it('keys step past the row above or below', () => {
    expect(order(stepTile(column, 'a', 'down'))).toBe('bac');
    expect(order(stepTile(column, 'c', 'up'))).toBe('acb');
    expect(stepTile(column, 'a', 'up')).toBe(column);
    expect(stepTile(column, 'c', 'down')).toBe(column);
    const head = read('t 0 0 12 2, a 0 2 6 8, b 6 2 6 8');
    expect(write(stepTile(head, 't', 'down'))).toBe('t 0 8 12 2, a 0 0 6 8, b 6 0 6 8');
    expect(write(stepTile(head, 'b', 'up'))).toBe('t 0 8 12 2, a 0 0 6 8, b 6 0 6 8');
  });

  it('what does not change stays the same, so that nothing is to be undone', () => {
    expect(moveTile(pair, 'a', { x: 0, y: 0 })).toBe(pair);
    expect(moveTile(pair, 'x', { x: 3, y: 0 })).toBe(pair);
    expect(moveTile(pair, 'a', { x: 0, y: 2 })).toBe(pair);
    expect(sizeTile(pair, 'a', { w: 6 })).toBe(pair);
    expect(moveTile(column, 'c', { x: 6, y: 0 })[0]).toBe(column[0]);
  });

  it('a new one stands beside the last where there is room, else below all', () => {
    expect(findPlace([], { w: 6, h: 9 })).toEqual({ x: 0, y: 0, w: 6, h: 9 });
    expect(findPlace(read('a 0 0 12 2, b 0 2 6 8'), { w: 6, h: 9 })).toEqual({ x: 6, y: 2, w: 6, h: 9 });
    expect(findPlace(pair, { w: 3, h: 4 })).toEqual({ x: 0, y: 8, w: 3, h: 4 });
    expect(findPlace(read('a 0 0 4 4, b 4 0 8 9, c 0 4 4 2'), { w: 6, h: 4 })).toEqual({
      x: 0,
      y: 9,
      w: 6,
      h: 4,
    });
  });

  it('those from elsewhere are put in order', () => {
    expect(write(checkTiles(read('a -3 1e9 40 0.2, b 11 0 4 5, c 11 0 4 -1')))).toBe(
      'b 8 0 4 5, c 8 5 4 1, a 0 6 12 1',
    );
    const many = Array.from({ length: 500 }, (_, at) => ({ cell: `t${at}`, x: 0, y: 1e9, w: 12, h: 60 }));
    expect(checkTiles(many).at(-1)!.y).toBe(499 * 60);
  });

  it('whatever is done, none lies upon another, and none could rise', () => {
    const { below } = createRandom(7);
    let tiles: readonly Tile[] = checkTiles(
      Array.from({ length: 12 }, (_, at) => ({
        cell: `t${at}`,
        x: below(12),
        y: below(40),
        w: 2 + below(8),
        h: 1 + below(9),
      })),
    );
    for (let turn = 0; turn < 2000; turn++) {
      const { cell } = tiles[below(tiles.length)]!;
      const before = tiles;
      if (turn % 3 === 0) tiles = moveTile(tiles, cell, { x: below(14) - 1, y: below(60) });
      else if (turn % 3 === 1) tiles = sizeTile(tiles, cell, { w: 1 + below(12), h: 1 + below(12) });
      else tiles = stepTile(tiles, cell, (['left', 'right', 'up', 'down'] as const)[below(4)]!);
      const wrong = tiles.filter((tile) => {
        const others = tiles.filter((other) => other !== tile);
        const isUpon = (place: Tile) => others.some((other) => collide(other, place));
        const isWithin = tile.x >= 0 && tile.x + tile.w <= COLUMNS && tile.y >= 0;
        return !isWithin || isUpon(tile) || (tile.y > 0 && !isUpon({ ...tile, y: tile.y - 1 }));
      });
      expect(wrong, `${write(before)} → ${write(tiles)}`).toEqual([]);
      expect(tiles.map((tile) => tile.cell)).toEqual(before.map((tile) => tile.cell));
    }
  });
});
