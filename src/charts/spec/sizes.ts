import type { DrawContext } from './chart';
import { only } from './chart';
import { toNumberFormat, toTitle } from './format';
import { toFinite } from './laid';

/** What the area of circles stands for, in words. */
export function toSizeNotes({ chart, look, columns, rows }: DrawContext): string[] {
  const channel = only(chart, 'size');
  const most = rows.reduce((a, row) => Math.max(a, Math.abs(toFinite(row.size) ?? 0)), 0);
  if (!channel || most === 0) return [];
  const title = toTitle(look, channel, columns, 'value');
  return [look.words.lines.sizes(title, toNumberFormat(look, channel)(most))];
}
