import type { Marker } from './handle';
import type { Paint, Stroke } from './paint';

export interface Piece {
  text: string;
  paint: Paint;
  isWrong: boolean;
}

/** A line that begins at `start`, cut wherever its colour changes or an underline begins or ends. */
export function toPieces(
  line: string,
  strokes: readonly Stroke[],
  markers: readonly Pick<Marker, 'from' | 'to'>[],
  start: number,
): Piece[] {
  const near = markers
    .map(({ from, to }) => ({ from: from - start, to: to - start }))
    .filter(({ from, to }) => to > 0 && from < line.length);
  const cuts = [...strokes, ...near].flatMap(({ from, to }) => [from, to]);
  const places = [...new Set([0, ...cuts.filter((cut) => cut > 0 && cut < line.length), line.length])].sort(
    (a, b) => a - b,
  );
  let next = 0;
  return places.slice(0, -1).map((from, index) => {
    // both go on from left to right: a line may have a hundred thousand of them
    while (next < strokes.length && strokes[next]!.to <= from) next++;
    const stroke = strokes[next];
    return {
      text: line.slice(from, places[index + 1]),
      paint: stroke && stroke.from <= from ? stroke.paint : 'plain',
      isWrong: near.some((marker) => marker.from <= from && from < marker.to),
    };
  });
}
