import type { CellViewProps } from '../view';
import type { TextCell } from './compile';
import { Laid } from './Laid';
import './text.css';

/** A text as it reads. */
export function Reader(props: CellViewProps<TextCell>) {
  return (
    <div class="text-cell">
      <Laid markdown={props.cell.markdown} state={props.state} />
    </div>
  );
}
