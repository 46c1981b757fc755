import { FONT, toNameAxis } from './frame';
import type { Look } from './look';
import { toInks } from './palette';
import type { Mark } from './picture';
import type { Places } from './places';

/** The axis along which groups stand at whole numbers: as many labels as there is room for, and how much room they take below. */
export function toPlaceAxis(
  places: Places,
  { look, columns, left }: { look: Look; columns: number; left: number },
): { mark: Mark; height: number } {
  const room = look.width / columns - left - 20;
  const all = toNameAxis(places.names, places.format, { room, lies: false, left });
  const widest =
    Math.max(...places.names.slice(0, 400).map((name) => (all.labels.get(name) ?? '').length), 1) *
    FONT *
    0.75;
  const isLong = places.names.length > 12;
  const most = isLong ? Math.max(2, Math.floor(room / Math.max(widest, 56))) : places.names.length;
  // of those that a person has come closer to, as many as there is room for
  const [from, to] = look.zoom?.x ?? [0, places.names.length - 1];
  const [first, last] = [Math.max(0, Math.ceil(from)), Math.min(places.names.length - 1, Math.floor(to))];
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const shown = Array.from(
    { length: Math.max(0, Math.ceil((last - first + 1) / every)) },
    (_, at) => first + at * every,
  );
  const axis = isLong
    ? toNameAxis(
        shown.map((at) => places.names[at]!),
        places.format,
        { room, lies: false, left },
      )
    : all;
  return {
    mark: {
      mark: 'axisX',
      data: shown,
      options: {
        tickSize: 0,
        tickFormat: (at: number) => axis.labels.get(places.names[at]!) ?? '',
        fill: toInks(look.dark).ink2,
        fontSize: FONT,
        label: null,
        ...(axis.turned && { tickRotate: -38 }),
      },
    },
    height: axis.turned ? axis.size + 26 : 32,
  };
}
