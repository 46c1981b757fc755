import { choice, flag, list, number, text } from '../../../steps/field';
import type { ChartKind } from '../chart';

/** Regions filled with a colour, or with a circle on each, by what their rows come to. */
export const map: ChartKind = {
  mark: 'map',
  slots: {
    region: { role: 'group', families: ['text', 'number'] },
    color: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: {
    atlas: choice(['auto', 'world', 'china', 'cities', 'states']),
    shape: choice(['fill', 'bubble']),
    classes: choice(['auto', 'even', 'quantiles'], { when: isFilled }),
    count: number({ otherwise: 5, min: 2, max: 9, whole: true, when: isFilled }),
    scheme: choice(['auto', 'one-way', 'two-way'], { when: isFilled }),
    middle: number({ otherwise: 0, when: ({ scheme, shape }) => shape !== 'bubble' && scheme !== 'one-way' }),
    names: flag(),
    view: choice(['all', 'data']),
    center: choice(['auto', 'atlantic', 'pacific']),
    pairs: list({ name: text(), region: text() }, { optional: true }),
  },
  asks: ['atlas', 'pairs'],
  make: async (context) => (await import('../maps/makeMap')).makeMap(context),
};

function isFilled({ shape }: Readonly<Record<string, unknown>>): boolean {
  return shape !== 'bubble';
}
