import GripVertical from 'lucide-solid/icons/grip-vertical';
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal';
import { createEffect, createMemo, createSignal, Index, Show, untrack } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { kinds } from '../../cells/kinds';
import { formatCount } from '../../i18n/format';
import { reportWords } from '../../i18n/report';
import { Button } from '../../ui/Button';
import type { Cell } from '../../workbook/cell';
import type { PartPatch } from '../../workbook/report';
import { listParts, movePart, resetParts, setPart } from '../../workbook/report';
import type { Workbooks } from '../workbook/workbooks';
import { toPartLabel } from './partLabel';
import { PartSettings } from './PartSettings';

export interface PartListProps {
  workbooks: Workbooks;
  chosen: string | undefined;
  onChoose: (cell: string | undefined) => void;
}

const TYPE = 'application/x-quire-part';

/** What is in the report and in what order: by mouse, or with Alt and the arrows on a line. */
export function PartList(props: PartListProps) {
  const workbooks = untrack(() => props.workbooks);
  const [dragged, setDragged] = createSignal<string>();
  const [target, setTarget] = createSignal<{ cell: string; after: boolean }>();
  const [said, setSaid] = createSignal('');
  let list!: HTMLUListElement;
  const parts = createMemo(() => listParts(workbooks.workbook()!));
  const words = reportWords;
  const nameOf = (id: string) => toPartLabel(workbooks.cell(id));

  const set = (cell: string, patch: PartPatch, merge?: string) =>
    workbooks.edit('report', (book) => setPart(book, cell, patch), {
      sameResults: true,
      ...(merge && { merge: `report ${cell} ${merge}` }),
    });

  function move(cell: string, after: string | null): void {
    workbooks.edit('report', (book) => movePart(book, cell, { after }), { sameResults: true });
    const place = parts().findIndex((part) => part.cell === cell) + 1;
    setSaid(words().moved(nameOf(cell), formatCount(place), formatCount(parts().length)));
  }

  function nudge(cell: string, by: 1 | -1): void {
    const at = parts().findIndex((part) => part.cell === cell);
    const to = at + by;
    if (to < 0 || to >= parts().length) return;
    move(cell, by > 0 ? parts()[to]!.cell : (parts()[to - 1]?.cell ?? null));
    // the line is another element now
    findLine(cell)?.querySelector<HTMLElement>('.part-grip')?.focus();
  }

  function onKeyDown(event: KeyboardEvent, cell: string): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    nudge(cell, event.key === 'ArrowUp' ? -1 : 1);
  }

  const findLine = (cell: string) =>
    [...list.children].find((line) => line.getAttribute('data-part') === cell);

  function onDragOver(event: DragEvent, cell: string): void {
    if (!dragged() || !event.dataTransfer?.types.includes(TYPE)) return;
    event.preventDefault();
    event.stopPropagation();
    const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    setTarget({ cell, after: event.clientY > top + height / 2 });
  }

  function onDrop(event: DragEvent): void {
    const [cell, at] = [dragged(), target()];
    if (!cell || !at) return;
    event.preventDefault();
    event.stopPropagation();
    endDrag();
    const to = parts().findIndex((part) => part.cell === at.cell);
    if (at.cell !== cell) move(cell, at.after ? at.cell : (parts()[to - 1]?.cell ?? null));
  }

  function endDrag(): void {
    setDragged(undefined);
    setTarget(undefined);
  }

  // what was pointed at on the paper comes into view
  createEffect(() => {
    if (props.chosen) findLine(props.chosen)?.scrollIntoView({ block: 'nearest' });
  });

  return (
    <section class="report-parts">
      <header>
        <h2>{words().parts}</h2>
        <Show when={(workbooks.workbook()?.report?.parts.length ?? 0) > 0}>
          <Button
            small
            tone="quiet"
            onClick={() => workbooks.edit('report', resetParts, { sameResults: true })}
          >
            {words().reset}
          </Button>
        </Show>
      </header>
      <p class="report-hint">{words().partsHint}</p>
      <ul ref={list}>
        <Index each={parts()}>
          {(part) => (
            <li
              data-part={part().cell}
              classList={{
                left: part().left === true,
                dragged: dragged() === part().cell,
                above: target()?.cell === part().cell && !target()!.after,
                below: target()?.cell === part().cell && target()!.after,
              }}
              onDragOver={(event) => onDragOver(event, part().cell)}
              onDrop={onDrop}
            >
              <div class="part-line">
                <button
                  type="button"
                  class="part-grip"
                  draggable="true"
                  aria-label={words().move(nameOf(part().cell))}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  onKeyDown={(event) => onKeyDown(event, part().cell)}
                  onDragStart={(event) => {
                    event.dataTransfer!.setData(TYPE, part().cell);
                    event.dataTransfer!.effectAllowed = 'move';
                    setDragged(part().cell);
                  }}
                  onDragEnd={endDrag}
                >
                  <GripVertical />
                </button>
                <input
                  type="checkbox"
                  checked={!part().left}
                  aria-label={words().include(nameOf(part().cell))}
                  onChange={({ currentTarget }) =>
                    set(part().cell, { left: currentTarget.checked ? undefined : true })
                  }
                />
                <Icon cell={workbooks.cell(part().cell)} />
                <span class="part-name" dir="auto">
                  {nameOf(part().cell)}
                </span>
                <Show when={workbooks.cell(part().cell)?.kind !== 'input'}>
                  <Button
                    small
                    tone="quiet"
                    icon={<SlidersHorizontal />}
                    label={words().options(nameOf(part().cell))}
                    aria-expanded={props.chosen === part().cell}
                    onClick={() => props.onChoose(props.chosen === part().cell ? undefined : part().cell)}
                  />
                </Show>
              </div>
              <Show when={props.chosen === part().cell && workbooks.cell(part().cell)}>
                {(cell) => (
                  <PartSettings
                    cell={cell()}
                    part={part()}
                    onSet={(patch, merge) => set(part().cell, patch, merge)}
                  />
                )}
              </Show>
            </li>
          )}
        </Index>
      </ul>
      <p class="hidden-text" role="status">
        {said()}
      </p>
    </section>
  );
}

function Icon(props: { cell: Cell | undefined }) {
  const icon = () => kinds.find(props.cell?.kind ?? '')?.icon;
  return (
    <Show when={icon()}>
      {(found) => (
        <span class="part-icon" aria-hidden="true">
          <Dynamic component={found()} />
        </span>
      )}
    </Show>
  );
}
