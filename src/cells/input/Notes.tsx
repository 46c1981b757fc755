import { For } from 'solid-js';
import { formatCount, localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CellState } from '../../run/state';
import { isOutside } from './compile/bounds';
import type { InputCell } from './compile/settings';
import { toOptionList } from './options';
import { isReadable } from './usage';
import { toOutsideText } from './valueText';

/** What a person should know of an input: nothing is changed in silence. */
export function Notes(props: { cell: InputCell; state: CellState }) {
  return <For each={findNotes(props.cell, props.state)}>{(note) => <p class="input-note">{note}</p>}</For>;
}

function findNotes(cell: InputCell, state: CellState): string[] {
  const notes: string[] = [];
  if (!isReadable(cell.name)) notes.push(t('inputs.badName', { name: cell.name }));
  if (isOutside(cell)) notes.push(toOutsideText(cell));
  if (cell.control === 'list' || cell.control === 'several') {
    const { options, of, gone } = toOptionList(cell, state);
    if (gone.length > 0) {
      const names = new Intl.ListFormat(localeTag()).format(gone.map((value) => `“${value}”`));
      notes.push(t('inputs.gone', gone.length, names));
    }
    if (of !== undefined) notes.push(t('inputs.first', formatCount(options.length), formatCount(of)));
    if (options.length === 0 && ['done', 'idle'].includes(state.status)) notes.push(t('inputs.noOptions'));
  }
  const { problem } = state;
  if (problem && state.status === 'failed')
    notes.push(t(`problem.${problem.code}`, { detail: '', file: '', name: '', ...problem.params }));
  return notes;
}
