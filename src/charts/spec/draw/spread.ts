import type { Datum, DrawContext, DatumValue } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTitle } from '../format';
import type { Mark, SpotLine } from '../picture';
import type { Places } from '../places';

/** What is said of a group that is pointed at. */
export function toFiveLines({ chart, look, columns }: DrawContext, places: Places, row: Datum): SpotLine[] {
  const words = look.words.distributions;
  const number = toNumberFormat(look, only(chart, 'y')!);
  const x = only(chart, 'x');
  const span = (from: DatumValue, to: DatumValue) => words.between(number(from), number(to));
  return [
    ...(x
      ? [
          {
            slot: 'x',
            name: toTitle(look, x, columns, 'group'),
            text: places.format(places.names[places.at(row)]!),
          },
        ]
      : []),
    { slot: 'y', name: words.median, text: number(row.middle!) },
    { name: words.quartiles, text: span(row.first!, row.third!) },
    ...(row.low === undefined ? [] : [{ name: words.whiskers, text: span(row.low, row.high!) }]),
    { name: words.ends, text: span(row.least!, row.greatest!) },
    ...(row.mean === undefined ? [] : [{ name: words.mean, text: number(row.mean) }]),
    { name: words.rows, text: Number(row.count).toLocaleString(look.tag) },
    ...(Number(row.outliers ?? 0) > 0
      ? [{ name: words.outliers, text: Number(row.outliers).toLocaleString(look.tag) }]
      : []),
  ];
}

/** Which group's middle is highest and which lowest; of one group where its values lie. */
export function saySpread({ chart, look, columns, rows }: DrawContext, places: Places): string {
  const { words, tag } = look;
  const kind = words.marks[chart.mark]!;
  const y = only(chart, 'y')!;
  const what = toTitle(look, y, columns, 'value');
  const known = rows.filter((row) => row.middle !== null && row.middle !== undefined);
  if (known.length === 0) return words.say.empty(kind, what);
  const number = toNumberFormat(look, y);
  if (known.length === 1) {
    const [row] = known;
    return words.distributions.spreadOne({
      kind,
      what,
      rows: Number(row!.count).toLocaleString(tag),
      median: number(row!.middle!),
      from: number(row!.first!),
      to: number(row!.third!),
    });
  }
  const sorted = known.toSorted((a, b) => Number(b.middle) - Number(a.middle));
  const toText = (row: Datum) =>
    words.say.with(places.format(places.names[places.at(row)]!), number(row.middle!));
  return words.distributions.spread({
    kind,
    what,
    groups: known.length.toLocaleString(tag),
    highest: toText(sorted[0]!),
    lowest: toText(sorted.at(-1)!),
  });
}

/** Marks of groups that stand along x, laid along y where they lie: x and y change places. */
export function toLaid(marks: readonly Mark[], isAcross: boolean): Mark[] {
  if (!isAcross) return [...marks];
  const turned: Readonly<Record<string, string>> = { areaX: 'areaY', ruleX: 'ruleY', ruleY: 'ruleX' };
  const swap = (name: string) =>
    name.replace(/^([xy])([12]?)$/, (_, letter: string, at: string) => `${letter === 'x' ? 'y' : 'x'}${at}`);
  return marks.map((mark) => ({
    ...mark,
    mark: turned[mark.mark] ?? mark.mark,
    options: Object.fromEntries(Object.entries(mark.options).map(([name, value]) => [swap(name), value])),
  }));
}
