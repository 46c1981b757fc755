import Ellipsis from 'lucide-solid/icons/ellipsis';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { dashboardWords as words } from '../../i18n/dashboard';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';
import { Tabs } from '../../ui/Tabs';
import type { Arranging } from './arranging';
import { TitleField } from '../TitleField';

/** The pages by their names; while the dashboard is arranged, what can be done with them. */
export function PageTabs(props: { arranging: Arranging; isArranging: boolean }) {
  const [isNaming, setNaming] = createSignal(false);
  const pages = () => props.arranging.pages();
  const at = () => pages().findIndex(({ id }) => id === props.arranging.page().id);
  const items = () => [
    { label: words().renamePage, run: () => void setNaming(true) },
    ...(at() > 0 ? [{ label: words().moveLeft, run: () => void props.arranging.movePage(-1) }] : []),
    ...(at() < pages().length - 1
      ? [{ label: words().moveRight, run: () => void props.arranging.movePage(1) }]
      : []),
    ...(pages().length > 1
      ? [{ label: words().removePage, apart: true, danger: true, run: () => props.arranging.removePage() }]
      : []),
  ];
  return (
    <Show when={pages().length > 1 || props.isArranging}>
      <nav class="pages" aria-label={words().pages}>
        <Show
          when={isNaming()}
          fallback={
            <Tabs
              label={words().pages}
              tabs={pages().map((page, index) => ({ id: page.id, label: toPageTitle(page.title, index) }))}
              chosen={props.arranging.page().id}
              onChoose={props.arranging.show}
            />
          }
        >
          <TitleField
            title={props.arranging.page().title}
            canBeEmpty
            label={words().pageName}
            placeholder={toPageTitle('', at())}
            onDone={(title) => {
              if (title !== undefined) props.arranging.renamePage(title);
              setNaming(false);
            }}
          />
        </Show>
        <Show when={props.isArranging}>
          <Menu label={words().pageMenu} trigger={<Ellipsis />} items={items()} />
          <Button small icon={<Plus />} label={words().addPage} onClick={() => props.arranging.addPage()} />
        </Show>
      </nav>
    </Show>
  );
}

function toPageTitle(title: string, at: number): string {
  return title || words().page(formatCount(at + 1));
}
