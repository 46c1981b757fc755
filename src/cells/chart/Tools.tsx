import Table from 'lucide-solid/icons/table-2';
import ChartColumn from 'lucide-solid/icons/chart-column';
import ZoomOut from 'lucide-solid/icons/zoom-out';
import type { Accessor } from 'solid-js';
import { Show } from 'solid-js';
import type { Picture } from '../../charts/spec/picture';
import { chartWords } from '../../i18n/charts/charts';
import { Button } from '../../ui/Button';
import type { ChartCell } from './compile';
import { DragButton } from './DragButton';
import { PictureMenu } from './PictureMenu';

/** What can be done with the picture, over its corner. */
export function Tools(props: {
  cell: ChartCell;
  picture: Accessor<Picture | undefined>;
  isZoomed: boolean;
  /** Whether dragging chooses, not comes closer; nothing where it can do but one. */
  drags: boolean | undefined;
  isTable: boolean;
  readOnly: boolean;
  onWhole: () => void;
  onDrags: (chooses: boolean) => void;
  onTable: () => void;
  onPatterns: (patterns: boolean) => void;
  onData: () => void;
  onProblem: (error: unknown) => void;
}) {
  const words = () => chartWords().plate;
  return (
    <div class="chart-tools" role="toolbar" aria-label={words().tools}>
      <Show when={props.isZoomed}>
        <Button small icon={<ZoomOut />} title={words().zoomed} onClick={() => props.onWhole()}>
          {words().whole}
        </Button>
      </Show>
      <Show when={props.drags !== undefined && !props.isTable}>
        <DragButton chooses={props.drags!} onChange={(chooses) => props.onDrags(chooses)} />
      </Show>
      <Button
        small
        icon={props.isTable ? <ChartColumn /> : <Table />}
        label={props.isTable ? words().picture : words().table}
        aria-keyshortcuts="T"
        onClick={() => props.onTable()}
      />
      <PictureMenu
        cell={props.cell}
        picture={props.picture}
        readOnly={props.readOnly}
        onPatterns={(patterns) => props.onPatterns(patterns)}
        onData={() => props.onData()}
        onProblem={(error) => props.onProblem(error)}
      />
    </div>
  );
}
