/** Cells of a dashboard's page on a grid of twelve columns, whose rows are as many as it takes. */
export interface Tile {
  readonly cell: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Stands above what is shown. */
  readonly title?: string;
}

export type Way = 'left' | 'right' | 'up' | 'down';

export const COLUMNS = 12;
export const LEAST_WIDTH = 2;
export const MOST_HEIGHT = 60;

/** Lets every tile rise as far as it can, in the order given: who comes first has the place. */
export function settle(ordered: readonly Tile[]): Tile[] {
  const placed: Tile[] = [];
  for (const tile of ordered) {
    const inColumns = placed.filter((other) => shareColumns(other, tile));
    const bottoms = (isIt: (bottom: number, other: Tile) => boolean) =>
      inColumns.map((other) => other.y + other.h).filter((bottom, at) => isIt(bottom, inColumns[at]!));
    let y = Math.max(0, ...bottoms((bottom) => bottom <= tile.y));
    for (;;) {
      const below = bottoms((_, other) => shareRows(other, { y, h: tile.h }));
      if (below.length === 0) break;
      y = Math.max(...below);
    }
    placed.push(y === tile.y ? tile : { ...tile, y });
  }
  return placed;
}

/** From the top, and in a row from the left: as a page is read, and as it stands in one column. */
export function toReadingOrder<T extends Pick<Tile, 'x' | 'y'>>(tiles: readonly T[]): T[] {
  return tiles.toSorted((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * Puts a tile where a pointer has it. Drawn aside, it goes past what stands next to it once it reaches half over that; drawn
 * up or down, what is in its way gives way downwards, or rises into its old place.
 */
export function moveTile(
  tiles: readonly Tile[],
  cell: string,
  to: { x: number; y: number },
): readonly Tile[] {
  const old = tiles.find((tile) => tile.cell === cell);
  if (!old) return tiles;
  const moved = { ...old, x: clamp(to.x, 0, COLUMNS - old.w), y: Math.max(0, Math.round(to.y)) };
  if (moved.x === old.x && moved.y === old.y) return tiles;
  if (moved.x !== old.x && Math.abs(moved.y - old.y) < old.h / 2) return moveAside(tiles, old, moved.x);
  const others = toReadingOrder(tiles.filter((tile) => tile !== old));
  const bottom = moved.y + moved.h;
  const at =
    moved.y > old.y
      ? others.findLastIndex((other) => shareColumns(other, moved) && toMiddle(other) < bottom) + 1
      : toIndex(others, (other) => shareColumns(other, moved) && toMiddle(other) > moved.y);
  return keepOrder(tiles, settle(others.toSpliced(at, 0, moved)));
}

/** Moves a tile by one place: into free columns one by one, else past what stands there. */
export function stepTile(tiles: readonly Tile[], cell: string, way: Way): readonly Tile[] {
  const tile = tiles.find((other) => other.cell === cell);
  if (!tile) return tiles;
  return way === 'up' || way === 'down' ? stepAlong(tiles, tile, way) : stepAside(tiles, tile, way);
}

/** Makes a tile as large as a pointer or keys have it; what is in its way gives way downwards. */
export function sizeTile(
  tiles: readonly Tile[],
  cell: string,
  size: Partial<Pick<Tile, 'w' | 'h'>>,
): readonly Tile[] {
  const old = tiles.find((tile) => tile.cell === cell);
  if (!old) return tiles;
  const w = clamp(size.w ?? old.w, LEAST_WIDTH, COLUMNS - old.x);
  const h = clamp(size.h ?? old.h, 1, MOST_HEIGHT);
  if (w === old.w && h === old.h) return tiles;
  const others = toReadingOrder(tiles.filter((tile) => tile !== old));
  const at = toIndex(others, (other) => other.y > old.y || (other.y === old.y && other.x > old.x));
  return keepOrder(tiles, settle(others.toSpliced(at, 0, { ...old, w, h })));
}

/** A place for a new tile: beside what comes last, where there is room, else below all. */
export function findPlace(
  tiles: readonly Tile[],
  { w, h }: Pick<Tile, 'w' | 'h'>,
): Pick<Tile, 'x' | 'y' | 'w' | 'h'> {
  const last = toReadingOrder(tiles).at(-1);
  if (!last) return { x: 0, y: 0, w, h };
  const beside = { x: last.x + last.w, y: last.y, w, h };
  const isFree = !tiles.some((tile) => collide(tile, beside));
  if (beside.x + w <= COLUMNS && isFree) return beside;
  return { x: 0, y: Math.max(...tiles.map((tile) => tile.y + tile.h)), w, h };
}

/** Tiles from elsewhere: within the grid, and none upon another. */
export function checkTiles(tiles: readonly Tile[]): Tile[] {
  const within = tiles.map((tile) => {
    const w = clamp(tile.w, LEAST_WIDTH, COLUMNS);
    return {
      ...tile,
      w,
      h: clamp(tile.h, 1, MOST_HEIGHT),
      x: clamp(tile.x, 0, COLUMNS - w),
      y: clamp(tile.y, 0, MOST_HEIGHT * Math.max(tiles.length, 1)),
    };
  });
  return settle(toReadingOrder(within));
}

export function collide(a: Omit<Tile, 'cell'>, b: Omit<Tile, 'cell'>): boolean {
  return shareColumns(a, b) && shareRows(a, b);
}

/** Past the row above or below. */
function stepAlong(tiles: readonly Tile[], tile: Tile, way: 'up' | 'down'): readonly Tile[] {
  const others = toReadingOrder(tiles.filter((other) => other !== tile));
  const inWay = others.filter(
    (other) =>
      shareColumns(other, tile) && (way === 'up' ? other.y + other.h <= tile.y : other.y >= tile.y + tile.h),
  );
  if (inWay.length === 0) return tiles;
  const rows = inWay.map(({ y }) => y);
  const row = way === 'up' ? Math.max(...rows) : Math.min(...rows);
  const at =
    way === 'up' ? toIndex(others, ({ y }) => y >= row) : others.findLastIndex(({ y }) => y <= row) + 1;
  return keepOrder(tiles, settle(others.toSpliced(at, 0, way === 'up' ? { ...tile, y: row } : tile)));
}

/** Into the free columns beside it, and past each neighbour of which it would cover the middle. */
function moveAside(tiles: readonly Tile[], old: Tile, x: number): readonly Tile[] {
  const way = x > old.x ? 'right' : 'left';
  let current = tiles;
  let tile = old;
  for (;;) {
    const beside = findBeside(current, tile, way);
    if (beside.length === 0) break;
    const far = Math.max(...beside.map(({ w }) => w));
    const edge = way === 'right' ? beside[0]!.x - tile.w : beside[0]!.x + beside[0]!.w;
    const isPast = way === 'right' ? x > edge + far / 2 : x < edge - far / 2;
    const limit = way === 'right' ? Math.min(x, edge) : Math.max(x, edge);
    if (!isPast) return putAside(tiles, current, { ...tile, x: limit });
    const next = stepAside(
      current.map((other) => (other === tile ? { ...tile, x: edge } : other)),
      { ...tile, x: edge },
      way,
    );
    const stepped = next.find(({ cell }) => cell === old.cell)!;
    current = next;
    tile = stepped;
    if (way === 'right' ? stepped.x >= x : stepped.x <= x) return putAside(tiles, current, stepped);
  }
  return putAside(tiles, current, { ...tile, x });
}

function putAside(before: readonly Tile[], current: readonly Tile[], tile: Tile): readonly Tile[] {
  const others = toReadingOrder(current.filter(({ cell }) => cell !== tile.cell));
  const at = toIndex(others, ({ y, x }) => y > tile.y || (y === tile.y && x > tile.x));
  return keepOrder(before, settle(others.toSpliced(at, 0, tile)));
}

/** A column aside, or past what stands next to it. */
function stepAside(tiles: readonly Tile[], tile: Tile, way: 'left' | 'right'): readonly Tile[] {
  const by = way === 'right' ? 1 : -1;
  const edge = way === 'right' ? tile.x + tile.w : tile.x;
  const beside = findBeside(tiles, tile, way).filter(
    (other) => (way === 'right' ? other.x : other.x + other.w) === edge,
  );
  if (beside.length === 0) {
    const x = clamp(tile.x + by, 0, COLUMNS - tile.w);
    return x === tile.x ? tiles : putAside(tiles, tiles, { ...tile, x });
  }
  const cells = new Set(beside.map(({ cell }) => cell));
  const far = Math.max(...beside.map(({ w }) => w));
  const changed = tiles.map((other) =>
    cells.has(other.cell) ? { ...other, x: clamp(other.x - by * tile.w, 0, COLUMNS - other.w) } : other,
  );
  return putAside(tiles, changed, { ...tile, x: tile.x + by * far });
}

/** What stands nearest on one side, in rows of the tile. */
function findBeside(tiles: readonly Tile[], tile: Tile, way: 'left' | 'right'): Tile[] {
  const isRight = way === 'right';
  const all = tiles.filter(
    (other) =>
      other.cell !== tile.cell &&
      shareRows(other, tile) &&
      (isRight ? other.x >= tile.x + tile.w : other.x + other.w <= tile.x),
  );
  const edges = all.map((other) => (isRight ? other.x : -other.x - other.w));
  const nearest = Math.min(...edges);
  return all.filter((_, at) => edges[at] === nearest);
}

/** The same tiles in the order in which they were, so that a document changes no more than it must. */
function keepOrder(before: readonly Tile[], after: readonly Tile[]): readonly Tile[] {
  const byCell = new Map(after.map((tile) => [tile.cell, tile]));
  const next = before.map((tile) => {
    const now = byCell.get(tile.cell)!;
    return isSame(tile, now) ? tile : now;
  });
  return next.every((tile, at) => tile === before[at]) ? before : next;
}

function isSame(a: Tile, b: Tile): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function shareColumns(a: Pick<Tile, 'x' | 'w'>, b: Pick<Tile, 'x' | 'w'>): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w;
}

function shareRows(a: Pick<Tile, 'y' | 'h'>, b: Pick<Tile, 'y' | 'h'>): boolean {
  return a.y < b.y + b.h && b.y < a.y + a.h;
}

function toMiddle({ y, h }: Pick<Tile, 'y' | 'h'>): number {
  return y + h / 2;
}

/** Where the first of them is; behind all where there is none. */
function toIndex<T>(list: readonly T[], isIt: (item: T) => boolean): number {
  const at = list.findIndex(isIt);
  return at < 0 ? list.length : at;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
