import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import type { Link } from '../../steps/chain';
import type { Count } from './counts';
import { fillIn } from './words';

/** What a step did, in as few words as stand beside it: `−1,890 rows`, `2,114 values`, `+1 column`. */
export function toDelta({ before, after, changed }: Count, link: Link | undefined): string {
  const { panel } = stepWords();
  const parts: string[] = [];
  if (after !== before) {
    const sign = after > before ? '+' : '−';
    parts.push(fillIn(panel.rows, { count: `${sign}${formatCount(Math.abs(after - before))}` }));
  } else if (link?.made && !link.made.sameRows && link.after.length === link.before.length)
    parts.push(fillIn(panel.rows, { count: '±0' }));
  if (changed !== undefined) parts.push(fillIn(panel.cells, { count: formatCount(changed) }));
  const more = link ? link.after.length - link.before.length : 0;
  if (more === 1) parts.push(panel.columnMore);
  else if (more > 1) parts.push(fillIn(panel.columnsMore, { count: formatCount(more) }));
  else if (more === -1) parts.push(panel.columnFewer);
  else if (more < -1) parts.push(fillIn(panel.columnsFewer, { count: formatCount(-more) }));
  return parts.join(' · ');
}

/** The same with the rows before and after, for a step that is looked at. */
export function toEffect(count: Count, link: Link | undefined): string {
  const { panel } = stepWords();
  const rows = fillIn(panel.effect, { before: formatCount(count.before), after: formatCount(count.after) });
  const delta = toDelta({ ...count, after: count.before }, link);
  const took = fillIn(panel.took, { ms: formatCount(Math.max(1, Math.round(count.ms))) });
  return [rows, delta, took].filter(Boolean).join(' · ');
}
