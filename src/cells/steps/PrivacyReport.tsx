import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { formatCount, formatPercent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { stepWords } from '../../i18n/steps/steps';
import type { Anonymity } from '../../steps/protect/anonymity';
import { readAnonymity } from '../../steps/protect/anonymity';
import type { Column } from '../../table/column';
import { Dialog } from '../../ui/Dialog';
import { createAnswer } from './answer';
import { ColumnsPicker } from '../fields/ColumnsPicker';
import { fillIn } from './words';
import type { Recipe } from './recipe';

const USUAL_K = 5;
const MOST_SHOWN = 8;

/** How well people hide among others in a table, by the columns that somebody may know of them. */
export function PrivacyReport(props: { recipe: Recipe; columns: readonly Column[]; onClose: () => void }) {
  const [known, setKnown] = createSignal<readonly string[]>([]);
  const [sensitive, setSensitive] = createSignal<readonly string[]>([]);
  const [k, setK] = createSignal(USUAL_K);
  const words = () => stepWords().panel.privacy;
  const table = () => props.recipe.cell().name;
  const spec = createMemo(() =>
    known().length === 0 ? undefined : { table: table(), known: known(), sensitive: sensitive(), k: k() },
  );
  const { query, surroundings } = untrack(() => props.recipe);
  const report = createAnswer(
    () => spec(),
    (asked) => readAnonymity(asked, query),
    surroundings.onProblem,
  );

  return (
    <Dialog
      open
      title={fillIn(words().title, { name: table() })}
      shape="wide"
      onClose={() => props.onClose()}
    >
      <div class="privacy-report">
        <p>{words().lede}</p>
        <div class="privacy-fields">
          <div class="step-field" role="group" aria-label={words().known}>
            <span class="step-label">{words().known}</span>
            <ColumnsPicker
              label={words().known}
              columns={props.columns}
              value={known()}
              optional
              onSet={setKnown}
            />
          </div>
          <div class="step-field" role="group" aria-label={words().sensitive}>
            <span class="step-label">{words().sensitive}</span>
            <ColumnsPicker
              label={words().sensitive}
              columns={props.columns.filter(({ name }) => !known().includes(name))}
              value={sensitive()}
              optional
              onSet={setSensitive}
            />
          </div>
          <label class="step-field">
            <span class="step-label">{words().k}</span>
            <input
              class="field"
              type="number"
              min="2"
              max="1000"
              value={k()}
              onChange={({ currentTarget }) => {
                const typed = Math.round(currentTarget.valueAsNumber);
                if (typed >= 2 && typed <= 1000) setK(typed);
                currentTarget.value = String(k());
              }}
            />
          </label>
        </div>
        <Show when={known().length > 0} fallback={<p class="empty">{words().ask}</p>}>
          <Show when={report()} fallback={<p class="empty">{t('app.loading')}</p>}>
            {(found) => <Findings report={found()} known={known()} k={k()} />}
          </Show>
        </Show>
      </div>
    </Dialog>
  );
}

function Findings(props: { report: Anonymity; known: readonly string[]; k: number }) {
  const words = () => stepWords().panel.privacy;
  const share = () => formatPercent(props.report.exposed / Math.max(1, props.report.rows));
  return (
    <>
      <ul class="privacy-findings" role="status">
        <li>{fillIn(words().smallest, { count: formatCount(props.report.smallest) })}</li>
        <Show when={props.report.unique > 0}>
          <li class="warn">{fillIn(words().alone, { count: formatCount(props.report.unique) })}</li>
        </Show>
        <Show
          when={props.report.exposed > 0}
          fallback={<li class="good">{fillIn(words().safe, { k: formatCount(props.k) })}</li>}
        >
          <li class="warn">
            {fillIn(words().exposed, {
              count: formatCount(props.report.exposed),
              share: share(),
              k: formatCount(props.k),
            })}
          </li>
        </Show>
        <For each={props.report.diversity}>
          {({ column, least, exposed }) => (
            <li class={exposed > 0 ? 'warn' : 'good'}>
              {exposed > 0
                ? fillIn(words().notDiverse, { column, count: formatCount(exposed) })
                : fillIn(words().diverse, { column, count: formatCount(least) })}
            </li>
          )}
        </For>
      </ul>
      <h3 class="privacy-title">{words().worst}</h3>
      <div class="privacy-table">
        <table>
          <thead>
            <tr>
              <For each={props.known}>{(name) => <th scope="col">{name}</th>}</For>
              <th scope="col" class="number">
                {words().rows}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.report.worst.slice(0, MOST_SHOWN)}>
              {({ values, rows }) => (
                <tr>
                  <For each={values}>
                    {(value) => <td>{value === null ? <i>{t('grid.missing')}</i> : String(value)}</td>}
                  </For>
                  <td class="number">{formatCount(rows)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
