import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createMemo, Show, untrack } from 'solid-js';
import type { RowSource } from '../../grid/rows';
import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import { stepKinds } from '../../steps/catalog';
import type { Column } from '../../table/column';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';
import { CellRows, toRowSource } from '../CellRows';
import { createPreview, PREVIEW_ROWS } from './preview';
import type { Recipe } from './recipe';
import { fillIn, toProblemWords } from './words';

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
  const source = createMemo((): RowSource | undefined => {
    if (at() !== undefined) return preview()?.source;
    const { result } = props.recipe.state();
    if (!result) return undefined;
    return toRowSource(result, props.recipe.surroundings.engine);
  });
  const kinds = offered.filter((step) => stepKinds.some((kind) => kind.step === step));

  function renderHeader(column: Column) {
    return (
      <Show when={!props.recipe.isReadOnly()}>
        <span class="column-menu" onPointerDown={(event) => event.stopPropagation()}>
          <Menu
            label={fillIn(panel().columnMenu, { name: column.name })}
            trigger={<ChevronDown />}
            items={[
              ...(['up', 'down'] as const).flatMap((direction) =>
                stepKinds.some(({ step }) => step === 'sort')
                  ? [
                      {
                        label: direction === 'up' ? panel().sortUp : panel().sortDown,
                        run: () =>
                          props.recipe.add({ step: 'sort', by: [{ column: column.name, direction }] }),
                      },
                    ]
                  : [],
              ),
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
      <Show when={source()}>
        {(rows) => (
          <CellRows
            source={rows()}
            name={props.recipe.cell().name}
            old={at() === undefined && props.recipe.state().status !== 'done'}
            renderHeader={renderHeader}
            onProblem={props.recipe.surroundings.onProblem}
            onCopied={props.recipe.surroundings.onCopied}
          />
        )}
      </Show>
    </div>
  );
}
