import type { Chart } from './chart';
import type { Mark, Picture } from './picture';

/** The kinds whose whole stands faintly behind a part of it: one looks like the other cut short. */
const shaded = new Set(['bar', 'histogram']);
const FAINT = 0.22;

/**
 * A picture of some of the rows, laid over that of all of them: in the same frame, along the same axes and in the same colours, so that
 * the two can be compared. An axis grows only where a value would lie beyond it, as a mean of fewer rows may.
 */
export function layOver(
  whole: Picture,
  part: Picture,
  { chart, sameGroups }: { chart: Chart; sameGroups: boolean },
): Picture {
  const scales = { ...part.scales };
  const hasSides = (chart.slots.layers ?? []).some(({ axis }) => axis === 'right');
  const isAlike =
    !hasSides &&
    !whole.own &&
    !part.own &&
    ['x', 'y'].every((name) => whole.scales[name]?.type === part.scales[name]?.type);
  if (isAlike) {
    for (const name of ['x', 'y']) {
      const own = whole.scales[name];
      if (own) scales[name] = { ...own, ...toDomain(own, part.scales[name]!) };
    }
    if (whole.scales.color) scales.color = { unknown: '#8888', ...whole.scales.color };
  }
  const axes = whole.marks.filter(isAxis);
  const marks = isAlike ? [...axes, ...part.marks.filter((mark) => !isAxis(mark))] : part.marks;
  const behind = isAlike && isShaded(chart) ? whole.marks.flatMap(toFaint) : [];
  return {
    ...part,
    width: whole.width,
    height: whole.height,
    ...(isAlike && { margins: whole.margins }),
    scales,
    marks: [...marks.filter(isAxis), ...behind, ...marks.filter((mark) => !isAxis(mark))],
    ...(whole.legend && { legend: whole.legend }),
    // what is said of the groups is said of all rows
    ...(sameGroups && { notes: whole.notes }),
  };
}

const isAxis = ({ mark }: Mark) => /^(axis|grid)/.test(mark);

/** Shares of a whole fill it, whatever they are shares of. */
function isShaded({ mark, options }: Chart): boolean {
  return shaded.has(mark) && options.stack !== 'share' && options.counted !== 'share';
}

function toFaint(mark: Mark): Mark[] {
  if (mark.mark !== 'rect' || !mark.spots) return [];
  const { spots: _, ...rest } = mark;
  return [{ ...rest, options: { ...rest.options, opacity: FAINT } }];
}

type Scale = Readonly<Record<string, unknown>>;

/** Both domains together, where they are spans. */
function toDomain(own: Scale, other: Scale): { domain?: unknown } {
  const [a, b] = [own.domain, other.domain].map(toSpan);
  if (!a || !b || a[0] > a[1] || b[0] > b[1]) return {};
  if (b[0] >= a[0] && b[1] <= a[1]) return {};
  const both = [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
  return { domain: own.type === 'utc' ? both.map((time) => new Date(time)) : both };
}

function toSpan(domain: unknown): [number, number] | undefined {
  if (!Array.isArray(domain) || domain.length !== 2) return undefined;
  const [from, to] = domain.map(Number) as [number, number];
  return Number.isFinite(from) && Number.isFinite(to) ? [from, to] : undefined;
}
