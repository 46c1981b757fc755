import type { JSX } from 'solid-js';
import { Show, splitProps } from 'solid-js';

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
  small?: boolean;
  icon?: JSX.Element;
  /** Said by screen readers, and shown on hover; the only words of a button that is an icon. */
  label?: string;
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['tone', 'small', 'icon', 'label', 'children', 'class', 'type']);
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={`button ${own.tone ?? 'plain'} ${own.class ?? ''}`}
      classList={{ small: own.small ?? false, icon: !own.children }}
      aria-label={own.label}
      title={own.label}
    >
      {own.icon}
      <Show when={own.children}>{own.children}</Show>
    </button>
  );
}
