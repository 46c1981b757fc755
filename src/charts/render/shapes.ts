import type { RenderFunction } from '@observablehq/plot';
import type { Label, Mark, Shape } from '../spec/picture';
import type { Spot } from './render';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Paths at places of the picture: what Plot has no marks for. */
export function toShapes({ data = [], spots: toLines }: Mark, spots: Spot[]): RenderFunction {
  const shapes = data as readonly Shape[];
  const own = shapes.map(({ at, datum }): Spot | undefined =>
    at && datum && toLines ? { ...at, datum, lines: () => toLines(datum) } : undefined,
  );
  spots.push(...own.filter((spot) => spot !== undefined));
  return (_index, _scales, _values, _dimensions, { document }) =>
    toGroup(
      document,
      shapes.map(({ d, move, fill = 'none', stroke, strokeWidth, opacity, dash }, at) => {
        const element = toElement(document, 'path', {
          d,
          transform: move && `translate(${move.join()})`,
          fill,
          stroke,
          'stroke-width': strokeWidth,
          'stroke-dasharray': dash,
          opacity,
        });
        if (own[at]) own[at].shape = element;
        return element;
      }),
    );
}

/** Texts at places of the picture. */
export function toLabels({ data = [] }: Mark): RenderFunction {
  return (_index, _scales, _values, _dimensions, { document }) =>
    toGroup(
      document,
      (data as readonly Label[]).map(
        ({ x, y, text, rest, fill, size = 11, weight, anchor = 'start', halo }) => {
          const element = toElement(document, 'text', {
            x,
            y,
            fill,
            'font-size': size,
            'font-weight': weight,
            // Plot's own texts stand in the middle, and so would what says nothing
            'text-anchor': anchor,
            ...(halo && {
              stroke: halo,
              'stroke-width': 3,
              'stroke-linejoin': 'round',
              'paint-order': 'stroke',
            }),
          });
          element.textContent = text;
          if (rest) {
            const more = toElement(document, 'tspan', { fill: rest.fill, dx: 6 });
            more.textContent = rest.text;
            element.append(more);
          }
          return element;
        },
      ),
    );
}

function toGroup(document: Document, elements: readonly SVGElement[]): SVGElement {
  const group = toElement(document, 'g', {});
  group.append(...elements);
  return group;
}

function toElement(document: Document, name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, String(value));
  return element;
}
