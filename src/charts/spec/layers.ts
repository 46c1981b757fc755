import type { Channel } from './channel';
import type { Datum, DrawContext } from './chart';
import { toNumberFormat, toTitle } from './format';
import { FONT, toMeasureTitle, toNumberRoom, type Drawing } from './frame';
import { toFinite } from './laid';
import { toColors, toInks } from './palette';
import type { LegendItem, Mark } from './picture';

/** Dots upon a line of so many would be a line themselves. */
const MANY = 24;

interface Layer {
  readonly channel: Channel;
  readonly slot: string;
  readonly title: string;
  readonly color: string;
  readonly values: readonly number[];
}

/** Further measures over the same groups, as lines, dots or narrow bars; on an axis of their own only where that is asked for. */
export function withLayers(
  context: DrawContext,
  drawing: Drawing,
  { place, rows, color }: { place: (row: Datum) => number | Date; rows: readonly Datum[]; color: string },
): Drawing {
  const { chart, look, columns } = context;
  const channels = chart.slots.layers ?? [];
  if (channels.length === 0) return drawing;
  const inks = toInks(look.dark);
  const palette = toColors(String(chart.options.palette), look.dark);
  const layers = channels.map((channel, at): Layer => {
    const slot = at === 0 ? 'layers' : `layers.${at}`;
    return {
      channel,
      slot,
      title: toTitle(look, channel, columns, context.isMeasured('layers') ? 'measure' : 'value'),
      color: channel.mark === 'limit' ? inks.ink3 : palette[(at + 1) % palette.length]!,
      values: rows.flatMap((row) => toFinite(row[slot]) ?? []),
    };
  });
  const isRight = ({ channel }: Layer) => channel.axis === 'right';
  const base = drawing.scales.y!;
  const given = base.domain as readonly [number, number];
  const left = toRound([...given, ...layers.filter((one) => !isRight(one)).flatMap(({ values }) => values)]);
  const onRight = layers.filter(isRight);
  const right = toRound(onRight.flatMap(({ values }) => values));
  const toLeft = (value: number) =>
    left[0] + ((value - right[0]) / (right[1] - right[0])) * (left[1] - left[0]);
  const format = toNumberFormat(look, onRight[0]?.channel ?? {}, 'axis');
  const ticks = Array.from({ length: 6 }, (_, at) => right[0] + ((right[1] - right[0]) * at) / 5);
  const isFaceted = 'fx' in drawing.scales;
  const facets = isFaceted ? { fx: 'fx', fy: 'fy' } : {};
  const marks = layers.flatMap((layer): Mark[] => {
    const data = rows
      .map((row) => {
        const value = toFinite(row[layer.slot]);
        return {
          ...row,
          at: place(row),
          value: value === undefined ? null : isRight(layer) ? toLeft(value) : value,
        };
      })
      .sort((a, b) => Number(a.at) - Number(b.at));
    const options = { x: 'at', y: 'value', ...facets };
    const { mark = 'line' } = layer.channel;
    if (mark === 'limit')
      return [
        {
          mark: 'line',
          data,
          options: { ...options, stroke: layer.color, strokeWidth: 1, strokeDasharray: '4 3' },
        },
      ];
    if (mark === 'bar')
      return [
        {
          mark: 'rect',
          data: data.filter(({ value }) => value !== null),
          options: {
            x1: ({ at }: { at: number }) => at - 0.18,
            x2: ({ at }: { at: number }) => at + 0.18,
            y1: () => (isRight(layer) ? toLeft(0) : 0),
            y2: 'value',
            fill: layer.color,
            ...facets,
          },
        },
      ];
    return [
      ...(mark === 'line'
        ? [{ mark: 'line', data, options: { ...options, stroke: layer.color, strokeWidth: 2 } }]
        : []),
      ...(mark === 'line' && data.length > MANY
        ? []
        : [
            {
              mark: 'dot',
              data,
              options: {
                ...options,
                r: mark === 'line' ? 2.5 : 4,
                fill: layer.color,
                stroke: inks.paper,
                strokeWidth: 1,
              },
            },
          ]),
    ];
  });
  const legend: LegendItem[] = [
    { label: toMeasureTitle(context, 'y'), color, ...(chart.mark === 'line' && { shape: 'line' as const }) },
    ...layers.map(({ title, channel, color }): LegendItem => ({
      label: isRight({ channel } as Layer) ? `${title} →` : title,
      color,
      shape: channel.mark === 'bar' ? 'square' : channel.mark === 'point' ? 'dot' : 'line',
    })),
  ];
  return {
    ...drawing,
    scales: { ...drawing.scales, y: { ...base, domain: left, nice: false } },
    margins: {
      ...drawing.margins,
      // a round end may be longer than what was there
      left: (drawing.margins.left ?? 40) + 6,
      ...(onRight.length > 0 && { right: toNumberRoom(ticks, format) + 18 }),
    },
    marks: [
      ...drawing.marks,
      ...marks,
      ...(onRight.length > 0
        ? [
            {
              mark: 'axisY',
              data: ticks.map(toLeft),
              options: {
                anchor: 'right',
                tickSize: 0,
                tickFormat: (_: number, at: number) => format(ticks[at]!),
                fill: onRight.length === 1 ? onRight[0]!.color : inks.ink3,
                fontSize: FONT,
                label: null,
              },
            },
          ]
        : []),
    ],
    legend: drawing.legend && drawing.legend.length > 1 ? [...drawing.legend, ...legend.slice(1)] : legend,
  };
}

/** A span from round number to round number, in five steps, with nothing in it. */
function toRound(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (most - least) / 5 || 0.2;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (let scale = power; ; scale *= 10)
    for (const nice of [1, 2, 2.5, 5]) {
      const step = nice * scale;
      const from = Math.floor(least / step + 1e-9) * step;
      if (from + 5 * step >= most - step * 1e-9) return [from, from + 5 * step];
    }
}
