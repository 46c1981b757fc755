import { For, createEffect, createMemo, type JSX } from 'solid-js';
import { t } from '../i18n/i18n';
import { glyphs, toFamily, type Column } from '../table/column';
import type { Range } from './scroll';

export interface HeaderProps {
  columns: readonly Column[];
  visible: Range;
  offsets: Float64Array;
  isSelected(column: number): boolean;
  renderHeader?: (column: Column, index: number) => JSX.Element;
  onGrip(column: number, event: PointerEvent): void;
  onFit(column: number): void;
}

export function Header(props: HeaderProps): JSX.Element {
  const shown = createMemo(() => {
    const { first, last } = props.visible;
    return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  });
  return <For each={shown()}>{(index) => <ColumnHeader {...props} index={index} />}</For>;
}

function ColumnHeader(props: HeaderProps & { index: number }): JSX.Element {
  // the same column of other rows keeps what stands below its name as it is, an open menu too
  const column = createMemo(() => props.columns[props.index] ?? { name: '', type: '' }, undefined, {
    equals: (one, other) => one.name === other.name && one.type === other.type,
  });
  const family = () => toFamily(column().type);
  const familyName = () => t(`grid.families.${family()}`);
  let element!: HTMLDivElement;

  createEffect(() => {
    const left = props.offsets[props.index] ?? 0;
    element.style.left = `${left}px`;
    element.style.width = `${(props.offsets[props.index + 1] ?? left) - left}px`;
  });

  return (
    <div
      ref={element}
      class="grid-column"
      classList={{ 'is-selected': props.isSelected(props.index) }}
      role="columnheader"
      aria-colindex={props.index + 2}
      aria-label={`${column().name}, ${familyName()}`}
      title={`${column().name}\n${familyName()} · ${column().type}`}
    >
      <span class="grid-name">
        <span class={`grid-type is-${family()}`} aria-hidden="true">
          {glyphs[family()]}
        </span>
        <bdi class="grid-title">{column().name}</bdi>
      </span>
      {props.renderHeader?.(column(), props.index)}
      <span
        class="grid-grip"
        title={t('grid.resize')}
        onPointerDown={(event) => props.onGrip(props.index, event)}
        onDblClick={() => props.onFit(props.index)}
      />
    </div>
  );
}
