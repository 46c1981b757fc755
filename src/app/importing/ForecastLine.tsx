import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { toEncodingWords } from './encodingWords';
import type { Session } from './session';

/** What will come of the file: rows, columns, encoding. */
export function ForecastLine(props: { session: Session }) {
  return (
    <span class="import-sum" role="status">
      {toForecast(props.session)}
    </span>
  );
}

function toForecast(session: Session): string {
  const table = session.table();
  if (session.isWaiting() || (!table && !session.problem())) return t('importing.looking');
  if (!table || session.problem()) return '';
  const wanted = session.tables().filter(({ key }) => !session.isLeftOut(key));
  if (wanted.length === 0) return t('importing.noTable');
  if (wanted.length > 1) return t('importing.tableCount', wanted.length, formatCount(wanted.length));
  const { size, columns, settings } = wanted[0]!;
  const kept = columns.filter(({ leftOut }) => !leftOut).length;
  return t(
    'importing.sum',
    size
      ? t(size.exact ? 'importing.rowsExact' : 'importing.rowsAbout', size.rows, formatCount(size.rows))
      : '',
    t('importing.columnCount', kept, formatCount(kept)),
    settings.encoding ? toEncodingWords(settings.encoding) : '',
  );
}
