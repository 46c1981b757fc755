import ChartColumn from 'lucide-solid/icons/chart-column';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import CircleQuestion from 'lucide-solid/icons/circle-question-mark';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import FileInput from 'lucide-solid/icons/file-input';
import ListChecks from 'lucide-solid/icons/list-checks';
import ListX from 'lucide-solid/icons/list-x';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Terminal from 'lucide-solid/icons/square-terminal';
import Table from 'lucide-solid/icons/table-2';
import Trash from 'lucide-solid/icons/trash';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { lazy } from '../ui/lazy';
import { formatBytes, formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isBalanced } from '../import/receipt';
import type { SourceRecord } from '../storage/catalog';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';
import { Progress } from '../ui/Progress';
import { TypeGlyph } from '../ui/TypeGlyph';
import { useApp } from './context';
import { removeSource, restoreSource } from './commands';
import { NameField } from './NameField';
import { dropTarget } from './replace/dropTarget';
import type { ImportTask } from './tasks';

const Outline = lazy(async () => ({ default: (await import('./workbook/Outline')).Outline }));

export function Sidebar() {
  const app = useApp();
  const { state } = app.sources;
  return (
    <div class="scroll">
      <div class="section-head">
        <h2>{t('sources.title')}</h2>
        <Button small icon={<Plus />} onClick={app.pickFiles}>
          {t('sources.add')}
        </Button>
      </div>
      <Show when={state.sources.length === 0 && state.tasks.length === 0}>
        <p class="empty">{t('sources.empty')}</p>
      </Show>
      <ul>
        <For each={state.sources}>{(source) => <SourceItem source={source} />}</For>
      </ul>
      <ul>
        <For each={state.tasks}>{(task) => <TaskItem task={task} />}</For>
      </ul>
      <Show when={app.workbooks()?.workbook() && app.workbooks()}>
        {(workbooks) => <Outline workbooks={workbooks()} />}
      </Show>
      <Show when={state.removed.length > 0}>
        <div class="section-head">
          <h2>{t('sources.removedTitle')}</h2>
        </div>
        <ul>
          <For each={state.removed}>{(source) => <RemovedItem source={source} />}</For>
        </ul>
      </Show>
    </div>
  );
}

