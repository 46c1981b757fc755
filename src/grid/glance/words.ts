import { formatCount, localeTag } from '../../i18n/format';
import { glanceWords } from '../../i18n/glance';
import type { Glance } from '../../run/glance';
import type { Column } from '../../table/column';
import { showValue } from '../showValue';
import { toEdge } from './edge';

/** What a glance shows, in words: for a pointer that rests, and for those who do not see it. */
export function describeGlance(glance: Glance, column: Column): string {
  const lines = [...describeShape(glance, column), describeMissing(glance)];
  return lines.filter(Boolean).join('\n');
}

export function describeMissing({ missing, rows, shape }: Glance): string {
  if (missing === 0) return '';
  if (missing === rows) return glanceWords().allMissing;
  return shape.kind === 'nothing' ? '' : glanceWords().missing(toShare(missing, rows, 0));
}

export function describeDistinct({ rows, missing, shape }: Glance): string {
  if (shape.kind !== 'values') return '';
  const count = formatCount(shape.distinct);
  if (!shape.isExact) return glanceWords().about(count);
  const isDifferent = shape.distinct > 1 && shape.distinct === rows - missing;
  return isDifferent ? glanceWords().different : glanceWords().distinct(count, shape.distinct);
}

function describeShape(glance: Glance, column: Column): string[] {
  const { shape, rows, missing } = glance;
  if (shape.kind === 'nothing') return [];
  if (shape.kind === 'values') {
    const frequent = shape.frequent.map(([value, count]) =>
      glanceWords().frequent(showValue(value, column), formatCount(count), toShare(count, rows - missing)),
    );
    return [describeDistinct(glance), ...frequent];
  }
  const { from, to, width, unit, counts } = shape;
  const show = (value: number) => toEdge(value, column, { locale: localeTag(), span: width });
  const range = glanceWords().range(show(from), show(to));
  const fullest = counts.indexOf(Math.max(...counts));
  if (counts.length === 1) return [range];
  const start = from + fullest * width;
  const end = Math.min(start + width - unit, to);
  return [range, glanceWords().most(show(start), show(end), toShare(counts[fullest]!, rows - missing))];
}

function toShare(count: number, of: number, maximumFractionDigits = 1): string {
  const least = 10 ** (-2 - maximumFractionDigits);
  const share = Math.max(count / of, least).toLocaleString(localeTag(), {
    style: 'percent',
    maximumFractionDigits,
  });
  return count / of < least ? `< ${share}` : share;
}
