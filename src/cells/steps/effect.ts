import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import type { Link } from '../../steps/chain';
import type { Count } from './counts';
import { fillIn } from './words';

/** What a step did, in as few words as stand beside it: `−1,890 rows`, `2,114 values`, `+1 column`. */
export function toDelta(count: Count, link: Link | undefined): string {
  return [...toRowsDelta(count, link), ...toValuesDelta(count, link)].join(' · ');
}

/** The same with the rows before and after, for a step that is looked at. */
export function toEffect(count: Count, link: Link | undefined): string {
  const { panel } = stepWords();
  const rows = fillIn(panel.effect, { before: formatCount(count.before), after: formatCount(count.after) });
  const took = fillIn(panel.took, { ms: formatCount(Math.max(1, Math.round(count.ms))) });
  return [rows, ...toValuesDelta(count, link), took].join(' · ');
}

function toRowsDelta({ before, after }: Count, link: Link | undefined): string[] {
  const { panel } = stepWords();
  if (after !== before) {
    const sign = after > before ? '+' : '−';
    return [fillIn(panel.rows, { count: `${sign}${formatCount(Math.abs(after - before))}` })];
  }
  const mayDrop = link?.made && !link.made.sameRows && link.after.length === link.before.length;
  return mayDrop ? [fillIn(panel.rows, { count: '±0' })] : [];
}

function toValuesDelta({ changed }: Count, link: Link | undefined): string[] {
  const { panel } = stepWords();
  const values = changed === undefined ? [] : [fillIn(panel.cells, { count: formatCount(changed) })];
  const more = link ? link.after.length - link.before.length : 0;
  if (more === 0) return values;
  const count = formatCount(Math.abs(more));
  if (more > 0) return [...values, more === 1 ? panel.columnMore : fillIn(panel.columnsMore, { count })];
  return [...values, more === -1 ? panel.columnFewer : fillIn(panel.columnsFewer, { count })];
}
