import { For, Match, Show, Switch } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { Catalog } from '../../sql/complete';
import { Button } from '../../ui/Button';
import { toPart } from '../text/compile/parts';
import { toControlPatch, toTypePatch } from './compile/convert';
import type { Control, InputCell, ListSettings, OptionType, SeveralSettings } from './compile/settings';
import { controls } from './compile/settings';
import { CopyChip } from './CopyChip';
import { DayBox } from './DayBox';
import { OptionFields } from './OptionFields';
import { Setting } from './Setting';
import { isReadable, toUsage } from './usage';

export interface SettingsFormProps {
  cell: InputCell;
  catalog: Pick<Catalog, 'tables'>;
  onChange: (patch: Readonly<Record<string, unknown>>) => void;
  onClose: () => void;
}

/** What an input is: its control, bounds and options, and how queries use it. */
export function SettingsForm(props: SettingsFormProps) {
  const today = () => new Date().toLocaleDateString('sv-SE');
  const types = (): readonly OptionType[] => {
    const { control } = props.cell;
    if (control === 'range') return ['number', 'date'];
    return control === 'list' || control === 'several' ? ['text', 'number', 'date'] : [];
  };
  const type = () => (props.cell as { of?: OptionType }).of;
  const isDate = () => props.cell.control === 'date' || (props.cell.control === 'range' && type() === 'date');
  const isBounded = () => ['slider', 'number', 'date', 'range'].includes(props.cell.control);
  const bound = (setting: 'min' | 'max' | 'step') =>
    (props.cell as { [name in typeof setting]?: number | string })[setting];

  function Bound(field: { setting: 'min' | 'max' | 'step' }) {
    const label = () =>
      t(field.setting === 'step' && isDate() ? 'inputs.stepDays' : `inputs.${field.setting}`);
    return (
      <Setting label={label()}>
        <Show
          when={isDate() && field.setting !== 'step'}
          fallback={
            <input
              class="field"
              type="number"
              step="any"
              value={bound(field.setting) ?? ''}
              onChange={({ currentTarget }) => {
                const value = currentTarget.valueAsNumber;
                props.onChange({ [field.setting]: Number.isFinite(value) ? value : undefined });
                currentTarget.value = String(bound(field.setting) ?? '');
              }}
            />
          }
        >
          <DayBox
            label={label()}
            value={(bound(field.setting) as string | undefined) ?? null}
            onSet={(day) => props.onChange({ [field.setting]: day ?? undefined })}
          />
        </Show>
      </Setting>
    );
  }

  return (
    <div
      class="input-settings"
      role="group"
      aria-label={t('inputs.settings', { name: props.cell.label ?? props.cell.name })}
    >
      <Setting label={t('inputs.control')}>
        <select
          class="field"
          onChange={({ currentTarget }) =>
            props.onChange(toControlPatch(props.cell, currentTarget.value as Control, today()))
          }
        >
          <For each={controls}>
            {(control) => (
              <option value={control} selected={control === props.cell.control}>
                {t(`inputs.controls.${control}`)}
              </option>
            )}
          </For>
        </select>
      </Setting>
      <Setting label={t('inputs.label')}>
        <input
          class="field"
          value={props.cell.label ?? ''}
          placeholder={props.cell.name}
          onChange={({ currentTarget }) => props.onChange({ label: currentTarget.value })}
        />
      </Setting>
      <Show when={types().length > 0}>
        <Setting label={t('inputs.of')}>
          <select
            class="field"
            onChange={({ currentTarget }) => {
              props.onChange(toTypePatch(props.cell, currentTarget.value as OptionType, today()));
              currentTarget.value = type() ?? '';
            }}
          >
            <For each={types()}>
              {(each) => (
                <option value={each} selected={each === type()}>
                  {t(`inputs.types.${each}`)}
                </option>
              )}
            </For>
          </select>
        </Setting>
      </Show>
      <Show when={isBounded()}>
        <Bound setting="min" />
        <Bound setting="max" />
        <Show when={props.cell.control !== 'date'}>
          <Bound setting="step" />
        </Show>
      </Show>
      <Switch>
        <Match
          when={
            (props.cell.control === 'list' || props.cell.control === 'several') &&
            (props.cell as InputCell & (ListSettings | SeveralSettings))
          }
        >
          {(cell) => <OptionFields cell={cell()} catalog={props.catalog} onChange={props.onChange} />}
        </Match>
      </Switch>
      <Show when={isReadable(props.cell.name)}>
        <div class="input-usage">
          <span>{t('inputs.usage')}</span>
          <For each={toUsage(props.cell)}>
            {(usage, at) => (
              <>
                <Show when={at() > 0}>
                  <span>{t('inputs.usageEmpty')}</span>
                </Show>
                <CopyChip text={usage} />
              </>
            )}
          </For>
          <span>{t('inputs.usageText')}</span>
          <CopyChip text={toPart(props.cell.name)} />
        </div>
      </Show>
      <Button small tone="quiet" class="input-close" onClick={() => props.onClose()}>
        {t('inputs.closeSettings')}
      </Button>
    </div>
  );
}
