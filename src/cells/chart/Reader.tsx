import type { CellViewProps } from '../view';
import type { ChartCell } from './compile';
import { Shown } from './Shown';
import './chart.css';

/** A chart as it is read: the picture alone. */
export function Reader(props: CellViewProps<ChartCell>) {
  return (
    <div class="chart" classList={{ fills: props.fills ?? false }}>
      <Shown {...props} />
    </div>
  );
}
