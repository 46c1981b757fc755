import type { Picture } from '../spec/picture';

const SVG = 'http://www.w3.org/2000/svg';
/** Lines upon the colour; the first group has none. */
const lines = [
  '',
  'M0,8L8,0M-2,2L2,-2M6,10L10,6',
  'M0,4H8',
  'M4,0V8',
  'M0,0L8,8M-2,6L2,10M6,-2L10,2',
  'M0,4H8M4,0V8',
  'M0,8L8,0M0,0L8,8',
  'M1,2h2M5,6h2',
  'M2,1v2M6,5v2',
  'M0,2H8M0,6H8',
];
const dashes = ['', '7 4', '2 3', '10 3 2 3', '5 2', '1 4', '12 4', '8 2 2 2 2 2', '3 6', '14 3'];
/** Symbols of about the size of a circle of radius 1, around 0. */
const symbols = [
  '',
  'M-0.9,-0.9h1.8v1.8h-1.8z',
  'M0,-1.2L1.1,0.8H-1.1z',
  'M0,-1.25L1.05,0L0,1.25L-1.05,0z',
  'M0,1.2L1.1,-0.8H-1.1z',
  'M-1.2,-0.4h0.8v-0.8h0.8v0.8h0.8v0.8h-0.8v0.8h-0.8v-0.8h-0.8z',
  'M0,-1.3L0.35,-0.4L1.25,-0.4L0.5,0.2L0.8,1.1L0,0.55L-0.8,1.1L-0.5,0.2L-1.25,-0.4L-0.35,-0.4z',
  'M-1.2,-0.5h2.4v1h-2.4z',
  'M-0.5,-1.2h1v2.4h-1z',
];

let pictures = 0;

/** Tells groups apart by more than their colours: patterns on what is filled, dashes of lines, symbols for dots. */
export function addPatterns(
  svg: SVGSVGElement,
  { legend = [] }: Picture,
  { paper }: { paper: string },
): void {
  const document = svg.ownerDocument;
  const id = `pattern-${++pictures}`;
  const orders = new Map<string, number>();
  for (const { color, pattern, hidden } of legend)
    if (pattern !== undefined && !hidden && !orders.has(color)) orders.set(color, orders.size);
  const used = new Set<string>();
  const orderOf = (element: Element, name: string) => orders.get(element.getAttribute(name) ?? '');

  for (const element of svg.querySelectorAll('rect, path, circle')) {
    const tag = element.tagName.toLowerCase();
    const filled = orderOf(element, 'fill');
    if (tag === 'circle') {
      const symbol = filled === undefined ? undefined : symbols[filled % symbols.length];
      if (symbol) element.replaceWith(toSymbol(element, symbol));
    } else if (filled !== undefined) {
      const color = element.getAttribute('fill')!;
      if (!lines[filled % lines.length]) continue;
      // the key of a line in a legend is too thin for a pattern
      if (tag === 'rect' && Number(element.getAttribute('height')) <= 3) continue;
      used.add(color);
      element.setAttribute('fill', `url(#${id}-${filled})`);
    } else {
      const dash = dashes[(orderOf(element, 'stroke') ?? 0) % dashes.length];
      if (dash && element.getAttribute('stroke-linecap') !== 'round')
        element.setAttribute('stroke-dasharray', dash);
    }
  }
  if (used.size === 0) return;
  const defs = document.createElementNS(SVG, 'defs');
  for (const color of used) defs.append(toPattern(color, orders.get(color)!));
  svg.prepend(defs);

  function toPattern(color: string, order: number): Element {
    const pattern = toElement('pattern', {
      id: `${id}-${order}`,
      width: 8,
      height: 8,
      patternUnits: 'userSpaceOnUse',
    });
    pattern.append(
      toElement('rect', { width: 8, height: 8, fill: color }),
      toElement('path', {
        d: lines[order % lines.length]!,
        stroke: paper,
        'stroke-width': 1.6,
        fill: 'none',
      }),
    );
    return pattern;
  }

  function toSymbol(circle: Element, d: string): Element {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(circle.getAttribute(name)));
    const path = toElement('path', { d, transform: `translate(${x},${y}) scale(${r})` });
    for (const { name, value } of circle.attributes)
      if (!['cx', 'cy', 'r', 'stroke-width'].includes(name)) path.setAttribute(name, value);
    path.setAttribute('vector-effect', 'non-scaling-stroke');
    return path;
  }

  function toElement(name: string, attributes: Record<string, string | number>): Element {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  }
}
