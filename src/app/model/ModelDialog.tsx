import { createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { fillIn } from '../../cells/steps/words';
import { formatCount, formatPercent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { stepWords } from '../../i18n/steps/steps';
import { isAbort } from '../../lib/problem';
import { shorten } from '../../lib/shorten';
import type { CellSpec } from '../../workbook/cell';
import type { Model, Relation } from '../../steps/model/relations';
import { findModel, toBrokenSql } from '../../steps/model/relations';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useApp } from '../context';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import { toLayout } from './layout';
import './model.css';

/** The tables of this device and how they hang together: their keys, what names rows of what, and what names nothing. */
export function ModelDialog(props: { onClose: () => void }) {
  const app = useApp();
  const [model, setModel] = createSignal<Model>();
  const [progress, setProgress] = createSignal('');
  const words = () => stepWords().model;
  const tables = app.sources.state.sources.map(({ name, columns }) => ({ name, columns }));
  const looking = new AbortController();
  onCleanup(() => looking.abort());

  async function look(): Promise<void> {
    for (const { id } of app.sources.state.sources) await app.sources.whenAttached(id);
    const ask = (sql: string) => app.engine.query(sql, { signal: looking.signal });
    setModel(
      await findModel(tables, ask, (done, all) => setProgress(`${formatCount(done)} / ${formatCount(all)}`)),
    );
  }
  onMount(() => {
    look().catch((error: unknown) => {
      if (!isAbort(error)) tellProblem(error, toWords);
    });
  });

  const place = ({ table, column }: Relation['from']) => `${table}.${column}`;

  function add(spec: Parameters<typeof app.addCell>[0]): void {
    props.onClose();
    void app.addCell(spec);
  }

  return (
    <Dialog open title={words().title ?? ''} shape="wide" onClose={() => props.onClose()}>
      <Show
        when={model()}
        fallback={
          <p class="empty" role="status">
            {t('app.loading')} {progress()}
          </p>
        }
      >
        {(found) => (
          <div class="model">
            <Diagram model={found()} />
            <Show when={found().relations.length > 0} fallback={<p class="empty">{words().none}</p>}>
              <ul class="model-relations">
                <For each={found().relations}>
                  {(relation) => (
                    <li>
                      <p>
                        <b>
                          <bdi>{place(relation.from)}</bdi> → <bdi>{place(relation.to)}</bdi>
                        </b>{' '}
                        <small>
                          {words()[relation.kind]},{' '}
                          {words()[{ name: 'byName', values: 'byValues', both: 'byBoth' }[relation.by]]}
                        </small>
                      </p>
                      <p class="model-fact">
                        {fillIn(words().found ?? '', {
                          share: formatPercent(relation.found),
                          from: place(relation.from),
                          to: place(relation.to),
                        })}
                        {'; '}
                        {fillIn(words().used ?? '', {
                          share: formatPercent(relation.used),
                          to: place(relation.to),
                        })}
                      </p>
                      <p class="model-fact" classList={{ warn: relation.broken > 0 }}>
                        {relation.broken === 0
                          ? words().whole
                          : fillIn(words().broken ?? '', {
                              count: formatCount(relation.broken),
                              values: formatCount(relation.brokenValues),
                              from: relation.from.table,
                              to: relation.to.table,
                            })}
                      </p>
                      <div class="model-actions">
                        <Button
                          small
                          tone="quiet"
                          onClick={() =>
                            add({
                              kind: 'steps',
                              name: `${relation.from.table}_${relation.to.table}`,
                              from: relation.from.table,
                              steps: [
                                {
                                  step: 'join',
                                  table: relation.to.table,
                                  keys: [{ left: relation.from.column, right: relation.to.column }],
                                },
                              ],
                            })
                          }
                        >
                          {words().join}
                        </Button>
                        <Button small tone="quiet" onClick={() => add(toCheck(relation))}>
                          {stepWords().rules.keep}
                        </Button>
                        <Show when={relation.broken > 0}>
                          <Button
                            small
                            tone="quiet"
                            onClick={() =>
                              add({
                                kind: 'sql',
                                name: `${relation.from.table}_broken`,
                                sql: toBrokenSql(relation, tables),
                              })
                            }
                          >
                            {words().list}
                          </Button>
                        </Show>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </div>
        )}
      </Show>
    </Dialog>
  );
}

/** A cell of the rows that name nothing, which is counted again on each import. */
function toCheck({ from, to }: Relation): CellSpec {
  const label = fillIn(stepWords().rules.keepLabel, { from: from.column, to: to.table });
  const rule = { rule: 'known', column: from.column, table: to.table, key: to.column, label };
  return {
    kind: 'steps',
    name: `check_${from.table}_${to.table}`,
    from: from.table,
    steps: [{ step: 'validate', rules: [rule], show: 'broken' }],
  };
}

function Diagram(props: { model: Model }) {
  const layout = () => toLayout(props.model);
  const words = () => stepWords().model;
  return (
    <div class="model-diagram">
      <svg
        width={layout().width}
        height={layout().height}
        viewBox={`0 0 ${layout().width} ${layout().height}`}
        role="img"
        aria-label={words().title}
      >
        <For each={layout().lines}>
          {({ relation, path }) => (
            <path class="model-line" classList={{ broken: relation.broken > 0 }} d={path} />
          )}
        </For>
        <For each={layout().boxes}>
          {(box) => (
            <g transform={`translate(${box.x} ${box.y})`}>
              <rect class="model-box" width={box.width} height={box.height} rx="6" />
              <text class="model-table" x="10" y="20">
                {shorten(box.table, 16)}
              </text>
              <text class="model-rows" x={box.width - 10} y="20">
                {formatCount(box.rows)}
              </text>
              <line class="model-rule" x1="0" x2={box.width} y1="28" y2="28" />
              <For each={box.columns}>
                {({ name, isKey }, at) => (
                  <text class="model-column" classList={{ key: isKey }} x="10" y={30 + at() * 20 + 14}>
                    {isKey ? '◆ ' : ''}
                    {shorten(name, 22)}
                  </text>
                )}
              </For>
            </g>
          )}
        </For>
      </svg>
    </div>
  );
}
