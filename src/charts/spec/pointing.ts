/** What can be pointed at: the middle of a mark, and half of what it covers. */
export interface Pointable {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Where that is no rectangle: whether a point lies within. */
  readonly contains?: ((x: number, y: number) => boolean) | undefined;
  /** Which of the small multiples it is in. */
  readonly panel?: PanelBox | undefined;
}

export interface Pointing {
  /** The mark at a place, else the nearest that is near. */
  find(x: number, y: number): number | undefined;
  /** The marks nearest to a place along x, one above another, and the one of them that is meant. */
  findAlong(x: number, y: number): Along | undefined;
  /** All that stand above or below a mark, in their order. */
  column(at: number): readonly number[];
  /** The mark that a key goes to from another. */
  step(from: number | undefined, key: string, along: boolean): number | undefined;
}

export interface Along {
  readonly at: number;
  readonly all: readonly number[];
}

/** How far a pointer may be from a mark that it means. */
const REACH = 40;
/** The side of a square of the index, in points. A mark over more of them than this is looked at whatever is pointed at. */
const SIDE = 24;
const MOST_SQUARES = 256;
/** Marks so near along x stand above one another. */
const SAME = 0.75;

/** Finds marks by their places without going through all of them: those of each square of the picture are listed once. */
export function createPointing(marks: readonly Pointable[]): Pointing {
  const squares = new Map<string, number[]>();
  const large: number[] = [];
  for (const [at, { x, y, w, h }] of marks.entries()) {
    const [left, right] = [Math.floor((x - w) / SIDE), Math.floor((x + w) / SIDE)];
    const [top, bottom] = [Math.floor((y - h) / SIDE), Math.floor((y + h) / SIDE)];
    if ((right - left + 1) * (bottom - top + 1) > MOST_SQUARES) {
      large.push(at);
      continue;
    }
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++) push(squares, `${column} ${row}`, at);
  }
  let columns: { lists: Map<string, number[]>; sorted: Map<PanelBox | undefined, number[]> } | undefined;

  /** Marks by what stands above one another, made when it is first asked for. */
  function toColumns() {
    if (columns) return columns;
    const lists = new Map<string, number[]>();
    const panels = new Map<PanelBox | undefined, Map<number, number>>();
    for (const [at, { x, panel }] of marks.entries()) {
      push(lists, columnOf(at), at);
      const places = panels.get(panel) ?? new Map<number, number>();
      panels.set(panel, places);
      if (!places.has(toPlace(x))) places.set(toPlace(x), at);
    }
    const sorted = new Map(
      [...panels].map(([panel, places]) => [
        panel,
        [...places.values()].sort((a, b) => marks[a]!.x - marks[b]!.x),
      ]),
    );
    return (columns = { lists, sorted });
  }

  const numbers = new Map<PanelBox | undefined, number>();
  function columnOf(at: number): string {
    const { x, panel } = marks[at]!;
    let number = numbers.get(panel);
    if (number === undefined) numbers.set(panel, (number = numbers.size));
    return `${number} ${toPlace(x)}`;
  }

  const distance = (at: number, x: number, y: number) => {
    const mark = marks[at]!;
    const dx = Math.max(Math.abs(mark.x - x) - mark.w, 0);
    const dy = Math.max(Math.abs(mark.y - y) - mark.h, 0);
    if (!mark.contains) return Math.hypot(dx, dy);
    return dx + dy === 0 && mark.contains(x, y) ? 0 : REACH;
  };

  function find(x: number, y: number): number | undefined {
    let best: number | undefined;
    let least = REACH;
    const look = (at: number) => {
      const far = distance(at, x, y);
      // of those that lie upon one another, the last is drawn on top
      if (far < least || (far === least && far < REACH && at > (best ?? -1))) [best, least] = [at, far];
    };
    for (const at of large) look(at);
    const [column, row] = [Math.floor(x / SIDE), Math.floor(y / SIDE)];
    // ring by ring, until what is further out can be no nearer
    for (let ring = 0; ring <= Math.ceil(REACH / SIDE); ring++) {
      if (best !== undefined && least < (ring - 1) * SIDE) break;
      for (let dx = -ring; dx <= ring; dx++)
        for (let dy = -ring; dy <= ring; dy++)
          if (Math.max(Math.abs(dx), Math.abs(dy)) === ring)
            for (const at of squares.get(`${column + dx} ${row + dy}`) ?? []) look(at);
    }
    return best;
  }

  function findAlong(x: number, y: number): Along | undefined {
    const { sorted } = toColumns();
    const panel = [...sorted.keys()].find((box) => box === undefined || isIn(box, x, y));
    const list = sorted.get(panel);
    if (!list || list.length === 0) return undefined;
    const first = list[findNearest(list, x)]!;
    const all = column(first);
    const at = all.reduce((a, b) => (Math.abs(marks[b]!.y - y) < Math.abs(marks[a]!.y - y) ? b : a));
    return { at, all };
  }

  /** Where the nearest along x stands in a list that is sorted by it. */
  function findNearest(list: readonly number[], x: number): number {
    let [from, to] = [0, list.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (marks[list[middle]!]!.x < x) from = middle + 1;
      else to = middle;
    }
    const before = list[from - 1];
    return before !== undefined && x - marks[before]!.x < Math.abs(marks[list[from]!]!.x - x)
      ? from - 1
      : from;
  }

  const column = (at: number) => toColumns().lists.get(columnOf(at)) ?? [at];

  /** The nearest mark in a direction: what lies aside counts more than what lies ahead. */
  function towards(from: number, dx: number, dy: number): number | undefined {
    const start = marks[from]!;
    let best: number | undefined;
    let least = Infinity;
    for (const [at, mark] of marks.entries()) {
      const ahead = (mark.x - start.x) * dx + (mark.y - start.y) * dy;
      if (ahead <= SAME) continue;
      const aside = Math.abs((mark.x - start.x) * dy) + Math.abs((mark.y - start.y) * dx);
      const far = ahead + 3 * aside;
      if (far < least) [best, least] = [at, far];
    }
    return best;
  }

  function step(from: number | undefined, key: string, along: boolean): number | undefined {
    const last = marks.length - 1;
    if (last < 0) return undefined;
    if (from === undefined || from > last) return key === 'End' ? last : 0;
    const turn = (at: number) => (at + marks.length) % marks.length;
    const sideways = key === 'ArrowRight' ? 1 : -1;
    switch (key) {
      case 'Home':
        return 0;
      case 'End':
        return last;
      case 'PageDown':
        return Math.min(last, from + 10);
      case 'PageUp':
        return Math.max(0, from - 10);
      case 'ArrowUp':
      case 'ArrowDown': {
        const down = key === 'ArrowDown' ? 1 : -1;
        if (!along) return towards(from, 0, down) ?? from;
        const stack = column(from).toSorted((a, b) => marks[a]!.y - marks[b]!.y);
        return stack[stack.indexOf(from) + down] ?? from;
      }
      default: {
        if (!along) return turn(from + sideways);
        const lists = [...toColumns().sorted.values()].flat();
        const here = lists.findIndex((at) => columnOf(at) === columnOf(from));
        const next = column(lists[(here + sideways + lists.length) % lists.length]!);
        // the same group, where it is there
        return next[column(from).indexOf(from)] ?? next[0];
      }
    }
  }

  return { find, findAlong, column, step };
}

export interface PanelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function isIn({ left, top, width, height }: PanelBox, x: number, y: number): boolean {
  const slack = 12;
  return x >= left - slack && x <= left + width + slack && y >= top - slack && y <= top + height + slack;
}

const toPlace = (x: number) => Math.round(x / SAME);

function push<K>(lists: Map<K, number[]>, key: K, at: number): void {
  const list = lists.get(key);
  if (list) list.push(at);
  else lists.set(key, [at]);
}