function SourceItem(props: { source: SourceRecord }) {
  const app = useApp();
  const { view } = app;
  const [expanded, setExpanded] = createSignal(false);
  const isOpen = () => view.open() === props.source.id;
  const isDropTarget = () => dropTarget() === props.source.id;
  return (
    <li>
      <div
        class="item"
        classList={{ on: isOpen(), 'drop-target': isDropTarget() }}
        data-source={props.source.id}
      >
        <button
          type="button"
          class="twisty"
          aria-expanded={expanded()}
          aria-label={t('sources.expand', { name: props.source.name })}
          onClick={() => setExpanded(!expanded())}
        >
          <ChevronRight />
        </button>
        <Show
          when={view.renaming() === props.source.id}
          fallback={
            <button
              type="button"
              class="item-name"
              aria-current={isOpen() ? 'page' : undefined}
              title={props.source.name}
              onClick={() => view.show(props.source.id)}
              onDblClick={() => view.setRenaming(props.source.id)}
            >
              {isDropTarget() ? t('replacing.drop', { name: props.source.name }) : props.source.name}
            </button>
          }
        >
          <NameField source={props.source} />
        </Show>
        <Show when={!isBalanced(props.source.receipt)}>
          <span
            class="mark-bad"
            title={t('sources.unbalanced')}
            role="img"
            aria-label={t('sources.unbalanced')}
          >
            !
          </span>
        </Show>
        <Show when={!props.source.kept}>
          <span class="pill warn" title={t('sources.notKeptLong')}>
            {t('sources.notKept')}
          </span>
        </Show>
        <small class="count">{formatCount(props.source.receipt.loaded)}</small>
        <Menu
          label={t('sources.menu', { name: props.source.name })}
          trigger={<Ellipsis />}
          triggerClass="button icon small item-menu"
          items={[
            { label: t('sources.open'), icon: () => <Table />, run: () => view.show(props.source.id) },
            {
              label: t('workbook.ask'),
              icon: () => <Terminal />,
              run: () => void app.askTable(props.source.name),
            },
            {
              label: t('workbook.clean'),
              icon: () => <ListChecks />,
              run: () => void app.askTable(props.source.name, 'steps'),
            },
            {
              label: t('workbook.chart'),
              icon: () => <ChartColumn />,
              run: () => void app.chartTable({ from: props.source.name, columns: props.source.columns }),
            },
            ...(props.source.receipt.rejected > 0
              ? [
                  {
                    label: t('view.rejected'),
                    icon: () => <ListX />,
                    run: () => view.show(props.source.id, 'rejected'),
                  },
                ]
              : []),
            {
              label: t('sources.rename'),
              icon: () => <Pencil />,
              run: () => view.setRenaming(props.source.id),
            },
            ...(props.source.receipt.unread > 0
              ? [
                  {
                    label: t('view.unread'),
                    icon: () => <CircleQuestion />,
                    run: () => view.show(props.source.id, 'unread'),
                  },
                ]
              : []),
            {
              label: t('replacing.menu'),
              icon: () => <FileInput />,
              run: () => app.pickReplacement(props.source),
            },
            {
              label: t('sources.again'),
              icon: () => <RotateCw />,
              run: () => {
                view.show(props.source.id);
                view.setDialog('again');
              },
            },
            {
              label: t('sources.remove'),
              icon: () => <Trash />,
              danger: true,
              run: () => void removeSource(app, props.source.id),
            },
          ]}
        />
      </div>
      <Show when={expanded()}>
        <ul>
          <For each={props.source.columns}>
            {(column) => (
              <li>
                <button
                  type="button"
                  class="item column"
                  title={`${column.name} · ${column.type}`}
                  onClick={() => {
                    if (!isOpen()) view.show(props.source.id);
                    view.setColumn(column.name);
                    queueMicrotask(() => app.grid()?.scrollToColumn(column.name));
                  }}
                >
                  <TypeGlyph type={column.type} />
                  <span class="item-text">{column.name}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
}

function TaskItem(props: { task: ImportTask }) {
  const { sources } = useApp();
  const text = () => {
    const { status, doneBytes, totalBytes } = props.task;
    if (status === 'looking') return t('importing.looking');
    if (status === 'waiting') return t('sources.waiting');
    if (status === 'stopping') return t('sources.stopping');
    return t('sources.importing', { done: formatBytes(doneBytes), total: formatBytes(totalBytes) });
  };
  return (
    <li class="task">
      <div class="task-head">
        <span class="item-text" title={props.task.fileName}>
          {props.task.fileName}
        </span>
        <Button
          small
          icon={<X />}
          label={t('sources.stopImport', { name: props.task.fileName })}
          disabled={props.task.status === 'stopping'}
          onClick={() => sources.stopImport(props.task.id)}
        />
      </div>
      <Progress label={props.task.fileName} value={props.task.doneBytes} max={props.task.totalBytes} />
      <small class="count">{text()}</small>
    </li>
  );
}

function RemovedItem(props: { source: SourceRecord }) {
  const app = useApp();
  return (
    <li class="item removed">
      <span class="item-text" title={props.source.name}>
        {props.source.name}
      </span>
      <small class="count">{formatBytes(props.source.bytes)}</small>
      <Menu
        label={t('sources.menu', { name: props.source.name })}
        trigger={<Ellipsis />}
        triggerClass="button icon small item-menu"
        items={[
          {
            label: t('sources.restore'),
            icon: () => <RotateCcw />,
            run: () => void restoreSource(app, props.source.id),
          },
          {
            label: t('sources.clear'),
            icon: () => <Trash />,
            danger: true,
            run: () => {
              app.view.setClearing(props.source.id);
              app.view.setDialog('clear');
            },
          },
        ]}
      />
    </li>
  );
}
