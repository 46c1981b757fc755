import { expect, test } from 'vitest';
import { paintLine } from '../../../src/ui/editor/paint';
import { toPieces } from '../../../src/ui/editor/pieces';

const line = 'select totl from t';

test('the pieces of a line are the line', () => {
  const pieces = toPieces(line, paintLine(line).strokes, [{ from: 9, to: 14 }], 0);
  expect(pieces.map(({ text }) => text).join('')).toBe(line);
});

test('only what a marker covers is underlined, counted from the start of the text', () => {
  const start = 100;
  const pieces = toPieces(line, paintLine(line).strokes, [{ from: start + 7, to: start + 11 }], start);
  expect(pieces.filter(({ isWrong }) => isWrong)).toEqual([{ text: 'totl', paint: 'name', isWrong: true }]);
});

test('a marker of another line leaves this one alone', () => {
  const pieces = toPieces(line, paintLine(line).strokes, [{ from: 0, to: 5 }], 100);
  expect(pieces.some(({ isWrong }) => isWrong)).toBe(false);
});

test('a line of a hundred thousand words is cut', () => {
  const line = Array.from({ length: 100_000 }, (_, n) => `a${n} +`).join(' ');
  const { strokes } = paintLine(line);
  const pieces = toPieces(line, strokes, [], 0);
  expect(pieces.map(({ text }) => text).join('')).toBe(line);
  expect(pieces.at(-1)).toEqual({ text: '+', paint: 'operator', isWrong: false });
});
