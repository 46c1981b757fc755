import { createEffect, createUniqueId, For, Index, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { LineRole, RawLine, TableInspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import { sliceAt } from '../../import/text/borders';
import type { Session } from './session';
import type { Edit } from './settings';
import { countAbove, setHeaderAt, setHeaderEndAt, setRowsEndAt, setRowsFrom } from './settings';

/** What marks a line beside its colour. Rows have no mark: most lines are rows. */
const MARKS: Record<LineRole, string> = {
  skipped: '↷',
  comment: '#',
  header: 'H',
  units: 'u',
  record: '',
  footer: 'Σ',
  blank: '∅',
  rejected: '✕',
};

const MOST_CHARS = 600;
/** Lines below its first one at which a header may end. */
const MOST_HEADER = 8;

/** The file as it stands, each line with what it is taken for, and the ways to say otherwise. */
export function Lines(props: {
  session: Session;
  table: TableInspection;
  line: number;
  onLine: (line: number) => void;
}) {
  const id = createUniqueId();
  let list!: HTMLDivElement;
  const current = () => props.table.lines.find(({ number }) => number === props.line) ?? props.table.lines[0];
  const actions = () => toActions(props.table, current()?.number ?? 1);
  createEffect(() => list.querySelector(`[id="${id}-${props.line}"]`)?.scrollIntoView({ block: 'nearest' }));

  function move(by: number): void {
    const { lines } = props.table;
    const at = lines.findIndex(({ number }) => number === current()?.number);
    const next = lines[Math.min(Math.max(at + by, 0), lines.length - 1)];
    if (next) props.onLine(next.number);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions().find(({ key }) => key === event.key.toLowerCase());
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'PageDown') move(15);
    else if (event.key === 'PageUp') move(-15);
    else if (event.key === 'Home') move(-Infinity);
    else if (event.key === 'End') move(Infinity);
    else if (action?.edit) props.session.edit(action.edit);
    else return;
    event.preventDefault();
  }

  return (
    <section class="import-lines" aria-label={t('importing.lines')}>
      <h3>{t('importing.lines')}</h3>
      <div
        ref={list}
        class="lines"
        role="listbox"
        tabindex={0}
        aria-label={t('importing.linesKeys')}
        aria-activedescendant={`${id}-${current()?.number ?? 1}`}
        onKeyDown={onKeyDown}
      >
        <Index each={props.table.lines}>
          {(line) => (
            <div
              id={`${id}-${line().number}`}
              class={`line role-${line().role}`}
              role="option"
              tabindex={-1}
              aria-selected={line().number === current()?.number}
              onClick={() => props.onLine(line().number)}
              onDblClick={() => {
                const layout = props.table;
                const { number } = line();
                if (hasLayout(layout)) props.session.edit((given) => setHeaderAt(given, number, layout));
              }}
            >
              <span class="line-number">{line().number}</span>
              <span class="line-role" title={t(`importing.roles.${line().role}`)}>
                {MARKS[line().role]}
                <span class="hidden-text">{t(`importing.roles.${line().role}`)}</span>
              </span>
              <span class="line-text">{toShown(line(), props.table.settings)}</span>
            </div>
          )}
        </Index>
      </div>
      <Show when={hasLayout(props.table)}>
        <div class="line-actions">
          <span>{t('importing.line', { number: String(current()?.number ?? 1) })}</span>
          <span class="line-word">{t(`importing.roles.${current()?.role ?? 'record'}`)}</span>
          <For each={actions()}>
            {(action) => (
              <button
                type="button"
                class="answer"
                disabled={!action.edit}
                title={action.edit ? undefined : t('importing.rowsEndUnknown')}
                onClick={() => action.edit && props.session.edit(action.edit)}
              >
                {t(`importing.${action.word}`)} <kbd class="kbd wide-only">{action.key.toUpperCase()}</kbd>
              </button>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}

interface LineAction {
  word: 'headerHere' | 'headerEnds' | 'rowsFrom' | 'rowsEnd';
  key: string;
  edit: Edit | undefined;
}

function toActions(table: TableInspection, line: number): LineAction[] {
  const { lines, settings, allLines } = table;
  const below = countAbove(line, table) - (settings.skip ?? 0);
  const actions: LineAction[] = [
    { word: 'headerHere', key: 'h', edit: (given) => setHeaderAt(given, line, table) },
  ];
  if (Number(settings.header ?? 0) > 0 && below > 0 && below < MOST_HEADER)
    actions.push({ word: 'headerEnds', key: 't', edit: (given) => setHeaderEndAt(given, line, table) });
  actions.push({ word: 'rowsFrom', key: 'd', edit: (given) => setRowsFrom(given, line, table) });
  actions.push({
    word: 'rowsEnd',
    key: 'e',
    edit: allLines ? (given) => setRowsEndAt(given, line, lines) : undefined,
  });
  return actions;
}

/** Whether the file has lines above its table that a person may speak of. */
function hasLayout({ settings }: TableInspection): boolean {
  return settings.skip !== undefined || settings.header !== undefined;
}

function toShown({ text, role }: RawLine, { borders, wide = false }: ImportOptions): string {
  const isCut = borders && role !== 'skipped' && role !== 'comment';
  const first = text.slice(0, MOST_CHARS);
  const start = (isCut ? sliceAt(first, { places: borders, wide }).join('│') : first)
    .replaceAll('\t', ' → ')
    .replaceAll(/\r\n|\r|\n/g, '↵');
  return text.length > MOST_CHARS ? `${start}…` : start;
}
