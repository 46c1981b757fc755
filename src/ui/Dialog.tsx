import { Dialog as Kobalte } from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import type { JSX } from 'solid-js';
import { onCleanup, Show } from 'solid-js';
import { t } from '../i18n/i18n';
import './dialog.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Wide for reading, narrow for a question, top for a search, full for work that needs the page. */
  shape?: 'narrow' | 'wide' | 'top' | 'full';
  /** Beside the title. */
  head?: JSX.Element;
  /** Buttons at the foot. */
  actions?: JSX.Element;
  children: JSX.Element;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A dialog over the page: keeps the focus, closes by Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  let before: Element | null = null;
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()} preventScroll={false}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-scrim" />
        <div class="dialog-place" classList={{ top: props.shape === 'top' }}>
          <Kobalte.Content
            class="dialog"
            classList={{
              wide: props.shape === 'wide',
              top: props.shape === 'top',
              full: props.shape === 'full',
            }}
            onKeyDown={(event: KeyboardEvent) => props.onKeyDown?.(event)}
            onOpenAutoFocus={(event) => {
              before = document.activeElement;
              if (props.shape !== 'full') return;
              // it may open while someone types: no key pressed by chance answers it
              event.preventDefault();
              if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
            }}
            // opened by a key, a dialog has no trigger that it could give the focus back to; and a trigger would have it late
            onCloseAutoFocus={(event) => event.preventDefault()}
          >
            <WhenGone run={() => toFocused(before)?.focus({ preventScroll: true })} />
            <Show
              when={props.shape !== 'top'}
              fallback={<Kobalte.Title class="hidden-text">{props.title}</Kobalte.Title>}
            >
              <header class="dialog-head">
                <Kobalte.Title class="dialog-title">{props.title}</Kobalte.Title>
                {props.head}
                <Kobalte.CloseButton class="button icon" aria-label={t('app.close')}>
                  <X />
                </Kobalte.CloseButton>
              </header>
            </Show>
            <div class="dialog-body">{props.children}</div>
            {props.actions && <footer class="dialog-foot">{props.actions}</footer>}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}

/** At once, before another key can come: Chromium drops keys in a page whose focus went away with what had it. */
function WhenGone(props: { run: () => void }) {
  onCleanup(() => queueMicrotask(props.run));
  return null;
}

/**
 * What has the focus once a dialog is closed: what had it before, or the page itself where that is gone and nothing else has it yet.
 */
function toFocused(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) return before;
  const isFree = document.activeElement === null || document.activeElement === document.body;
  return isFree ? document.querySelector('main') : null;
}
