let above = new Uint16Array(64);
let here = new Uint16Array(64);

/** How many letters must be put in, taken out or changed to make one text of the other; anything above `most` is `most + 1`. */
export function toDistance(a: string, b: string, most: number): number {
  if (a.length > b.length) [a, b] = [b, a];
  if (b.length - a.length > most) return most + 1;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endA - start;
  const height = endB - start;
  if (width === 0) return Math.min(height, most + 1);
  if (width >= above.length) {
    above = new Uint16Array(width * 2);
    here = new Uint16Array(width * 2);
  }
  for (let x = 0; x <= width; x++) above[x] = x;
  for (let y = 1; y <= height; y++) {
    const letter = b.charCodeAt(start + y - 1);
    // a cell further from the diagonal than `most` is above `most`
    const from = Math.max(1, y - most);
    const to = Math.min(width, y + most);
    here[from - 1] = from === 1 ? y : most + 1;
    let least = here[from - 1]!;
    for (let x = from; x <= to; x++) {
      const changed = above[x - 1]! + (a.charCodeAt(start + x - 1) === letter ? 0 : 1);
      const cell = Math.min(changed, here[x - 1]! + 1, x === y + most ? most + 1 : above[x]! + 1);
      here[x] = cell;
      if (cell < least) least = cell;
    }
    if (least > most) return most + 1;
    [above, here] = [here, above];
  }
  return Math.min(above[width]!, most + 1);
}
