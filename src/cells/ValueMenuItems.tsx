import ArrowDown from 'lucide-solid/icons/arrow-down-narrow-wide';
import ArrowUp from 'lucide-solid/icons/arrow-up-narrow-wide';
import ChartColumn from 'lucide-solid/icons/chart-column';
import Copy from 'lucide-solid/icons/copy';
import Download from 'lucide-solid/icons/download';
import Filter from 'lucide-solid/icons/funnel';
import FilterX from 'lucide-solid/icons/funnel-x';
import Replace from 'lucide-solid/icons/replace';
import type { JSX } from 'solid-js';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import { stepWords } from '../i18n/steps/steps';
import { shorten } from '../lib/shorten';
import type { ValueOffer } from '../steps/suggest/ofValues';
import { findValueOffers, toGiven } from '../steps/suggest/ofValues';
import { toFamily } from '../table/column';
import type { MenuItem } from '../ui/Menu';
import { PointMenu } from '../ui/PointMenu';
import { fillIn } from './steps/words';
import type { ValueMenuProps } from './ValueMenu';

const MOST_SHOWN = 24;

const icons: Record<ValueOffer['does'], () => JSX.Element> = {
  keep: () => <Filter />,
  leave: () => <FilterX />,
  missing: () => <Filter />,
  present: () => <Filter />,
  above: () => <Filter />,
  below: () => <Filter />,
  up: () => <ArrowUp />,
  down: () => <ArrowDown />,
  replace: () => <Replace />,
  fill: () => <Replace />,
};

/** The menu itself; see `ValueMenu`. */
export function ValueMenuItems(props: ValueMenuProps) {
  const words = () => stepWords().values;
  const ask = () => props.ask!;
  const different = () => [...new Set(ask().values.map((value) => (value === null ? null : toGiven(value))))];
  const params = () => {
    const [one] = different();
    const value =
      one === null
        ? t('grid.missing')
        : one === ''
          ? words().nothing
          : shorten((one ?? '').replace(/\s+/g, ' '), MOST_SHOWN);
    return { value, count: formatCount(different().length) };
  };
  const isOne = () => different().length === 1;
  const note = () => {
    const { name } = ask().column;
    if (different().length === 0) return name;
    return `${name}: ${isOne() ? params().value : fillIn(words().count, params())}`;
  };

  function toLabel(does: ValueOffer['does']): string {
    const isDate = toFamily(ask().column.type) === 'date';
    switch (does) {
      case 'keep':
      case 'leave':
      case 'replace':
        return words()[isOne() ? does : (`${does}Several` as const)];
      case 'above':
        return words()[isDate ? 'after' : 'above'];
      case 'below':
        return words()[isDate ? 'before' : 'below'];
      default:
        return words()[does];
    }
  }

  const items = (): MenuItem[] => [
    ...(props.onOffer ? findValueOffers(ask().column, ask().values) : []).map((offer, at, all) => ({
      label: fillIn(toLabel(offer.does), params()),
      icon: icons[offer.does],
      apart: at > 0 && isSort(offer) && !isSort(all[at - 1]!),
      run: () => props.onOffer!(offer),
    })),
    { label: words().copy, icon: () => <Copy />, apart: true, run: () => props.onCopy(false) },
    { label: words().copyWithNames, icon: () => <Copy />, run: () => props.onCopy(true) },
    ...(props.onChart
      ? [
          {
            label: words().chart,
            hint: 'Alt C',
            icon: () => <ChartColumn />,
            apart: true,
            run: props.onChart,
          },
        ]
      : []),
    ...(props.onExport
      ? [{ label: t('sharing.exportSelection'), icon: () => <Download />, run: props.onExport }]
      : []),
  ];

  return (
    <PointMenu
      label={fillIn(words().menu, { value: note() })}
      at={ask()}
      note={note()}
      items={items()}
      onClose={() => props.onClose()}
      onLeave={() => props.onLeave()}
    />
  );
}

function isSort({ step }: ValueOffer): boolean {
  return step.step === 'sort';
}
