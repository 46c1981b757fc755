import X from 'lucide-solid/icons/x';
import { createMemo, createUniqueId } from 'solid-js';
import type { Rows } from '../../engine/engine';
import { Grid } from '../../grid/Grid';
import type { RowSource } from '../../grid/rows';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { createVariable } from '../../ui/cssVariable';

const ROWS_SEEN = 8;

/** The first rows of a selected query, which are kept nowhere else. */
export function SelectionRows(props: {
  rows: Rows;
  onClose: () => void;
  onProblem: (error: unknown) => void;
}) {
  const source = createMemo(() => toRowSource(props.rows));
  const size = () => {
    const { rowCount } = props.rows;
    const shown = source().rowCount;
    return shown < rowCount
      ? t('editor.selectionFirst', formatCount(shown), formatCount(rowCount))
      : t('editor.selectionRows', rowCount, formatCount(rowCount));
  };
  return (
    <section class="sql-panel" aria-label={t('editor.selection')}>
      <header class="sql-panel-head">
        <h3>{t('editor.selection')}</h3>
        <span>{size()}</span>
        <Button small icon={<X />} label={t('editor.closeSelection')} onClick={() => props.onClose()} />
      </header>
      <div
        class="sql-rows"
        ref={(element) =>
          createVariable(element, '--rows', () => `${Math.min(Math.max(source().rowCount, 1), ROWS_SEEN)}`)
        }
        // keys that move in the table must not move among cells
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        <Grid
          source={source()}
          label={t('editor.selection')}
          onProblem={(problem) => props.onProblem(problem)}
        />
      </div>
    </section>
  );
}

function toRowSource({ columns, values }: Rows): RowSource {
  return {
    key: createUniqueId(),
    columns,
    rowCount: values[0]?.length ?? 0,
    read: (from, to) => Promise.resolve(values.map((column) => column.slice(from, to))),
  };
}
