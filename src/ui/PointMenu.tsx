import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { Show } from 'solid-js';
import type { MenuItem } from './Menu';
import { MenuLines } from './MenuLines';
import './menu.css';

export interface PointMenuProps {
  label: string;
  /** Where it was asked for, in pixels of the window. */
  at: { x: number; y: number };
  note?: string;
  items: readonly MenuItem[];
  onClose: () => void;
  /** Puts the keyboard back to where the menu came from. What is chosen may then take it elsewhere. */
  onLeave: () => void;
}

/** A menu at a place that was pointed at. */
export function PointMenu(props: PointMenuProps) {
  let isChosen = false;
  const items = () =>
    props.items.map((item) => ({
      ...item,
      run() {
        isChosen = true;
        props.onLeave();
        item.run();
      },
    }));
  return (
    <DropdownMenu
      open
      modal={false}
      gutter={2}
      preventScroll={false}
      placement="bottom-start"
      getAnchorRect={() => ({ ...props.at, width: 0, height: 0 })}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          class="menu point-menu"
          aria-label={props.label}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!isChosen && document.activeElement === document.body) props.onLeave();
          }}
        >
          <Show when={props.note}>
            <p class="menu-note">{props.note}</p>
          </Show>
          <MenuLines items={items()} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
