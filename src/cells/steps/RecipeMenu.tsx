import CopyPlus from 'lucide-solid/icons/copy-plus';
import Code from 'lucide-solid/icons/code-xml';
import Copy from 'lucide-solid/icons/copy';
import Download from 'lucide-solid/icons/download';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Shield from 'lucide-solid/icons/shield-check';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, Show, untrack } from 'solid-js';
import { stepWords } from '../../i18n/steps/steps';
import { toSql } from '../../steps/chain';
import { fromRecipeFile, recipeExtension, toRecipeFile } from '../../steps/recipeFile';
import type { MenuItem } from '../../ui/Menu';
import { Menu } from '../../ui/Menu';
import { saveFile } from '../../ui/saveFile';
import { PrivacyReport } from './PrivacyReport';
import type { Recipe } from './recipe';

/** What can be done with the chain as a whole. */
export function RecipeMenu(props: { recipe: Recipe }) {
  const panel = () => stepWords().panel;
  const { onProblem, add } = untrack(() => props.recipe).surroundings;
  const [isReporting, setReporting] = createSignal(false);
  let file!: HTMLInputElement;

  function sql(): string | undefined {
    const compiled = props.recipe.compiled();
    return compiled && toSql(compiled);
  }

  async function open(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    try {
      props.recipe.append(fromRecipeFile(await chosen.text()).steps);
    } catch (error) {
      onProblem(error);
    }
  }

  const items = (): MenuItem[] => {
    const { name, steps, from } = props.recipe.cell();
    const reading: MenuItem[] = [
      {
        label: panel().copyAll,
        icon: () => <Copy />,
        run: () => void navigator.clipboard.writeText(sql() ?? '').catch(onProblem),
      },
      {
        label: panel().save,
        icon: () => <Download />,
        run: () =>
          saveFile(
            `${name}${recipeExtension}`,
            new Blob([toRecipeFile(name, steps)], { type: 'application/json' }),
          ),
      },
    ];
    if (props.recipe.state().result) {
      reading.push({
        label: panel().privacy.open,
        icon: () => <Shield />,
        apart: true,
        run: () => setReporting(true),
      });
    }
    if (props.recipe.isReadOnly()) return reading;
    return [
      {
        label: panel().toSql,
        icon: () => <Code />,
        run: () => add({ kind: 'sql', sql: sql() ?? '' }, props.recipe.id),
      },
      ...reading,
      { label: panel().open, icon: () => <FolderOpen />, apart: true, run: () => file.click() },
      {
        label: panel().again,
        icon: () => <CopyPlus />,
        run: () =>
          add({ kind: 'steps', from, steps: steps.map(({ id: _id, ...step }) => step) }, props.recipe.id),
      },
      {
        label: panel().clear,
        icon: () => <Trash />,
        danger: true,
        apart: true,
        run: () => props.recipe.removeAll(),
      },
    ];
  };

  return (
    <>
      <Menu label={panel().recipe} trigger={<Ellipsis />} items={items()} />
      <Show when={isReporting() && props.recipe.state().result}>
        {(result) => (
          <PrivacyReport
            recipe={props.recipe}
            columns={result().columns}
            onClose={() => setReporting(false)}
          />
        )}
      </Show>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json"
        aria-label={panel().open}
        onChange={({ currentTarget }) => {
          void open(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
