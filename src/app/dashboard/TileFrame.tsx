import Ellipsis from 'lucide-solid/icons/ellipsis';
import Grip from 'lucide-solid/icons/grip-vertical';
import { createMemo, createSignal, Show, untrack } from 'solid-js';
import type { CellSurroundings } from '../../cells/view';
import { dashboardWords as words } from '../../i18n/dashboard';
import { createVariable } from '../../ui/cssVariable';
import { Menu } from '../../ui/Menu';
import { useApp } from '../context';
import type { Workbooks } from '../workbook/workbooks';
import type { Arranging } from './arranging';
import type { createDrawing } from './drawing';
import { mode } from './mode';
import { Shown } from './Shown';
import { findTileAction } from './tileKeys';
import { TitleField } from '../TitleField';

/** Of what says how a tile is moved by keys. */
export const HOW_TO = 'tile-how-to';

export interface TileFrameProps {
  id: string;
  workbooks: Workbooks;
  arranging: Arranging;
  drawing: ReturnType<typeof createDrawing>;
  /** It is being moved or sized by the pointer. */
  drawn: boolean;
  surroundings: CellSurroundings;
  /** Gives the keyboard to a tile, once the page shows it where it is now. */
  onFocus: (id: string | undefined) => void;
}

/** A tile in its place: what readers see, and while the dashboard is arranged, what it is moved and sized by. */
export function TileFrame(props: TileFrameProps) {
  const { view } = useApp();
  const { id, arranging, drawing, workbooks } = untrack(() => props);
  const [isNaming, setNaming] = createSignal(false);
  const cell = createMemo(() => workbooks.cell(id));
  const place = createMemo(
    () => arranging.tiles().find((tile) => tile.cell === id) ?? { cell: id, x: 0, y: 0, w: 12, h: 4 },
  );
  const name = () => arranging.titleOf(place());
  const isArranging = () => mode() === 'arrange' && !workbooks.isReadOnly();
  /** A table goes by its name; what else there is says itself what it is. */
  const title = () => place().title ?? (isTable() ? cell()!.name : undefined);
  const isTable = () => ['sql', 'steps'].includes(cell()?.kind ?? '');

  function act(action: NonNullable<ReturnType<typeof findTileAction>>): void {
    if (action.do === 'step') arranging.step(id, action.way);
    else if (action.do === 'size') arranging.size(id, action.by);
    else if (action.do === 'title') return void setNaming(true);
    else return remove();
    props.onFocus(id);
  }

  function remove(): void {
    const all = arranging.ordered();
    const at = all.indexOf(id);
    arranging.remove(id);
    props.onFocus(all[at + 1] ?? all[at - 1]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!isArranging() || event.target !== event.currentTarget || event.isComposing) return;
    const action = findTileAction(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    act(action);
  }

  function onPointerDown(event: PointerEvent): void {
    if (!isArranging() || view.isNarrow() || !(event.target instanceof Element)) return;
    if (event.target.closest('button, input')) return;
    const corner = event.target.closest('.tile-corner');
    // a finger on a tile scrolls the page; its head moves it
    if (event.pointerType === 'touch' && !corner && !event.target.closest('.tile-head')) return;
    (event.currentTarget as HTMLElement).focus();
    drawing.start(event, id, corner ? 'size' : 'move');
  }

  const items = () => [
    { label: words().setTitle, run: () => void setNaming(true) },
    ...(view.isNarrow()
      ? [
          { label: words().earlier, apart: true, run: () => shift(-1) },
          { label: words().later, run: () => shift(1) },
        ]
      : [
          ...(['Left', 'Right', 'Up', 'Down'] as const).map((way, at) => ({
            label: words()[`move${way}`],
            hint: ['←', '→', '↑', '↓'][at],
            apart: at === 0,
            run: () => act({ do: 'step', way: way.toLowerCase() as 'left' }),
          })),
          ...(
            [
              ['wider', { w: 1 }, '⇧→'],
              ['narrower', { w: -1 }, '⇧←'],
              ['taller', { h: 1 }, '⇧↓'],
              ['shorter', { h: -1 }, '⇧↑'],
            ] as const
          ).map(([key, by, hint], at) => ({
            label: words()[key],
            hint,
            apart: at === 0,
            run: () => act({ do: 'size', by }),
          })),
        ]),
    { label: words().remove, apart: true, run: remove },
  ];

  function shift(by: -1 | 1): void {
    arranging.shift(id, by);
    props.onFocus(id);
  }

  return (
    <Show when={cell()}>
      {(current) => (
        <article
          class="tile"
          classList={{
            text: current().kind === 'text' && title() === undefined,
            drawn: props.drawn,
            arranged: isArranging(),
          }}
          data-tile={current().name ?? current().kind}
          data-id={id}
          aria-label={name()}
          aria-roledescription={words().tile}
          aria-describedby={isArranging() ? HOW_TO : undefined}
          tabIndex={isArranging() ? 0 : undefined}
          ref={(element) => {
            createVariable(element, '--x', () => String(place().x + 1));
            createVariable(element, '--y', () => String(place().y + 1));
            createVariable(element, '--w', () => String(place().w));
            createVariable(element, '--h', () => String(place().h));
          }}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
        >
          <Show when={isArranging()}>
            <header class="tile-head">
              <Grip />
              <Show
                when={isNaming()}
                fallback={
                  <span class="tile-name" onDblClick={() => setNaming(true)}>
                    {name()}
                  </span>
                }
              >
                <TitleField
                  title={place().title ?? ''}
                  canBeEmpty
                  label={words().tileTitle(arranging.nameOf(id))}
                  placeholder={words().titlePlaceholder}
                  onDone={(next) => {
                    if (next !== undefined) arranging.setTitle(id, next);
                    setNaming(false);
                    props.onFocus(id);
                  }}
                />
              </Show>
              <Menu label={words().tileMenu(name())} trigger={<Ellipsis />} items={items()} />
            </header>
          </Show>
          <Show when={!isArranging() && title()}>
            <h2 class="tile-title">{title()}</h2>
          </Show>
          <div class="tile-body" inert={isArranging()}>
            <Shown
              cell={current()}
              workbooks={workbooks}
              surroundings={props.surroundings}
              fills={!view.isNarrow()}
              entitled={title() === undefined}
            />
          </div>
          <Show when={isArranging() && !view.isNarrow()}>
            <span class="tile-corner" title={words().resize(name())} />
          </Show>
        </article>
      )}
    </Show>
  );
}
