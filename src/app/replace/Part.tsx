import type { JSX } from 'solid-js';
import { For, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';

/** More than these are not read one by one. */
const MOST_SHOWN = 60;

/** A part of the report: a line for each thing. */
export function Part<T>(props: { title: string; items: readonly T[]; children: (item: T) => JSX.Element }) {
  return (
    <Show when={props.items.length > 0}>
      <section class="drift-part">
        <PartHead title={props.title} count={props.items.length} />
        <ul class="drift-lines">
          <For each={props.items.slice(0, MOST_SHOWN)}>{(item) => props.children(item)}</For>
        </ul>
        <More count={props.items.length - MOST_SHOWN} />
      </section>
    </Show>
  );
}

/** A part that is nothing but names. */
export function Names(props: { title: string; names: readonly string[] }) {
  return (
    <Show when={props.names.length > 0}>
      <section class="drift-part">
        <PartHead title={props.title} count={props.names.length} />
        <ul class="drift-names">
          <For each={props.names.slice(0, MOST_SHOWN)}>{(name) => <li>{name}</li>}</For>
        </ul>
        <More count={props.names.length - MOST_SHOWN} />
      </section>
    </Show>
  );
}

function PartHead(props: { title: string; count: number }) {
  return (
    <h3>
      {props.title} <small class="count">{formatCount(props.count)}</small>
    </h3>
  );
}

const MOST_WORDS = 12;

/** The first of a list of words. */
export function Words(props: { label: string; words: readonly string[] }) {
  return (
    <Show when={props.words.length > 0}>
      <span class="drift-words">
        {props.label}
        <For each={props.words.slice(0, MOST_WORDS)}>{(word) => <q>{word}</q>}</For>
        <More count={props.words.length - MOST_WORDS} />
      </span>
    </Show>
  );
}

function More(props: { count: number }) {
  return (
    <Show when={props.count > 0}>
      <small class="drift-more">{t('replacing.more', formatCount(props.count))}</small>
    </Show>
  );
}
