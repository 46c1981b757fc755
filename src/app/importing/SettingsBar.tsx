import ChevronDown from 'lucide-solid/icons/chevron-down';
import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { TableInspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import { toDelimiterWords } from './delimiterWords';
import { toEncodingWords } from './encodingWords';
import { MissingWords } from './MissingWords';
import { toPathWords } from './pathWords';
import type { Session } from './session';
import { change, setBorders, setDelimiter } from './settings';
import { SelectOrText } from './SelectOrText';

export interface SettingsBarProps {
  session: Session;
  table: TableInspection;
  /** Whether the encodings are shown side by side. */
  isChoosing: boolean;
  onChoose: () => void;
}

/** Everything that can be said of a file, as far as it applies to it; what is shown is what is in force. */
export function SettingsBar(props: SettingsBarProps) {
  const inForce = () => props.table.settings;
  const paths = () => props.table.paths ?? [];
  const set = (patch: Partial<ImportOptions>) => props.session.edit((settings) => change(settings, patch));
  const isText = () => inForce().delimiter !== undefined;
  const isSheet = () => props.session.kind() === 'excel' || inForce().range !== undefined;
  const isJson = () => props.session.kind() === 'json' || inForce().flatten !== undefined;
  const hasTypes = () =>
    isText() ||
    isSheet() ||
    (props.session.kind() === 'archive' &&
      props.table.columns.some(({ reading, why }) => reading !== undefined && why !== 'chosen'));

  return (
    <section class="import-settings" aria-label={t('importing.settings')}>
      <Show when={inForce().encoding}>
        {(encoding) => (
          <div class="setting">
            <span>{t('importing.encoding')}</span>
            <button
              type="button"
              class="field field-button"
              aria-expanded={props.isChoosing}
              onClick={() => props.onChoose()}
            >
              <span class="item-text">{toEncodingWords(encoding())}</span>
              <ChevronDown />
            </button>
          </div>
        )}
      </Show>
      <Show when={isText()}>
        <SelectOrText
          label={t('importing.delimiter')}
          value={inForce().delimiter ?? ','}
          options={[',', ';', '\t', '|', ' ', ''].map((delimiter) => [
            delimiter,
            toDelimiterWords(delimiter),
          ])}
          onChange={(delimiter) => props.session.edit((settings) => setDelimiter(settings, delimiter))}
        />
      </Show>
      <Show when={inForce().borders}>
        {(borders) => (
          <TextSetting
            label={t('importing.borders')}
            value={borders().join(', ')}
            hint={t('importing.bordersHint')}
            onChange={(typed) => props.session.edit((settings) => setBorders(settings, typed))}
          />
        )}
      </Show>
      <Show when={inForce().borders}>
        <CheckSetting
          label={t('importing.wide')}
          isChecked={inForce().wide ?? false}
          onChange={(wide) => set({ delimiter: '', wide })}
        />
      </Show>
      <Show when={isText() && !inForce().borders}>
        <SelectOrText
          label={t('importing.quote')}
          value={inForce().quote ?? ''}
          options={[
            ['"', t('importing.quotes.double')],
            ["'", t('importing.quotes.single')],
            ['“', t('importing.quotes.curly')],
            ['', t('importing.none')],
          ]}
          most={1}
          onChange={(quote) => set({ quote, escape: undefined })}
        />
        <Show when={inForce().quote}>
          {(quote) => (
            <SelectOrText
              label={t('importing.escape')}
              value={inForce().escape ?? quote()}
              options={[
                [quote(), t('importing.escapes.doubled')],
                ['\\', t('importing.escapes.backslash')],
              ]}
              most={1}
              onChange={(escape) => set({ escape })}
            />
          )}
        </Show>
      </Show>
      <Show when={isText()}>
        <SelectOrText
          label={t('importing.comment')}
          value={inForce().comment ?? ''}
          options={[
            ['', t('importing.none')],
            ['#', t('importing.comments.hash')],
            ['//', t('importing.comments.slashes')],
            ['--', t('importing.comments.dashes')],
          ]}
          onChange={(comment) => set({ comment })}
        />
      </Show>
      <Show when={isSheet()}>
        <TextSetting
          label={t('importing.range')}
          value={inForce().range ?? ''}
          hint={t('importing.rangeHint')}
          onChange={(range) => set({ range: range || undefined })}
        />
      </Show>
      <Show when={inForce().header !== undefined}>
        <Show when={inForce().skip !== undefined}>
          <NumberSetting
            label={t('importing.skip')}
            value={inForce().skip ?? 0}
            onChange={(skip) => set({ skip })}
          />
        </Show>
        <NumberSetting
          label={t('importing.header')}
          value={Number(inForce().header ?? 0)}
          max={5}
          onChange={(header) => set({ header })}
        />
        <NumberSetting
          label={t('importing.units')}
          value={inForce().units ?? 0}
          max={5}
          onChange={(units) => set({ units })}
        />
        <NumberSetting
          label={t('importing.footer')}
          value={inForce().footer ?? 0}
          onChange={(footer) => set({ footer })}
        />
      </Show>
      <Show when={isJson()}>
        <Show
          when={paths().length > 1}
          fallback={
            <TextSetting
              label={t('importing.path')}
              value={inForce().path ?? ''}
              hint={t('importing.pathHint')}
              onChange={(path) => set({ path: path || undefined })}
            />
          }
        >
          <SelectOrText
            label={t('importing.path')}
            value={inForce().path ?? ''}
            options={paths().map((candidate) => [candidate.path, toPathWords(candidate)])}
            most={200}
            onChange={(path) => set({ path })}
          />
        </Show>
        <CheckSetting
          label={t('importing.flatten')}
          isChecked={inForce().flatten ?? false}
          onChange={(flatten) => set({ flatten })}
        />
      </Show>
      <Show when={hasTypes()}>
        <Labelled label={t('importing.types')}>
          <select
            class="field"
            onChange={(event) => set({ types: event.currentTarget.value === 'text' ? 'text' : undefined })}
          >
            <option value="auto" selected={inForce().types !== 'text'}>
              {t('importing.typesAuto')}
            </option>
            <option value="text" selected={inForce().types === 'text'}>
              {t('importing.typesText')}
            </option>
          </select>
        </Labelled>
        <MissingWords session={props.session} words={inForce().missing ?? ['']} />
      </Show>
    </section>
  );
}

function Labelled(props: { label: string; children: JSX.Element }) {
  return (
    <label class="setting">
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}

function CheckSetting(props: { label: string; isChecked: boolean; onChange: (isChecked: boolean) => void }) {
  return (
    <label class="setting setting-check">
      <input
        type="checkbox"
        checked={props.isChecked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

function NumberSetting(props: {
  label: string;
  value: number;
  max?: number;
  onChange: (value: number) => void;
}) {
  return (
    <Labelled label={props.label}>
      <input
        class="field setting-number"
        type="number"
        min={0}
        max={props.max}
        value={props.value}
        onInput={({ currentTarget: { value, validity } }) => {
          if (value !== '' && validity.valid) props.onChange(Number(value));
        }}
      />
    </Labelled>
  );
}

function TextSetting(props: {
  label: string;
  value: string;
  hint: string;
  onChange: (value: string) => void;
}) {
  return (
    <Labelled label={props.label}>
      <input
        class="field"
        value={props.value}
        placeholder={props.hint}
        spellcheck={false}
        onChange={(event) => props.onChange(event.currentTarget.value.trim())}
      />
    </Labelled>
  );
}
