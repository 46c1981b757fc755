import type { FitOptions } from './fit';

/** Measures texts in the grid's fonts without touching the layout. */
export function createMeasure(): FitOptions {
  const root = getComputedStyle(document.documentElement);
  const font = root.getPropertyValue('--font').trim() || 'sans-serif';
  const size = root.getPropertyValue('--text-sm').trim() || '12px';
  return { measureName: createRuler(`550 ${size} ${font}`), measureCell: createRuler(`400 ${size} ${font}`) };
}

function createRuler(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  context.font = font;
  return (text) => context.measureText(text).width;
}
