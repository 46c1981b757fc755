import { For, Show } from 'solid-js';
import { formatBytes, formatCount, formatWhen } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { Receipt } from '../import/receipt';
import { isBalanced } from '../import/receipt';
import type { SourceRecord } from '../storage/catalog';
import { Button } from '../ui/Button';
import { useApp } from './context';
import { Fact } from './Fact';
import { Profile } from './Profile';

/** What is selected, told at length: the column, and how the source came in. */
export function Details(props: { source: SourceRecord }) {
  const { view } = useApp();
  const column = () => props.source.columns.find(({ name }) => name === view.column());
  return (
    <div class="scroll">
      <Show when={view.kind() === 'rows'}>
        <section class="detail">
          <Show
            when={column()}
            keyed
            fallback={
              <>
                <div class="section-head">
                  <h2>{t('profile.title')}</h2>
                </div>
                <p class="empty">{t('profile.pick')}</p>
              </>
            }
          >
            {(chosen) => <Profile source={props.source} column={chosen} />}
          </Show>
        </section>
      </Show>
      <ReceiptDetail source={props.source} />
    </div>
  );
}

function ReceiptDetail(props: { source: SourceRecord }) {
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
      <For each={receipt().warnings}>
        {(warning) => <p class="note warn">{t(`receipt.warnings.${warning}`)}</p>}
      </For>
      <Show when={receipt().kept.length > 0}>
        <h3>{t('receipt.keptTitle')}</h3>
        <ul class="kept">
          <For each={receipt().kept}>
            {(kept) => (
              <li>
                <b>{kept.column}</b>
                <span>
                  {t(`receipt.doubt.${kept.doubt}`, {
                    example: kept.example,
                    type: t(`receipt.types.${kept.guessed}`),
                  })}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <dl class="facts">
        <Fact name={t('receipt.file')} value={receipt().file.name} />
        <Fact name={t('receipt.modified')} value={formatWhen(receipt().file.modified)} />
        <Fact name={t('receipt.imported')} value={formatWhen(props.source.created)} />
        <Fact name={t('receipt.encoding')} value={receipt().encoding} />
        <Fact name={t('receipt.delimiter')} value={showDelimiter(receipt())} />
        <Fact name={t('receipt.quote')} value={receipt().dialect.quote || t('receipt.none')} />
        <Fact name={t('receipt.lineEnd')} value={t(`receipt.lineEnds.${receipt().lineEnd}`)} />
        <Fact
          name={t('receipt.stored')}
          value={props.source.kept ? formatBytes(props.source.bytes) : t('sources.notKept')}
        />
      </dl>
    </section>
  );
}

function showDelimiter({ dialect: { delimiter } }: Receipt): string {
  switch (delimiter) {
    case ',':
      return t('receipt.delimiters.comma');
    case '\t':
      return t('receipt.delimiters.tab');
    case ';':
      return t('receipt.delimiters.semicolon');
    case '|':
      return t('receipt.delimiters.bar');
    default:
      return delimiter;
  }
}
