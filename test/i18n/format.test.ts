import { expect, test } from 'vitest';
import { formatFigure } from '../../src/i18n/format';

test('a figure in a sentence keeps its whole part, and no more digits after it than are of use', () => {
  expect(formatFigure(567_025.8)).toBe('567,026');
  expect(formatFigure(-1_051_482.33)).toBe('-1,051,482');
  expect(formatFigure(1234.56)).toBe('1,235');
  expect(formatFigure(999.87)).toBe('999.9');
  expect(formatFigure(0.794_12)).toBe('0.7941');
  expect(formatFigure(14)).toBe('14');
  expect(formatFigure(1.234e-9)).toBe('1.2E-9');
});
