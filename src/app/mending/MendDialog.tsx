import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createResource, createSignal, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { SourceRecord } from '../../storage/catalog';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useApp } from '../context';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import { Fields } from './Fields';
import './mending.css';
import type { MendRecord } from './record';
import { countOpen, maybeRow, toMendColumns, toMendRecord } from './record';

/** At once: enough for an afternoon of mending, and little to hold. */
const MOST_RECORDS = 500;

/** Rejected records of the open source, one after another, field by field; those that fit are added to the table. */
export function MendDialog() {
  const app = useApp();
  const isOpen = () => app.view.dialog() === 'mend' && (app.openSource()?.receipt.rejected ?? 0) > 0;
  return (
    <Show when={isOpen() && app.openSource()} keyed>
      {(source) => <MendSource source={source} />}
    </Show>
  );
}

function MendSource(props: { source: SourceRecord }) {
  const app = useApp();
  const close = () => app.view.setDialog(undefined);
  const columns = () => toMendColumns(props.source.receipt);
  const [records, setRecords] = createStore<MendRecord[]>([]);
  const [at, setAt] = createSignal(0);
  const [isAdding, setAdding] = createSignal(false);
  const [original] = createResource(
    () => props.source,
    async (source) => {
      const found = await readRecords(source);
      setRecords(reconcile(found));
      return found;
    },
  );
  const current = () => records[at()];
  const ready = () =>
    records.flatMap((record) => {
      const row = maybeRow(record, columns());
      return row ? [{ row, rejected: record.rejected }] : [];
    });
  const open = () => (current() ? countOpen(current()!, columns()) : 0);

  async function readRecords(source: SourceRecord): Promise<MendRecord[]> {
    try {
      await app.sources.whenAttached(source.id);
      const most = Math.min(source.receipt.rejected, MOST_RECORDS);
      const [lines = [], , , texts = []] = await app.engine.read(source.id, 'rejected', 0, most);
      return lines.map((line, rejected) =>
        toMendRecord(
          { rejected, line: Number(line), raw: String(texts[rejected] ?? '') },
          columns(),
          source.receipt,
        ),
      );
    } catch (error) {
      close();
      tellProblem(error, toWords);
      return [];
    }
  }

  async function add({ id, name }: SourceRecord): Promise<void> {
    const mended = ready();
    setAdding(true);
    try {
      const undo = await app.sources.addMended(id, {
        rows: mended.map(({ row }) => row),
        mended: mended.map(({ rejected }) => rejected),
      });
      close();
      if (app.openSource()?.receipt.rejected === 0) app.view.show(id);
      tell({
        text: () => t('mending.added', mended.length, formatCount(mended.length), name),
        action: { label: () => t('app.undo'), run: () => void takeBack(undo) },
      });
    } catch (error) {
      tellProblem(error, toWords);
    } finally {
      setAdding(false);
    }
  }

  return (
    <Dialog
      open
      onClose={close}
      shape="wide"
      title={t('mending.title', { name: props.source.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || ready().length === 0) return;
        event.preventDefault();
        void add(props.source);
      }}
      actions={
        <>
          <Button tone="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button
            tone="primary"
            disabled={ready().length === 0 || isAdding()}
            onClick={() => void add(props.source)}
          >
            {t('mending.add', ready().length, formatCount(ready().length))}
          </Button>
        </>
      }
    >
      <Show when={current()} fallback={<div class="skeleton-block" aria-label={t('app.loading')} />}>
        {(record) => (
          <>
            <div class="mend-head">
              <Button
                icon={<ChevronLeft />}
                label={t('mending.previous')}
                disabled={at() === 0}
                onClick={() => setAt(at() - 1)}
              />
              <span role="status">
                {t('mending.recordOf', { at: formatCount(at() + 1), count: formatCount(records.length) })}
              </span>
              <Button
                icon={<ChevronRight />}
                label={t('mending.next')}
                disabled={at() === records.length - 1}
                onClick={() => setAt(at() + 1)}
              />
              <span class="grow" />
              <span class="pill" classList={{ good: open() === 0, warn: open() > 0 }}>
                {open() === 0 ? t('mending.ready') : t('mending.notYet', open(), formatCount(open()))}
              </span>
            </div>
            <p class="mend-line">
              {t('mending.text')} · {t('mending.line', { line: formatCount(record().line) })}
            </p>
            <pre class="mend-raw" tabindex={0}>
              {record().raw}
            </pre>
            <Fields
              record={record()}
              columns={columns()}
              delimiter={props.source.receipt.dialect?.delimiter ?? ','}
              onChange={(next) => setRecords(at(), reconcile(next))}
              onReset={() => {
                const before = original()?.[at()];
                if (before) setRecords(at(), reconcile(before));
              }}
            />
            <Show when={props.source.receipt.rejected > records.length}>
              <p class="mend-line">{t('mending.more', formatCount(records.length))}</p>
            </Show>
          </>
        )}
      </Show>
    </Dialog>
  );
}

async function takeBack(undo: () => Promise<void>): Promise<void> {
  try {
    await undo();
    tell({ text: () => t('mending.undone') });
  } catch (error) {
    tellProblem(error, toWords);
  }
}
