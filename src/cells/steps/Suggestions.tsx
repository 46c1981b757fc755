import { Show, untrack } from 'solid-js';
import type { Recipe } from './recipe';
import { SuggestionList } from './SuggestionList';

/** What looks wrong in the table at the end of the chain. */
export function Suggestions(props: { recipe: Recipe }) {
  const { query, surroundings } = untrack(() => props.recipe);
  const table = () => {
    const { status, result } = props.recipe.state();
    if (status !== 'done' || !result) return undefined;
    return { key: result.id, name: props.recipe.cell().name, columns: result.columns, rows: result.rowCount };
  };
  return (
    <Show when={!props.recipe.isReadOnly() && !props.recipe.draft()}>
      <SuggestionList
        table={table()}
        query={query}
        onProblem={surroundings.onProblem}
        onTake={(step) => props.recipe.add(step)}
        onLook={(step) => props.recipe.beginWith(step)}
      />
    </Show>
  );
}
