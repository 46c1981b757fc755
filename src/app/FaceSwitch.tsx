import BookOpen from 'lucide-solid/icons/book-open';
import FileText from 'lucide-solid/icons/file-text';
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard';
import type { Component } from 'solid-js';
import { For } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { t } from '../i18n/i18n';
import { useApp } from './context';
import type { Face } from './face';
import { faces } from './face';
import './faceSwitch.css';

const icons: Record<Face, Component> = { workbook: BookOpen, dashboard: LayoutDashboard, report: FileText };

/** The workbook, or what others read of it: chosen by a click or by arrows. */
export function FaceSwitch() {
  const { view } = useApp();
  let group!: HTMLDivElement;

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (faces.indexOf(view.face()) + step + faces.length) % faces.length;
    view.showFace(faces[next]!);
    group.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
  }

  return (
    <div
      class="seg faces"
      role="radiogroup"
      aria-label={t('face.label')}
      tabIndex={-1}
      ref={group}
      onKeyDown={onKeyDown}
    >
      <For each={faces}>
        {(face) => (
          <button
            type="button"
            role="radio"
            aria-checked={view.face() === face}
            tabIndex={view.face() === face ? 0 : -1}
            title={t(`face.${face}`)}
            onClick={() => view.showFace(face)}
          >
            <Dynamic component={icons[face]} />
            <span>{t(`face.${face}`)}</span>
          </button>
        )}
      </For>
    </div>
  );
}
