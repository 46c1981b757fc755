import ChartColumn from 'lucide-solid/icons/chart-column';
import { createResource, For, onCleanup, Show } from 'solid-js';
import { showValue } from '../grid/showValue';
import { formatCount, formatPercent, localeTag } from '../i18n/format';
import { t } from '../i18n/i18n';
import { isAbort } from '../lib/problem';
import type { ColumnProfile } from '../run/profile';
import { readProfile } from '../run/profile';
import type { SourceRecord } from '../storage/catalog';
import type { Column, Value } from '../table/column';
import { toFamily } from '../table/column';
import { Button } from '../ui/Button';
import { createVariable } from '../ui/cssVariable';
import { TypeGlyph } from '../ui/TypeGlyph';
import { useApp } from './context';
import { Fact } from './Fact';

/** What is in a column, asked of the engine. */
export function Profile(props: { source: SourceRecord; column: Column }) {
  const { engine, sources, chartTable } = useApp();
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  const [profile] = createResource(
    () => [props.source.id, props.source.name, props.column] as const,
    async ([id, name, column]): Promise<ColumnProfile | undefined> => {
      try {
        await sources.whenAttached(id);
        return await readProfile(engine, name, column, stop.signal);
      } catch (error) {
        if (isAbort(error)) return undefined;
        throw error;
      }
    },
  );
  const share = (count: number, of: number) => (of === 0 ? '' : ` · ${formatPercent(count / of)}`);

  return (
    <>
      <div class="section-head">
        <h2 class="profile-name">
          <TypeGlyph type={props.column.type} />
          {props.column.name}
        </h2>
        <span class="kind">{t(`grid.families.${toFamily(props.column.type)}`)}</span>
      </div>
      <Show when={toFamily(props.column.type) !== 'nested'}>
        <Button
          small
          tone="quiet"
          icon={<ChartColumn />}
          label={t('cell.chart')}
          onClick={() =>
            void chartTable({
              from: props.source.name,
              columns: props.source.columns,
              chosen: [props.column.name],
            })
          }
        >
          {t('kind.chart')}
        </Button>
      </Show>
      <Show when={profile.error}>
        <p class="note bad">{t('profile.failed')}</p>
      </Show>
      <Show
        when={!profile.error && profile.latest}
        fallback={<div class="skeleton-block" aria-label={t('app.loading')} />}
      >
        {(found) => (
          <>
            <dl class="facts">
              <Fact
                name={t('profile.missing')}
                value={formatCount(found().missing) + share(found().missing, found().rows)}
              />
              <Fact
                name={t('profile.distinct')}
                value={
                  found().exact
                    ? formatCount(found().distinct)
                    : t('profile.about', { count: formatCount(found().distinct) })
                }
              />
              <For each={toExtremes(props.column, found())}>
                {([name, value]) => <Fact name={name} value={value} />}
              </For>
            </dl>
            <Show when={found().frequent.length > 0}>
              <h3>{t('profile.frequent')}</h3>
              <ul class="frequent">
                <For each={found().frequent}>
                  {([value, count]) => (
                    <li
                      ref={(element) =>
                        createVariable(element, '--share', () => String(count / found().frequent[0]![1]))
                      }
                    >
                      <span title={String(value)}>{showValue(value, props.column)}</span>
                      <small>{formatCount(count)}</small>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </>
        )}
      </Show>
    </>
  );
}

function toExtremes(column: Column, { min, max, mean }: ColumnProfile): [string, string][] {
  if (min === null || max === null) return [];
  const family = toFamily(column.type);
  if (family === 'number') {
    const number = (value: Value) => showValue(value, column);
    return [
      [t('profile.min'), number(min)],
      [t('profile.max'), number(max)],
      [
        t('profile.mean'),
        mean === null ? '' : mean.toLocaleString(localeTag(), { maximumSignificantDigits: 8 }),
      ],
    ];
  }
  if (family === 'date') {
    return [
      [t('profile.first'), String(min)],
      [t('profile.last'), String(max)],
    ];
  }
  if (family === 'text') {
    const length = (value: Value) => t('profile.characters', Number(value), formatCount(Number(value)));
    return [
      [t('profile.shortest'), length(min)],
      [t('profile.longest'), length(max)],
    ];
  }
  return [];
}
