/** Text and lines drawn between two pixels of the screen are blurred. */
export function toPixel(length: number): number {
  return Math.round(length * devicePixelRatio) / devicePixelRatio;
}
