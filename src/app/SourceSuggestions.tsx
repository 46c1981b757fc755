import { SuggestionList } from '../cells/steps/SuggestionList';
import type { SourceRecord } from '../storage/catalog';
import { useApp } from './context';
import { tellProblem } from './notice';
import { toWords } from './words';

/** What looks wrong in a source: a step that would mend it begins a cell of steps in the workbook. */
export function SourceSuggestions(props: { source: SourceRecord }) {
  const app = useApp();
  const table = () => ({
    key: `${props.source.id}/${props.source.receipt.loaded}`,
    name: props.source.name,
    columns: props.source.columns,
    rows: props.source.receipt.loaded,
  });

  async function query(sql: string, options: { signal: AbortSignal }) {
    await app.sources.whenAttached(props.source.id);
    return app.engine.query(sql, options);
  }

  return (
    <SuggestionList
      table={table()}
      query={query}
      onProblem={(error) => tellProblem(error, toWords)}
      onTake={(step) => void app.cleanTable(props.source.name, { step })}
      onLook={(step) => void app.cleanTable(props.source.name, { step, isOpen: true })}
    />
  );
}
