import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from 'solid-js';
import { completeChartText } from '../../../charts/spec/text/complete';
import type { Proposed } from '../../../charts/spec/text/complete';
import type { Fault } from '../../../charts/spec/text/check';
import { readChartText } from '../../../charts/spec/text/check';
import { isSaidAlike, toChartText } from '../../../charts/spec/text/write';
import { t } from '../../../i18n/i18n';
import { findNearest } from '../../../sql/nearest';
import { Plain } from '../../../ui/editor/Plain';
import '../../../ui/editor/editor.css';
import { fillIn } from '../../steps/words';
import type { Making } from './making';
import { words } from './words';

const MOST_OFFERED = 40;

/** The chart's settings as a text that changes them as it is written; what is wrong in it is told at its place. */
export function ChartText(props: { making: Making }) {
  const written = () => toChartText(props.making.cell().mark, props.making.settings(), props.making.kind());
  const [text, setText] = createSignal(written());
  const [faults, setFaults] = createSignal<readonly Fault[]>([]);
  const [place, setPlace] = createSignal<number>();
  const [active, setActive] = createSignal(0);
  const listId = createUniqueId();
  // it comes with the field, which is there after all this
  let area: HTMLTextAreaElement | undefined;
  const [isReady, setReady] = createSignal(false);

  const said = () => ({ mark: props.making.cell().mark, settings: props.making.settings() });

  // what others change is taken over, but not over what a person is writing
  createEffect(
    on(
      [written, () => props.making.columns()],
      ([next, columns]) => {
        const read = readChartText(text(), columns);
        if ('faults' in read && document.activeElement === area) return void setFaults(read.faults);
        if ('mark' in read && isSaidAlike(read, said())) return void setFaults([]);
        setText(next);
        check();
      },
      { defer: true },
    ),
  );

  function check(): void {
    const read = readChartText(text(), props.making.columns());
    setFaults('faults' in read ? read.faults : []);
  }

  function write(next: string): void {
    setText(next);
    const read = readChartText(next, props.making.columns());
    if ('faults' in read) return void setFaults(read.faults);
    setFaults([]);
    if (!isSaidAlike(read, said())) props.making.write(read.mark, read.settings);
  }

  const completion = createMemo(() => {
    const at = place();
    if (at === undefined) return undefined;
    const found = completeChartText(text(), at, props.making.columns());
    return found.items.length > 0 ? { ...found, items: found.items.slice(0, MOST_OFFERED) } : undefined;
  });

  createEffect(() => {
    const found = completion();
    if (!isReady() || !area) return;
    area.setAttribute('aria-autocomplete', 'list');
    area.setAttribute('aria-expanded', String(found !== undefined));
    if (found) area.setAttribute('aria-activedescendant', `${listId}-${active()}`);
    else area.removeAttribute('aria-activedescendant');
    document.getElementById(`${listId}-${active()}`)?.scrollIntoView({ block: 'nearest' });
  });

  function insert({ insert: word }: Proposed): void {
    const { from, to } = completion()!;
    const after = text().slice(to);
    if (!area) return;
    // what is there already is not written twice
    const isNamed = word.endsWith(': ') && /^\s*:/.test(after);
    area.setRangeText(isNamed ? word.slice(0, -2) : word, from, to, 'end');
    setPlace(undefined);
    write(area.value);
    area.focus();
    if (word.endsWith(': ') && !isNamed) ask();
  }

  function ask(): void {
    setActive(0);
    setPlace(area?.selectionStart);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const found = completion();
    if (event.key === ' ' && (event.ctrlKey || event.metaKey)) ask();
    else if (event.key === 'Escape' && found) setPlace(undefined);
    else if (found && event.key === 'ArrowDown') setActive((active() + 1) % found.items.length);
    else if (found && event.key === 'ArrowUp')
      setActive((active() + found.items.length - 1) % found.items.length);
    else if (found && event.key === 'Enter') insert(found.items[active()]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const markers = () => faults().map((fault) => ({ from: fault.from, to: fault.to, words: toWords(fault) }));

  return (
    <section class="making-text">
      <p class="making-hint">{words().textHint}</p>
      <div class="editor">
        <Plain
          value={text()}
          label={words().editText}
          placeholder=""
          readOnly={props.making.isReadOnly()}
          markers={markers()}
          onInput={(next) => {
            write(next);
            // a word has been begun
            if (/["\p{L}\p{N}_]/u.test(next[(area?.selectionStart ?? 0) - 1] ?? '')) ask();
            else setPlace(undefined);
          }}
          onKeyDown={onKeyDown}
          onReady={(ready) => {
            area = ready;
            area.setAttribute('aria-controls', listId);
            area.addEventListener('blur', () => setPlace(undefined));
            setReady(true);
            check();
          }}
        />
      </div>
      <Show when={completion()}>
        {(found) => (
          <ul id={listId} class="making-offers" role="listbox" aria-label={words().completions}>
            <For each={found().items}>
              {(item, at) => (
                <li
                  id={`${listId}-${at()}`}
                  role="option"
                  aria-selected={at() === active()}
                  class={`making-offer ${item.kind}`}
                  // the field keeps the keyboard
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => insert(item)}
                >
                  {item.label}
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
      <ul class="making-faults" role="status">
        <For each={faults()}>
          {(fault) => (
            <li>
              <button
                type="button"
                onClick={() => {
                  area?.focus();
                  area?.setSelectionRange(fault.from, fault.to);
                }}
              >
                <small>{toPlace(text(), fault.from)}</small> {toWords(fault)}
              </button>
            </li>
          )}
        </For>
        <Show when={faults().length === 0}>
          <li class="making-fine">{words().textFine}</li>
        </Show>
      </ul>
    </section>
  );
}

function toPlace(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return fillIn(words().place, { line: before.length, column: before.at(-1)!.length + 1 });
}

const MOST_NAMED = 12;

function toWords({ why, said = '', might = [], problem }: Fault): string {
  if (problem)
    return t(`problem.${problem.code}`, { detail: '', file: '', name: '', ...problem.params }).trim();
  const what = fillIn(words().faults[why]!, { said });
  const [near] = findNearest(said, might, 1);
  if (near) return `${what} ${fillIn(words().mean, { might: near })}`;
  if (might.length === 0 || why === 'unknown') return what;
  const shown = might.slice(0, MOST_NAMED).join(', ');
  return `${what} ${fillIn(words().canBe, { might: might.length > MOST_NAMED ? `${shown}, …` : shown })}`;
}
