import ChartColumn from 'lucide-solid/icons/chart-column';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createMemo, createSignal, Show, Suspense, untrack } from 'solid-js';
import { lazy } from '../../ui/lazy';
import type { RowSource } from '../../grid/rows';
import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import { withChartWords } from '../../i18n/charts/withChartWords';
import { findStep, stepKinds } from '../../steps/catalog';
import type { ValueOffer } from '../../steps/suggest/ofValues';
import { toSortOffers } from '../../steps/suggest/ofValues';
import type { Column } from '../../table/column';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';
import { Tabs } from '../../ui/Tabs';
import { CellRows, toFollowed, toRowSource } from '../CellRows';
import { createPreview, PREVIEW_ROWS } from './preview';
import type { Recipe } from './recipe';
import { fillIn, toProblemWords } from './words';

const ResultCharts = lazy(async () => ({
  default: (await withChartWords(import('../chart/result/ResultCharts'))).ResultCharts,
}));

/** Steps that a column's menu offers, after its two sorts. */
const offered = [
  'filter',
  'fill',
  'rename',
  'convert',
  'tidy',
  'replace',
  'split',
  'dedupe',
  'group',
  'bins',
  'mask',
  'choose',
];

/** The table at the end of the chain, or after the step that is looked at. */
export function StepTable(props: { recipe: Recipe }) {
  const { preview, isBusy } = createPreview(untrack(() => props.recipe));
  const panel = () => stepWords().panel;
  const at = () => props.recipe.shownAt();
  const [chosen, setChosen] = createSignal('');
  const beside = () => props.recipe.state().beside ?? {};
  const source = createMemo((): RowSource | undefined => {
    if (at() !== undefined) return preview()?.source;
    const { result } = props.recipe.state();
    if (!result) return undefined;
    return toRowSource(beside()[chosen()] ?? result, props.recipe.surroundings.engine);
  });
  const tabs = () => [
    { id: '', label: props.recipe.cell().name },
    ...Object.keys(beside()).map((name) => ({ id: name, label: `${props.recipe.cell().name}.${name}` })),
  ];
  const kinds = offered.filter((step) => stepKinds.some((kind) => kind.step === step));

  /** What an analysis of the chain has found, to be seen in pictures. */
  const found = createMemo(() => {
    const { result, status } = props.recipe.state();
    const isAnalysed = props.recipe.steps().some(({ step }) => findStep(step)?.family === 'analyse');
    if (!result || status !== 'done' || !isAnalysed || at() !== undefined) return undefined;
    return [['', result] as const, ...Object.entries(beside())];
  });

  /** The table of which the rows are, where the chain has several. */
  const shown = () => (chosen() in beside() ? chosen() : '');

  function chart(columns: readonly string[]): void {
    const { cell, id, state, surroundings } = props.recipe;
    const table = shown();
    surroundings.chart({
      from: cell().name,
      ...(table && { table }),
      columns: (table ? beside()[table] : state().result)?.columns ?? [],
      chosen: columns,
      after: id,
    });
  }

  /** Whoever points at a value of a preview has found the step good; one that does not fit gives way. */
  function take({ step, isOpen }: ValueOffer): void {
    if (props.recipe.draftLink() && props.recipe.canApply()) props.recipe.apply();
    else props.recipe.cancel();
    if (isOpen) props.recipe.beginWith(step, at());
    else props.recipe.add(step);
  }

  function renderHeader(column: Column) {
    return (
      <Show when={!props.recipe.isReadOnly()}>
        <span class="column-menu" onPointerDown={(event) => event.stopPropagation()}>
          <Menu
            label={fillIn(panel().columnMenu, { name: column.name })}
            trigger={<ChevronDown />}
            items={[
              ...toSortOffers(column.name).map((offer) => ({
                label: stepWords().values[offer.does],
                run: () => take(offer),
              })),
              ...kinds.map((step, index) => ({
                label: `${stepWords().kinds[step]?.name}…`,
                apart: index === 0,
                run: () => props.recipe.begin(step, column.name),
              })),
            ]}
          />
        </span>
      </Show>
    );
  }

  return (
    <div class="step-table">
      <Show when={at() !== undefined}>
        <div class="step-looking" role="status">
          <b>
            {props.recipe.draft()
              ? fillIn(panel().previewing, { at: at()! })
              : at() === 0
                ? panel().beginning
                : fillIn(panel().showing, { at: at()! })}
          </b>
          <Show when={preview()?.isCut}>
            <span>{fillIn(panel().first, { count: formatCount(PREVIEW_ROWS) })}</span>
          </Show>
          <Show when={isBusy()}>
            <span class="quiet">{panel().busy}</span>
          </Show>
          <span class="grow" />
          <Show when={!props.recipe.draft()}>
            <Button small onClick={() => props.recipe.show(undefined)}>
              {panel().toEnd}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={at() !== undefined && preview()?.problem}>
        {(problem) => <p class="note warn">{toProblemWords('', problem())}</p>}
      </Show>
      <Show when={at() === undefined && tabs().length > 1}>
        <div class="step-tabs">
          <Tabs
            label={fillIn(panel().tables, { name: props.recipe.cell().name })}
            tabs={tabs()}
            chosen={shown()}
            onChoose={setChosen}
          />
          <Show when={!props.recipe.isReadOnly()}>
            <Button
              small
              tone="quiet"
              icon={<ChartColumn />}
              label={fillIn(stepWords().values.chartOf, {
                name: tabs().find(({ id }) => id === shown())!.label,
              })}
              onClick={() => chart([])}
            />
          </Show>
        </div>
      </Show>
      <Show when={found()}>
        {(tables) => (
          <Suspense>
            <ResultCharts
              id={props.recipe.id}
              name={props.recipe.cell().name}
              tables={tables()}
              readOnly={props.recipe.isReadOnly()}
              surroundings={props.recipe.surroundings}
            />
          </Suspense>
        )}
      </Show>
      <Show when={source()}>
        {(rows) => (
          <CellRows
            source={rows()}
            name={props.recipe.cell().name}
            old={at() === undefined && props.recipe.state().status !== 'done'}
            renderHeader={renderHeader}
            onOffer={props.recipe.isReadOnly() ? undefined : take}
            onChart={at() === undefined && !props.recipe.isReadOnly() ? chart : undefined}
            surroundings={props.recipe.surroundings}
            followed={
              at() === undefined ? toFollowed(props.recipe.cell(), props.recipe.state(), shown()) : undefined
            }
          />
        )}
      </Show>
    </div>
  );
}
