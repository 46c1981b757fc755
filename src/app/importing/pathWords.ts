import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { PathCandidate } from '../../import/inspection';

/** A place in a JSON file, and how many rows lie there: `data.items · 20 rows`. */
export function toPathWords({ path, rows }: PathCandidate): string {
  const count = t('importing.rowsExact', rows, formatCount(rows));
  return `${path || t('importing.wholeFile')} · ${count}`;
}
