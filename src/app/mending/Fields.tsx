import Merge from 'lucide-solid/icons/corner-left-up';
import { createUniqueId, Index, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { TypeGlyph } from '../../ui/TypeGlyph';
import { toReadingWords } from '../importing/readingWords';
import type { MendColumn, MendRecord } from './record';
import { dropExtra, fits, joinFields, setValue } from './record';

export interface FieldsProps {
  record: MendRecord;
  columns: readonly MendColumn[];
  /** Stands between two fields that are joined. */
  delimiter: string;
  onChange: (record: MendRecord) => void;
  onReset: () => void;
}

/** The fields of a record under the columns of its table, checked as they are typed. */
export function Fields(props: FieldsProps) {
  return (
    <>
      <ul class="mend-fields">
        <Index each={props.columns}>{(column, at) => <Field {...props} column={column()} at={at} />}</Index>
        <Index each={props.record.extra}>
          {(extra, index) => (
            <li class="extra">
              <span class="mend-name">{t('mending.extra', { at: String(extra().at) })}</span>
              <span class="mend-extra">{extra().text || t('mending.empty')}</span>
              <Button small onClick={() => props.onChange(dropExtra(plain(props.record), index))}>
                {t('mending.dropExtra')}
              </Button>
            </li>
          )}
        </Index>
      </ul>
      <div class="mend-foot">
        <Show when={props.record.extra.length > 0}>
          <span>{t('mending.extraText')}</span>
        </Show>
        <Button tone="link" small onClick={() => props.onReset()}>
          {t('mending.reset')}
        </Button>
      </div>
    </>
  );
}

function Field(props: FieldsProps & { column: MendColumn; at: number }) {
  const id = createUniqueId();
  let input!: HTMLInputElement;
  const value = () => props.record.values[props.at] ?? null;
  const isBad = () => !fits(value(), props.column);
  const type = () => toReadingWords(props.column.reading, props.column.type);
  const remark = () => {
    if (isBad()) return t('mending.bad', { type: type() });
    return props.record.absent[props.at] && value() === null ? t('mending.absent') : type();
  };
  return (
    <li classList={{ bad: isBad() }}>
      <label class="mend-name" for={id}>
        <TypeGlyph type={props.column.type} />
        <span class="item-text" title={props.column.name}>
          {props.column.name}
        </span>
      </label>
      <input
        ref={input}
        id={id}
        class="field"
        value={value() ?? ''}
        placeholder={t('mending.empty')}
        aria-invalid={isBad()}
        aria-describedby={`${id}-remark`}
        spellcheck={false}
        onInput={(event) =>
          props.onChange(setValue(plain(props.record), props.at, event.currentTarget.value))
        }
      />
      <Show when={props.record.extra.length > 0}>
        <Button
          small
          icon={<Merge />}
          label={t('mending.joinNext', { name: props.column.name })}
          onClick={() => {
            // the button goes when no field is left over, and the focus would go with it
            input.focus();
            props.onChange(joinFields(plain(props.record), props.at, props.columns, props.delimiter));
          }}
        />
      </Show>
      <small id={`${id}-remark`} class="mend-remark">
        {remark()}
      </small>
    </li>
  );
}

/** Out of the store: what is made of it must not change with it. */
function plain(record: MendRecord): MendRecord {
  return structuredClone({
    ...record,
    values: [...record.values],
    absent: [...record.absent],
    extra: record.extra.map((extra) => ({ ...extra })),
  });
}
