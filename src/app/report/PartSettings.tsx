import { createUniqueId, For, Show } from 'solid-js';
import { reportWords } from '../../i18n/report';
import type { Cell } from '../../workbook/cell';
import type { PartPatch, ReportPart } from '../../workbook/report';
import { MOST_ROWS } from '../../workbook/report';
import { isHalf, ROWS } from './blocks';

export interface PartSettingsProps {
  cell: Cell;
  part: ReportPart;
  onSet: (patch: PartPatch, merge?: string) => void;
}

/** How one cell stands in the report. */
export function PartSettings(props: PartSettingsProps) {
  const id = createUniqueId();
  const words = reportWords;
  const isTable = () => props.cell.kind !== 'text' && props.cell.kind !== 'chart';
  return (
    <div class="part-settings">
      <div class="report-line across" role="radiogroup" aria-label={words().width}>
        <span>{words().width}</span>
        <span class="part-widths">
          <For each={['full', 'half'] as const}>
            {(width) => (
              <label>
                <input
                  type="radio"
                  name={`${id}-width`}
                  checked={isHalf(props.cell, props.part) === (width === 'half')}
                  onChange={() => props.onSet({ width })}
                />
                {words().widths[width]}
              </label>
            )}
          </For>
        </span>
      </div>
      <label class="report-flag">
        <input
          type="checkbox"
          checked={props.part.newPage === true}
          onChange={({ currentTarget }) => props.onSet({ newPage: currentTarget.checked || undefined })}
        />
        <span>{words().newPage}</span>
      </label>
      <label class="report-line">
        <span>{words().caption}</span>
        <input
          class="field"
          value={props.part.caption ?? ''}
          placeholder={isTable() ? props.cell.name : undefined}
          onInput={({ currentTarget }) => props.onSet({ caption: currentTarget.value }, 'caption')}
        />
      </label>
      <Show when={props.cell.kind !== 'text'}>
        <label class="report-flag">
          <input
            type="checkbox"
            checked={props.part.sql === true}
            onChange={({ currentTarget }) => props.onSet({ sql: currentTarget.checked || undefined })}
          />
          <span>{words().sql}</span>
        </label>
      </Show>
      <Show when={isTable()}>
        <label class="report-line across">
          <span>{words().rows}</span>
          <input
            class="field"
            type="number"
            min="0"
            max={MOST_ROWS}
            step="1"
            value={props.part.rows ?? ROWS}
            onChange={({ currentTarget }) => {
              const rows = currentTarget.valueAsNumber;
              props.onSet({ rows: Number.isNaN(rows) ? undefined : Math.round(rows) });
            }}
          />
        </label>
      </Show>
    </div>
  );
}
