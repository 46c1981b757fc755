import type { JSX } from 'solid-js';

/** A field with what it is called. */
export function Setting(props: { label: string; wide?: boolean; children: JSX.Element }) {
  return (
    <label class="input-setting" classList={{ wide: props.wide ?? false }}>
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}
