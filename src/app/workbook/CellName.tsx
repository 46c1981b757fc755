import { onMount, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { Cell } from '../../workbook/cell';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import type { Workbooks } from './workbooks';

/** The name of a cell, and the field that changes it: Enter and leaving keep it, Escape leaves it as it was. */
export function CellName(props: { cell: Cell; workbooks: Workbooks; onDone: () => void }) {
  return (
    <Show
      when={props.workbooks.renaming() === props.cell.id}
      fallback={
        <button
          type="button"
          class="cell-name"
          title={t('cell.rename')}
          disabled={props.workbooks.isReadOnly()}
          onClick={() => props.workbooks.rename(props.cell.id)}
        >
          {props.cell.name}
        </button>
      }
    >
      <NameField {...props} />
    </Show>
  );
}

function NameField(props: { cell: Cell; workbooks: Workbooks; onDone: () => void }) {
  let input!: HTMLInputElement;
  let done = false;
  onMount(() => {
    input.focus();
    input.select();
  });

  function finish(keep: boolean, { again = true } = {}): void {
    if (done) return;
    done = true;
    try {
      if (keep) props.workbooks.change(props.cell.id, { name: input.value });
    } catch (error) {
      tellProblem(error, toWords);
      if (again) {
        done = false;
        return input.focus();
      }
    }
    props.workbooks.rename(undefined);
    if (again) props.onDone();
  }

  return (
    <input
      ref={input}
      class="field cell-name-field"
      value={props.cell.name ?? ''}
      aria-label={t('cell.name')}
      maxLength={200}
      spellcheck={false}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
      onBlur={() => finish(true, { again: false })}
    />
  );
}
