import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toTextWidth, toValueFormat } from '../format';
import { FONT, toMeasureTitle, toName, toNameFormat, toPicture } from '../frame';
import { toChangeFormat, toFinite } from '../laid';
import { toInks } from '../palette';
import { toPanels, type Panel } from '../panels';
import type { Label, Picture, Shape } from '../picture';
import { toPlaces } from '../places';
import { toSpots } from '../series';

const SIZE = 34;
const LINE = 46;
/** Where the line begins below the panel's top, and what of the panel is below it. */
const LINE_TOP = 78;
const BELOW = 4;
/** A lower line says nothing, and is left out; so is what has changed where it has no room. */
const LEAST_LINE = 14;
const CHANGE = 70;

export function drawKpi(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const { good } = chart.options as { good: string };
  const { words } = look;
  const inks = toInks(look.dark);
  const x = only(chart, 'x');
  const places = toPlaces(context, context.rows);
  const isTimed = x !== undefined;
  const { panels, labels, height } = toPanels(context, {
    height: isTimed ? LINE_TOP + LINE + BELOW : 64,
    least: 180,
  });
  const number = toValueFormat(look, only(chart, 'y') ?? {}, columns, { measured: true });
  const change = toChangeFormat(look);
  const title = toMeasureTitle(context, 'y');
  const said: string[] = [];
  const parts = panels.map((panel) => toNumber(panel));
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      { mark: 'shape', data: parts.flatMap(({ lines }) => lines), options: {} },
      { mark: 'shape', data: parts.flatMap(({ dots }) => dots), options: {}, spots: toSpots(context) },
      { mark: 'label', data: [...labels, ...parts.flatMap((part) => part.labels)], options: {} },
    ],
    says: said.length > 0 ? said.join(' ') : words.say.empty(words.marks.kpi!, title),
  });

  function toNumber({ rows, x: left, y: top, width, height: tall }: Panel) {
    const lines: Shape[] = [];
    const dots: Shape[] = [];
    const texts: Label[] = [];
    const known = rows
      .flatMap((row) => {
        const value = toFinite(row.y);
        return value === undefined ? [] : [{ row, value, at: places.at(row) }];
      })
      .sort((a, b) => a.at - b.at);
    const last = known.at(-1);
    const whole = last ? number(last.row.y!) : '–';
    // a number is never cut: where it has no room it is written smaller
    const size = Math.max(12, Math.min(SIZE, (SIZE * width) / Math.max(toTextWidth(whole, SIZE), 1)));
    const moment = last && isTimed ? momentOf(last.at) : '';
    texts.push({
      x: left,
      y: top + 12,
      text: toFitting(moment ? `${title} · ${moment}` : title, width, FONT + 1),
      fill: inks.ink2,
      size: FONT + 1,
    });
    texts.push({ x: left, y: top + 46, text: whole, fill: inks.ink, size, weight: 600 });
    let told = '';
    if (isTimed && last) {
      // the span before by the calendar: a month without rows is none to compare with
      const before = known.find(({ at }) => at === last.at - 1);
      if (before && before.value !== 0) {
        const share = (last.value - before.value) / Math.abs(before.value);
        const arrow = share > 0 ? '▲ ' : share < 0 ? '▼ ' : '';
        told = words.figures.against(change(share), momentOf(before.at));
        const isGood = good === 'neither' || share === 0 ? undefined : share > 0 === (good === 'up');
        if (tall >= CHANGE)
          texts.push({
            x: left,
            y: top + 66,
            text: toFitting(`${arrow}${told}`, width, FONT + 1),
            fill: isGood === undefined ? inks.ink2 : isGood ? inks.good : inks.bad,
            size: FONT + 1,
          });
      }
      const line = Math.min(LINE, tall - LINE_TOP - BELOW);
      if (line >= LEAST_LINE) addLine(known, lines, dots, { left, top: top + LINE_TOP, width, line });
    }
    const name = ['facet', 'rows']
      .filter((slot) => rows[0] && only(chart, slot))
      .map((slot) =>
        toNameFormat(context, slot)(toName(rows[0]![slot] ?? null, rows[0]![`${slot}.rest`] ?? false)),
      )
      .join(' · ');
    said.push(words.figures.say.kpi(name ? `${name}, ${title}` : title, whole, moment, told));
    return { lines, dots, labels: texts };
  }

  function momentOf(at: number): string {
    const name = places.names[at];
    return name === undefined ? '' : places.format(name);
  }

  function addLine(
    known: readonly { row: Datum; value: number; at: number }[],
    lines: Shape[],
    dots: Shape[],
    { left, top, width, line }: { left: number; top: number; width: number; line: number },
  ): void {
    const [least, most] = [
      Math.min(...known.map(({ value }) => value)),
      Math.max(...known.map(({ value }) => value)),
    ];
    const [from, to] = [known[0]!.at, known.at(-1)!.at];
    const toX = (at: number) => left + 4 + ((at - from) / Math.max(to - from, 1)) * (width - 8);
    const toY = (value: number) =>
      top + (most > least ? (1 - (value - least) / (most - least)) * line : line / 2);
    const path = known
      .map(({ at, value }, index) => {
        const isNext = index > 0 && known[index - 1]!.at === at - 1;
        return `${isNext ? 'L' : 'M'}${toX(at)},${toY(value)}`;
      })
      .join('');
    lines.push({ d: path, stroke: inks.accent, strokeWidth: 1.75 });
    for (const { row, value, at } of known) {
      const r = at === to ? 3.5 : 1.2;
      dots.push({
        d: `M${toX(at) - r},${toY(value)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`,
        fill: inks.accent,
        at: { x: toX(at), y: toY(value), w: 2, h: 2 },
        datum: row,
      });
    }
  }
}
