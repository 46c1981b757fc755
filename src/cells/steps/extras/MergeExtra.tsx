import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  Show,
  untrack,
} from 'solid-js';
import { formatCount, localeTag } from '../../../i18n/format';
import { stepWords } from '../../../i18n/steps/steps';
import { isAbort } from '../../../lib/problem';
import { quoteName } from '../../../sql/quote';
import { findByDistance } from '../../../steps/clean/spellings/distance';
import { findByKey, toFingerprint, toPairKey } from '../../../steps/clean/spellings/keys';
import { runSliced } from '../../../steps/clean/spellings/run';
import type { Sliced, Spelling, SpellingGroup } from '../../../steps/clean/spellings/spelling';
import { Button } from '../../../ui/Button';
import { fillIn } from '../words';
import type { ExtraProps } from './extra';

/** What is compared in the page; the most frequent of them, where there are more. */
const MOST_VALUES = 200_000;
const MOST_GROUPS = 200;
const MOST_SPELLINGS = 6;

const ways = {
  letters: (spellings: readonly Spelling[]) => findByKey(spellings, toFingerprint),
  pairs: (spellings: readonly Spelling[]) => findByKey(spellings, toPairKey),
  distance: (spellings: readonly Spelling[]) => findByDistance(spellings),
  sound: async (spellings: readonly Spelling[]) =>
    findByKey(spellings, (await import('../../../steps/clean/spellings/sound')).toSound),
} satisfies Record<string, (spellings: readonly Spelling[]) => Found | Promise<Found>>;

type Found = Sliced<SpellingGroup[]>;
type Way = keyof typeof ways;

interface Merged {
  readonly to: string;
  readonly from: readonly string[];
}

/** Groups of spellings that may be one, for a person to take, to name or to leave. */
export function MergeExtra(props: ExtraProps) {
  const [way, setWay] = createSignal<Way>('letters');
  const [groups, setGroups] = createSignal<readonly SpellingGroup[]>();
  const [progress, setProgress] = createSignal<number>();
  const { ask } = untrack(() => props);
  const words = () => stepWords().panel.merge;
  const column = () => String(props.settings.column);
  const merged = () => props.settings.groups as readonly Merged[];
  const wayId = createUniqueId();
  const question = createMemo(() => {
    const known = props.context?.columns.some(({ name }) => name === column());
    return known ? JSON.stringify([props.context!.from, column(), way()]) : undefined;
  });

  createEffect(
    on(question, (asked) => {
      setGroups(undefined);
      if (asked === undefined) return;
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      find(controller.signal).catch((error: unknown) => {
        if (isAbort(error) || controller.signal.aborted) return;
        setProgress(undefined);
        setGroups([]);
      });
    }),
  );

  async function find(signal: AbortSignal): Promise<void> {
    const { from } = props.context!;
    setProgress(0);
    const [values = [], counts = []] = await ask(
      `SELECT ${quoteName(column())}, count(*) FROM ${from} WHERE ${quoteName(column())} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_VALUES}`,
    );
    if (signal.aborted) return;
    const spellings = values.map((value, at) => ({ value: String(value), count: Number(counts[at]) }));
    const found = await runSliced<SpellingGroup[]>(await ways[untrack(way)](spellings), {
      signal,
      onProgress: setProgress,
    });
    setProgress(undefined);
    setGroups(found);
  }

  const isOf = ({ spellings }: SpellingGroup, { from }: Merged) =>
    spellings.some(({ value }) => from.includes(value));
  const findMerged = (group: SpellingGroup) => merged().find((one) => isOf(group, one));
  const without = (group: SpellingGroup) => merged().filter((one) => !isOf(group, one));
  const toMerged = ({ to, spellings }: SpellingGroup): Merged => ({
    to,
    from: spellings.map(({ value }) => value),
  });
  const shown = () => (groups() ?? []).slice(0, MOST_GROUPS);
  /** Groups of a step that is changed, which are not found any more. */
  const kept = () => merged().filter((one) => !(groups() ?? []).some((group) => isOf(group, one)));

  return (
    <Show when={question()}>
      <div class="step-field">
        <label class="step-label" for={wayId}>
          {words().way}
        </label>
        <select id={wayId} class="field" onChange={({ currentTarget }) => setWay(currentTarget.value as Way)}>
          <For each={Object.keys(ways) as Way[]}>
            {(one) => (
              <option value={one} selected={one === way()}>
                {words().ways[one]}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={progress() !== undefined}>
        <p class="step-fact" role="status">
          {fillIn(words().looking, {
            share: (progress() ?? 0).toLocaleString(localeTag(), { style: 'percent' }),
          })}
        </p>
      </Show>
      <Show when={groups()}>
        <div class="merge-head">
          <span class="step-fact" role="status">
            {groups()!.length === 0
              ? words().none
              : fillIn(words().found, {
                  count: formatCount(groups()!.length),
                  taken: formatCount(merged().length),
                })}
          </span>
          <Show when={groups()!.length > 0}>
            <Button small onClick={() => props.onSet({ groups: [...kept(), ...shown().map(toMerged)] })}>
              {words().all}
            </Button>
            <Button small onClick={() => props.onSet({ groups: [] })}>
              {words().nothing}
            </Button>
          </Show>
        </div>
        <ul class="merge-groups">
          <For each={shown()}>
            {(group) => (
              <li class="merge-group" classList={{ taken: findMerged(group) !== undefined }}>
                <input
                  type="checkbox"
                  aria-label={fillIn(words().take, { name: group.to })}
                  checked={findMerged(group) !== undefined}
                  onChange={({ currentTarget }) =>
                    props.onSet({
                      groups: currentTarget.checked ? [...without(group), toMerged(group)] : without(group),
                    })
                  }
                />
                <input
                  class="field"
                  aria-label={fillIn(words().name, { name: group.to })}
                  spellcheck={false}
                  value={findMerged(group)?.to ?? group.to}
                  onChange={({ currentTarget }) =>
                    props.onSet({
                      groups: [
                        ...without(group),
                        { ...toMerged(group), to: currentTarget.value || group.to },
                      ],
                    })
                  }
                />
                <p class="step-fact">
                  <For each={group.spellings.slice(0, MOST_SPELLINGS)}>
                    {({ value, count }) => (
                      <span class="spelling">
                        <bdi>{value}</bdi> <small>{formatCount(count)}</small>
                      </span>
                    )}
                  </For>
                  <Show when={group.spellings.length > MOST_SPELLINGS}>
                    <span>+{formatCount(group.spellings.length - MOST_SPELLINGS)}</span>
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ul>
        <Show when={groups()!.length > MOST_GROUPS}>
          <p class="step-fact">{fillIn(words().more, { count: formatCount(MOST_GROUPS) })}</p>
        </Show>
      </Show>
    </Show>
  );
}
