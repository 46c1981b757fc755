import { ContextMenu } from '@kobalte/core/context-menu';
import Paste from 'lucide-solid/icons/clipboard-paste';
import Copy from 'lucide-solid/icons/copy';
import Scissors from 'lucide-solid/icons/scissors';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Problem } from '../../lib/problem';
import type { MenuItem } from '../Menu';
import { MenuLines } from '../MenuLines';
import '../menu.css';
import type { EditorHandle } from './handle';

export interface EditorMenuProps {
  handle: () => EditorHandle | undefined;
  readOnly: boolean;
  /** Where a finger does the work, the system has a menu of its own. */
  disabled: boolean;
  /** What else can be done with the text. */
  actions: () => readonly MenuItem[];
  onProblem: (error: unknown) => void;
  children: JSX.Element;
}

/** What a right click in an editor offers. Monaco's own menu would bring styles that the policy refuses. */
export function EditorMenu(props: EditorMenuProps) {
  async function attempt(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      props.onProblem(error);
    }
  }

  function items(): MenuItem[] {
    const handle = props.handle();
    if (!handle) return [];
    const text = handle.readSelection();
    const place = handle.findSelection();
    const write = (wanted: string) => handle.replace(place.from, place.to, wanted);
    const copy = () => navigator.clipboard.writeText(text);
    const canWrite = !props.readOnly;
    return [
      ...(text && canWrite
        ? [
            {
              label: t('editor.cut'),
              icon: () => <Scissors />,
              run: () => void attempt(copy().then(() => write(''))),
            },
          ]
        : []),
      ...(text ? [{ label: t('editor.copy'), icon: () => <Copy />, run: () => void attempt(copy()) }] : []),
      ...(canWrite
        ? [
            {
              label: t('editor.paste'),
              icon: () => <Paste />,
              run: () => void attempt(readClipboard().then(write)),
            },
          ]
        : []),
      ...props.actions().map((item, n) => (n === 0 ? { ...item, apart: true } : item)),
    ];
  }

  return (
    <ContextMenu modal={false} preventScroll={false}>
      <ContextMenu.Trigger disabled={props.disabled}>{props.children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          class="menu"
          aria-label={t('editor.menu')}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            props.handle()?.focus();
          }}
        >
          <MenuLines items={items()} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu>
  );
}

async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch (cause) {
    throw new Problem('clipboard-refused', { cause });
  }
}
