import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index } from 'solid-js';
import { stepWords } from '../../../i18n/steps/steps';
import type { ListField as Field, Loose } from '../../../steps/field';
import { toSettings } from '../../../steps/settings';
import { Button } from '../../../ui/Button';
import type { FieldAround } from './around';
import { FieldList } from './FieldList';

/** Any number of the same: each with its own fields, one under another. */
export function ListField(props: {
  field: Field;
  label: string;
  value: readonly Loose[];
  /** Of the step that the list is in: what an item asks may depend on them. */
  settings: Loose;
  around: FieldAround;
  onSet: (value: readonly Loose[]) => void;
}) {
  return (
    <div class="step-list">
      <Index each={props.value}>
        {(item, at) => (
          <div class="step-item" role="group" aria-label={`${props.label} ${at + 1}`}>
            <FieldList
              fields={props.field.fields}
              settings={{ ...props.settings, ...item() }}
              around={props.around}
              onSet={(patch) => props.onSet(props.value.with(at, { ...item(), ...patch }))}
            />
            <Button
              small
              class="step-item-remove"
              icon={<Trash />}
              label={`${stepWords().panel.removeItem} ${at + 1}`}
              onClick={() => props.onSet(props.value.toSpliced(at, 1))}
            />
          </div>
        )}
      </Index>
      <Button
        small
        icon={<Plus />}
        onClick={() => props.onSet([...props.value, toSettings(props.field.fields, {})])}
      >
        {stepWords().panel.moreItems}
      </Button>
    </div>
  );
}
