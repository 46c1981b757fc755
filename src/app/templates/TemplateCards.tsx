import { For } from 'solid-js';
import { cardWords } from '../../i18n/templates/cards';
import { setTemplate } from './current';

/** What people come for, by the name of the task. */
export function TemplateCards() {
  return (
    <section class="block">
      <h2>{cardWords().heading}</h2>
      <p class="block-lede">{cardWords().lede}</p>
      <TemplateList />
    </section>
  );
}

export function TemplateList() {
  return (
    <ul class="cards">
      <For each={Object.entries(cardWords().of)}>
        {([id, { title, about }]) => (
          <li>
            <button type="button" class="card" onClick={() => setTemplate(id)}>
              <b>{title}</b>
              <span>{about}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}
