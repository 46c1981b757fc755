import { For } from 'solid-js';
import { templateWords } from '../../i18n/templates/templates';
import { templates } from '../../templates/catalog';
import { setTemplate } from './current';

/** What people come for, by the name of the task. */
export function TemplateCards() {
  return (
    <section class="block">
      <h2>{templateWords().heading}</h2>
      <p class="block-lede">{templateWords().lede}</p>
      <TemplateList />
    </section>
  );
}

export function TemplateList() {
  const words = (id: string) => templateWords().of[id as keyof ReturnType<typeof templateWords>['of']];
  return (
    <ul class="cards">
      <For each={templates}>
        {({ id }) => (
          <li>
            <button type="button" class="card" onClick={() => setTemplate(id)}>
              <b>{words(id).title}</b>
              <span>{words(id).about}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}
