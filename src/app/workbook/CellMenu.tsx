import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import ChartColumn from 'lucide-solid/icons/chart-column';
import Copy from 'lucide-solid/icons/copy';
import Download from 'lucide-solid/icons/download';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Image from 'lucide-solid/icons/image';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { t } from '../../i18n/i18n';
import { Menu } from '../../ui/Menu';
import type { PictureFormat } from '../exporting/pictureFormat';

const items = [
  { action: 'rename', icon: () => <Pencil />, hint: 'R' },
  { action: 'duplicate', icon: () => <Copy />, hint: 'Y' },
  { action: 'above', icon: () => <Plus />, hint: 'A' },
  { action: 'below', icon: () => <Plus />, hint: 'B' },
  { action: 'moveUp', icon: () => <ArrowUp />, hint: 'Alt ↑' },
  { action: 'moveDown', icon: () => <ArrowDown />, hint: 'Alt ↓' },
  { action: 'remove', icon: () => <Trash />, hint: 'D D', danger: true },
] as const;

/** What can be done with a cell as a whole. */
export function CellMenu(props: {
  title: string;
  hasName: boolean;
  onAct: (action: (typeof items)[number]['action']) => void;
  /** Makes a chart of its rows, where it can have some. */
  onChart: (() => void) | undefined;
  /** Takes its rows out, where it has some. */
  onExport: (() => void) | undefined;
  /** Saves it as a picture, where it is one. */
  onPicture: ((format: PictureFormat) => Promise<void>) | undefined;
}) {
  const charting = () =>
    props.onChart
      ? [{ label: t('cell.chart'), icon: () => <ChartColumn />, apart: true, run: props.onChart }]
      : [];
  const picture = () =>
    props.onPicture
      ? (['png', 'svg'] as const).map((format) => ({
          label: t(format === 'png' ? 'command.chartPng' : 'command.chartSvg'),
          icon: () => <Image />,
          apart: format === 'png',
          run: () => void props.onPicture!(format),
        }))
      : [];
  const exporting = () =>
    props.onExport
      ? [{ label: t('sharing.export'), icon: () => <Download />, apart: !props.onChart, run: props.onExport }]
      : [];
  return (
    <Menu
      label={t('cell.menu', { name: props.title })}
      trigger={<Ellipsis />}
      items={[
        ...items
          .filter(({ action }) => action !== 'rename' || props.hasName)
          .map(({ action, ...item }) => ({
            ...item,
            label: t(`cell.${action}`),
            run: () => props.onAct(action),
          })),
        ...charting(),
        ...picture(),
        ...exporting(),
      ]}
    />
  );
}
