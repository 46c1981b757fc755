import { createMemo, For, Show, untrack } from 'solid-js';
import { formatCount, formatPercent } from '../../../i18n/format';
import { stepWords } from '../../../i18n/steps/steps';
import type { LikelyKey } from '../../../steps/shape/findKeys';
import { findKeys, toMatchShares } from '../../../steps/shape/findKeys';
import type { Forecast } from '../../../steps/shape/forecast';
import { toForecast } from '../../../steps/shape/forecast';
import type { JoinSettings } from '../../../steps/shape/join';
import type { ModelTable } from '../../../steps/model/keys';
import type { StepContext } from '../../../steps/step';
import { createAnswer } from '../answer';
import { fillIn } from '../words';
import { OfferChip } from '../../fields/OfferChip';
import type { ExtraProps, HereAsk } from './extra';
import { findRelated } from './findRelated';

const MOST_KEYS = 4;

interface Offer {
  left: string;
  right: string;
  share: number;
}

interface KeyQuestion {
  context: StepContext;
  there: ModelTable;
  /** By their names. */
  keys: readonly LikelyKey[];
  sql: string;
}

/** By which columns two tables may belong together, and what a join would do, before it is applied. */
export function JoinExtra(props: ExtraProps) {
  const words = () => stepWords().panel.join;
  const settings = () => props.settings as unknown as JoinSettings;
  const hasKeys = () => settings().keys.some(({ left, right }) => left !== '' && right !== '');

  const { ask } = untrack(() => props);

  const offering = createMemo(
    (): KeyQuestion | undefined => {
      const name = settings().table;
      const columns = props.context?.tables.get(name);
      if (!props.context || !columns || hasKeys()) return undefined;
      const here = { name: props.context.source, columns: props.context.columns };
      const keys = findKeys(here, { name, columns }).slice(0, MOST_KEYS);
      const there = { name, columns };
      return { context: props.context, there, keys, sql: toMatchShares(props.context, there, keys) };
    },
    undefined,
    { equals: isSameOffering },
  );
  const offers = createAnswer(
    () => offering(),
    (question) => readOffers(question, ask),
  );

  const forecasting = createMemo(
    () =>
      props.context && !props.problem && hasKeys()
        ? { sql: toForecast(settings(), props.context) }
        : undefined,
    undefined,
    { equals: isSameQuestion },
  );
  const forecast = createAnswer(
    () => forecasting(),
    (question) => readForecast(question, ask),
  );

  const lines = (counts: Forecast) =>
    (['matched', 'unmatched', 'unmatchedOther', 'multiplied'] as const).flatMap((name) => {
      const values = {
        count: formatCount(counts[name]),
        table: settings().table,
        most: formatCount(counts.most),
      };
      return counts[name] === 0 && name !== 'matched' ? [] : [{ name, text: fillIn(words()[name], values) }];
    });

  return (
    <>
      <Show when={(offers()?.length ?? 0) > 0 && !hasKeys()}>
        <div class="step-extra">
          <span class="step-label">{words().likely}</span>
          <For each={offers()}>
            {({ left, right, share }) => (
              <OfferChip onTake={() => props.onSet({ keys: [{ left, right }] })}>
                <bdi>{fillIn(words().use, { left, right })}</bdi>
                <small>{fillIn(words().share, { share: formatPercent(share) })}</small>
              </OfferChip>
            )}
          </For>
        </div>
      </Show>
      <Show when={forecast()}>
        {(counts) => (
          <div class="step-extra" role="status">
            <span class="step-label">{words().forecast}</span>
            <For each={lines(counts())}>
              {({ name, text }) => (
                <span class={`step-fact ${name === 'multiplied' ? 'warn' : ''}`}>{text}</span>
              )}
            </For>
            <b class="step-fact">{fillIn(words().after, { count: formatCount(counts().after) })}</b>
          </div>
        )}
      </Show>
    </>
  );
}

function isSameQuestion(one: { sql: string } | undefined, other: { sql: string } | undefined): boolean {
  return one?.sql === other?.sql;
}

/** Where no names are alike there is no question to compare yet, but the tables are there. */
function isSameOffering(one: KeyQuestion | undefined, other: KeyQuestion | undefined): boolean {
  const isSameTable = one?.there.name === other?.there.name && one?.context.from === other?.context.from;
  return isSameTable && isSameQuestion(one, other);
}

/** Columns that are called alike, else those that have values in common. */
async function readOffers({ context, there, keys, sql }: KeyQuestion, ask: HereAsk): Promise<Offer[]> {
  if (keys.length === 0) {
    const relations = await findRelated(context, [there], ask);
    return relations.map(({ from, to, found }) => ({ left: from.column, right: to.column, share: found }));
  }
  const [values = [], found = []] = await ask(sql);
  return keys.map(({ left, right }, at) => ({
    left,
    right,
    share: Number(found[at]) / Math.max(1, Number(values[at])),
  }));
}

/** Undefined where the engine refuses: then the step itself says why. */
async function readForecast({ sql }: { sql: string }, ask: HereAsk): Promise<Forecast | undefined> {
  const found = await ask(sql).catch(() => undefined);
  if (!found) return undefined;
  const names = ['matched', 'unmatched', 'unmatchedOther', 'multiplied', 'most', 'after'] as const;
  return Object.fromEntries(names.map((name, at) => [name, Number(found[at]![0])])) as unknown as Forecast;
}
