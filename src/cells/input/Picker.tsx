import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createMemo, createSignal, createUniqueId, For, Show, untrack } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CellState } from '../../run/state';
import { Button } from '../../ui/Button';
import { Popover } from '../../ui/Popover';
import type { InputCell, ListSettings, SeveralSettings } from './compile/settings';
import type { Option } from './options';
import { findMatching, toOptionList } from './options';

export interface PickerProps {
  cell: InputCell & (ListSettings | SeveralSettings);
  id: string;
  label: string;
  state: CellState;
  disabled: boolean;
  onSet: (value: string | null | string[]) => void;
}

/** With more options than this, people search. */
const MOST_IN_SELECT = 20;
const MOST_WITHOUT_SEARCH = 8;

/** One of a list, or several. */
export function Picker(props: PickerProps) {
  const list = createMemo(() => toOptionList(props.cell, props.state));
  const chosen = createMemo(
    () => new Set(props.cell.control === 'list' ? [props.cell.value ?? []].flat() : props.cell.value),
  );
  /** With what is chosen, also where that is none of the options. */
  const options = createMemo((): Option[] => {
    const known = new Set(list().options.map(({ value }) => value));
    return [
      ...[...chosen()].filter((value) => !known.has(value)).map((value) => ({ value })),
      ...list().options,
    ];
  });
  const several = () => props.cell.control === 'several';

  function choose(values: readonly string[], isChosen: boolean): void {
    if (!several()) return props.onSet(values[0] ?? null);
    const next = new Set(chosen());
    for (const value of values) {
      if (isChosen) next.add(value);
      else next.delete(value);
    }
    const order = new Map(options().map(({ value }, at) => [value, at]));
    props.onSet([...next].sort((a, b) => order.get(a)! - order.get(b)!));
  }

  return (
    <Show
      when={!several() && options().length <= MOST_IN_SELECT}
      fallback={
        <Popover
          label={`${props.label}: ${toSummary(chosen(), options().length, several())}`}
          triggerClass="field input-picker"
          disabled={props.disabled}
          trigger={
            <>
              <span class="input-chosen">{[...chosen()].join(', ') || t('inputs.choose')}</span>
              <Show when={several()}>
                <small>{toSummary(chosen(), options().length, true)}</small>
              </Show>
              <ChevronDown />
            </>
          }
        >
          <Choices options={options()} chosen={chosen()} several={several()} onChoose={choose} />
        </Popover>
      }
    >
      <select
        id={props.id}
        class="field input-select"
        disabled={props.disabled}
        onChange={({ currentTarget }) => {
          const option = options()[currentTarget.selectedIndex - 1];
          props.onSet(option?.value ?? null);
        }}
      >
        <option selected={chosen().size === 0}>{t('inputs.choose')}</option>
        <For each={options()}>
          {({ value }) => <option selected={chosen().has(value)}>{toShown(value)}</option>}
        </For>
      </select>
    </Show>
  );
}

interface ChoicesProps {
  options: readonly Option[];
  chosen: ReadonlySet<string>;
  several: boolean;
  onChoose: (values: readonly string[], isChosen: boolean) => void;
}

function Choices(props: ChoicesProps) {
  const [search, setSearch] = createSignal('');
  const name = createUniqueId();
  // what was chosen when the list opened comes first; it does not jump while it is being changed
  const first = untrack(() => new Set(props.chosen));
  const ordered = createMemo(() => [
    ...props.options.filter(({ value }) => first.has(value)),
    ...props.options.filter(({ value }) => !first.has(value)),
  ]);
  const shown = createMemo(() => findMatching(ordered(), search()));
  const all = (isChosen: boolean) =>
    props.onChoose(
      shown().map(({ value }) => value),
      isChosen,
    );
  return (
    <>
      <Show when={props.options.length > MOST_WITHOUT_SEARCH}>
        <input
          class="field"
          type="search"
          aria-label={t('inputs.search')}
          placeholder={t('inputs.search')}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </Show>
      <Show when={props.several}>
        <div class="choice-all">
          <Button small tone="quiet" onClick={() => all(true)}>
            {t('inputs.all')}
          </Button>
          <Button small tone="quiet" onClick={() => all(false)}>
            {t('inputs.none')}
          </Button>
        </div>
      </Show>
      <ul class="choices">
        <For each={shown()} fallback={<li class="choice-none">{t('inputs.noMatch')}</li>}>
          {({ value, count }) => (
            <li>
              <label class="choice">
                <input
                  type={props.several ? 'checkbox' : 'radio'}
                  name={name}
                  checked={props.chosen.has(value)}
                  onChange={({ currentTarget }) => props.onChoose([value], currentTarget.checked)}
                />
                <span>{toShown(value)}</span>
                <Show when={count !== undefined}>
                  <small>{formatCount(count!)}</small>
                </Show>
              </label>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function toSummary(chosen: ReadonlySet<string>, of: number, several: boolean): string {
  if (!several) return [...chosen][0] ?? t('inputs.notSet');
  return t('inputs.chosen', chosen.size, formatCount(chosen.size), formatCount(of));
}

function toShown(value: string): string {
  return value === '' ? '""' : value;
}
