import type { Picture } from '../spec/picture';
import { toInks } from '../spec/palette';
import { render } from './render';

export interface ImageOptions {
  document: Document;
  dark?: boolean;
  /** What is behind it: paper, or nothing. */
  paper?: boolean;
}

export interface SvgText {
  text: string;
  width: number;
  height: number;
}

const EDGE = 12;

/** A picture as the text of an SVG file, which needs nothing besides itself. */
export function toSvgText(picture: Picture, { document, dark = false, paper = true }: ImageOptions): SvgText {
  const { svg } = render(picture, { document, dark });
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)) + 2 * EDGE) as [
    number,
    number,
  ];
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `${-EDGE} ${-EDGE} ${width} ${height}`);
  for (const element of [svg, ...svg.querySelectorAll('[class]')]) element.removeAttribute('class');
  if (paper) {
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const sides = { x: -EDGE, y: -EDGE, width, height, fill: toInks(dark).paper };
    for (const [name, value] of Object.entries(sides)) ground.setAttribute(name, String(value));
    svg.prepend(ground);
  }
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

/** The same as points of an image. Only the page draws an SVG: `createImageBitmap` refuses its blob, so that workers cannot. */
export async function toPng({ text, width, height }: SvgText, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!png) throw new Error(`no image of this size: ${canvas.width} × ${canvas.height}`);
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
