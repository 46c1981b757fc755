import { For, Show } from 'solid-js';
import { formatBytes, formatCount, formatWhen } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { Warning } from '../import/receipt';
import { isBalanced } from '../import/receipt';
import type { SourceRecord } from '../storage/catalog';
import { Button } from '../ui/Button';
import { useApp } from './context';
import { Fact } from './Fact';
import { toDelimiterWords } from './importing/delimiterWords';
import { toEncodingWords } from './importing/encodingWords';
import { ReceiptColumns } from './ReceiptColumns';

/** How a source came in: what became of every record, what a person should know of, and what was decided. */
export function ReceiptDetail(props: { source: SourceRecord }) {
  const { view } = useApp();
  const receipt = () => props.source.receipt;
  const balanced = () => isBalanced(receipt());
  return (
    <section class="detail">
      <div class="section-head">
        <h2>{t('receipt.title')}</h2>
        <span class="pill" classList={{ good: balanced(), bad: !balanced() }}>
          {t(balanced() ? 'receipt.balances' : 'receipt.doesNot')}
        </span>
      </div>
      <dl class="facts sum">
        <Fact name={t('receipt.headerLong')} value={formatCount(receipt().header)} />
        <Fact name={t('receipt.skippedLong')} value={formatCount(receipt().skipped)} />
        <Fact name={t('receipt.loadedLong')} value={formatCount(receipt().loaded)} />
        <Fact name={t('receipt.rejectedLong')} value={formatCount(receipt().rejected)} />
        <Fact name={t('receipt.records')} value={formatCount(receipt().records)} />
      </dl>
      <Show when={!balanced()}>
        <p class="note bad">{t('receipt.unbalancedWhy')}</p>
      </Show>
      <Show when={receipt().rejected > 0}>
        <Button tone="quiet" class="detail-button" onClick={() => view.show(props.source.id, 'rejected')}>
          {t('view.rejected')} · {t('receipt.see')}
        </Button>
      </Show>
      <Show when={receipt().unread > 0}>
        <div class="note warn">
          <p>{t('receipt.unread', receipt().unread, formatCount(receipt().unread))}</p>
          <Button tone="link" small onClick={() => view.show(props.source.id, 'unread')}>
            {t('receipt.see')}
          </Button>
        </div>
      </Show>
      <For each={receipt().warnings}>{(warning) => <WarningNote warning={warning} />}</For>
      <ReceiptColumns receipt={receipt()} />
      <FileFacts source={props.source} />
    </section>
  );
}

function WarningNote(props: { warning: Warning }) {
  const count = () => props.warning.count ?? 0;
  return (
    <div class="note warn">
      <p>{t(`receipt.warnings.${props.warning.code}`, count(), formatCount(count()))}</p>
      <Show when={props.warning.examples?.length}>
        <p class="note-more">{t('receipt.at', { examples: props.warning.examples!.join(' · ') })}</p>
      </Show>
    </div>
  );
}

const places = ['member', 'sheet', 'range', 'path'] as const;

function FileFacts(props: { source: SourceRecord }) {
  const receipt = () => props.source.receipt;
  const missing = () => (receipt().settings.missing ?? []).filter((word) => word !== '');
  return (
    <dl class="facts">
      <Fact name={t('receipt.file')} value={receipt().file.name} />
      <Fact name={t('receipt.kind')} value={t(`importing.kinds.${receipt().kind}`)} />
      <For each={places}>
        {(place) => (
          <Show when={receipt().place[place]}>
            {(value) => <Fact name={t(`receipt.place.${place}`)} value={value()} />}
          </Show>
        )}
      </For>
      <Fact name={t('receipt.modified')} value={formatWhen(receipt().file.modified)} />
      <Fact name={t('receipt.imported')} value={formatWhen(props.source.created)} />
      <Show when={receipt().encoding}>
        {(encoding) => <Fact name={t('receipt.encoding')} value={toEncodingWords(encoding())} />}
      </Show>
      <Show when={receipt().dialect}>
        {(dialect) => (
          <>
            <Fact name={t('receipt.delimiter')} value={toDelimiterWords(dialect().delimiter)} />
            <Fact name={t('receipt.quote')} value={dialect().quote || t('receipt.none')} />
          </>
        )}
      </Show>
      <Show when={receipt().lineEnd}>
        {(lineEnd) => <Fact name={t('receipt.lineEnd')} value={t(`receipt.lineEnds.${lineEnd()}`)} />}
      </Show>
      <Show when={missing().length > 0}>
        <Fact name={t('receipt.missingWords')} value={missing().join(' · ')} />
      </Show>
      <Fact
        name={t('receipt.stored')}
        value={props.source.kept ? formatBytes(props.source.bytes) : t('sources.notKept')}
      />
    </dl>
  );
}
