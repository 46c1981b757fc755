import { createMemo, For, Show, untrack } from 'solid-js';
import { findHeadings } from '../../cells/text/headings';
import { t } from '../../i18n/i18n';
import { createVariable } from '../../ui/cssVariable';
import { createGrowing } from '../../ui/growing';
import { useApp } from '../context';
import { StatusDot } from './Status';
import type { Workbooks } from './workbooks';
import './outline.css';

interface Line {
  id: string;
  text: string;
  level: number;
  isHeading: boolean;
}

/** The workbook at a glance: its headings and its named cells, each with how it stands. */
export function Outline(props: { workbooks: Workbooks }) {
  const app = useApp();
  const workbooks = untrack(() => props.workbooks);

  // what stays the same is not drawn again at every letter that is typed somewhere
  const lines = createMemo<Line[]>((before) => {
    const known = new Map(before.map((line) => [toKey(line), line]));
    return toLines().map((line) => known.get(toKey(line)) ?? line);
  }, []);

  const shown = createGrowing(
    () => lines(),
    () => workbooks.workbook()?.id,
  );

  function toLines(): Line[] {
    let depth = 0;
    return workbooks.ids().flatMap((id): Line[] => {
      const cell = workbooks.cell(id);
      if (!cell) return [];
      const markdown = (cell as { markdown?: unknown }).markdown;
      if (typeof markdown === 'string') {
        return findHeadings(markdown).map(({ level, text }) => {
          depth = Math.min(level, 3);
          return { id, text, level: depth - 1, isHeading: true };
        });
      }
      return cell.name ? [{ id, text: cell.name, level: depth, isHeading: false }] : [];
    });
  }

  return (
    <>
      <div class="section-head">
        <h2>{t('workbook.page')}</h2>
      </div>
      <button
        type="button"
        class="item outline-title"
        aria-current={!app.openSource() && app.view.page() === 'workbook' ? 'page' : undefined}
        title={t('workbook.open')}
        onClick={() => app.view.showWorkbook()}
      >
        <span class="item-text">{workbooks.workbook()?.title || t('workbook.untitled')}</span>
      </button>
      <ul class="outline" aria-label={t('workbook.outline')}>
        <For each={shown()}>
          {(line) => (
            <li>
              <button
                type="button"
                class="item"
                classList={{ heading: line.isHeading, on: workbooks.selected() === line.id }}
                ref={(element) => createVariable(element, '--level', () => String(line.level + 1))}
                onClick={() => {
                  app.view.showWorkbook();
                  // after the page is there, where another was
                  setTimeout(() => app.acting()?.focus(line.id));
                }}
              >
                <Show when={!line.isHeading}>
                  <StatusDot state={workbooks.stateOf(line.id)()} />
                </Show>
                <span class="item-text">{line.text}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function toKey({ id, text, level, isHeading }: Line): string {
  return JSON.stringify([id, text, level, isHeading]);
}
