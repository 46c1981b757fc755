import type { Picture } from '../../charts/spec/picture';
import type { ChartCell, ChartTold } from '../../cells/chart/compile';
import { drawCell, readDrawn } from '../../cells/chart/picture';
import { findChartSql } from '../../cells/chart/sqlOf';
import { kinds } from '../../cells/kinds';
import type { TextCell } from '../../cells/text/compile';
import { fillHole, fillMarkdown, layOut } from '../../cells/text/layOut';
import type { Engine } from '../../engine/engine';
import { escapeMarkdown } from '../../export/formats/markdown';
import type {
  Block,
  ChartBlock,
  GapBlock,
  ReportColumn,
  TableBlock,
  TextBlock,
} from '../../export/report/content';
import { toPlaces } from '../../export/report/places';
import { fitColumns } from '../../export/report/fit';
import type { LiveChart, LiveTable } from '../../export/report/live';
import { MOST_LIVE_ROWS } from '../../export/report/liveLimits';
import { toBlockWidth } from '../../export/report/style';
import { toSafeMarkdown } from '../../export/report/toMarkdown';
import { toCellFormat } from '../../grid/cellFormat';
import { formatCount, localeTag } from '../../i18n/format';
import { reportWords } from '../../i18n/report';
import type { CellState } from '../../run/state';
import type { Bound } from '../../sql/bound';
import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import { countDigits, toCellText } from '../../table/format';
import type { Cell } from '../../workbook/cell';
import { maybeFormat } from '../../ui/editor/format';
import type { Report, ReportPart } from '../../workbook/report';
import { findSql } from '../exporting/notes';
import { toLiveChart, toLiveColumn } from './live';

export interface BlockParts {
  engine: Engine;
  report: Report;
  cell: Cell;
  state: CellState;
  part: ReportPart;
  findValue: (name: string) => Bound | undefined;
  /** With pictures for readers whose device is dark. */
  dark: boolean;
  /** With what an interactive page has inside. */
  live: boolean;
  signal?: AbortSignal | undefined;
}

/** Rows of a table, where nobody has said how many. */
export const ROWS = 20;
/** What of a cell stands in the report; nothing where nothing has been said in it yet. */
export async function toBlock(parts: BlockParts): Promise<Block | undefined> {
  const { cell, state, part } = parts;
  const base = {
    cell: cell.id,
    half: isHalf(cell, part),
    newPage: part.newPage === true,
    caption: part.caption ?? '',
  };
  if (cell.kind === 'text') return toText(base, cell as TextCell, state);
  if (!kinds.find(cell.kind)) return { ...base, kind: 'gap', text: reportWords().file.unknown(toName(cell)) };
  if (state.status === 'done' && !state.result) return undefined;
  const shown = state.result && (await (cell.kind === 'chart' ? toChart(parts) : toTable(parts)));
  if (!shown) return toGap(base, cell, state);
  const sql = part.sql ? await toNote(parts) : undefined;
  const { old } = reportWords().file;
  return {
    ...base,
    ...shown,
    ...(cell.kind !== 'chart' && !base.caption && { caption: toName(cell) }),
    ...(sql && { sql }),
    ...(state.status !== 'done' && { warning: old }),
  };
}

/** A figure by itself stands beside another, if nothing else is said. */
export function isHalf(cell: Cell, { width }: ReportPart): boolean {
  return width ? width === 'half' : cell.kind === 'chart' && (cell as ChartCell).mark === 'kpi';
}

export function toName({ name, kind }: Cell): string {
  return name ?? kind;
}

type Base = Pick<Block, 'cell' | 'half' | 'newPage' | 'caption'>;

function toText(base: Base, { id, markdown }: TextCell, state: CellState): TextBlock | GapBlock | undefined {
  if (!markdown.trim()) return undefined;
  const words = reportWords().file;
  const laid = layOut(markdown);
  if (!laid) return { ...base, kind: 'gap', text: words.tooDeep };
  for (const hole of laid.querySelectorAll<HTMLElement>('span[data-hole]')) {
    fillHole(hole, state);
    hole.replaceWith(hole.textContent);
  }
  const headings = [...laid.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading, at) => {
    heading.id = `h-${id}-${at}`;
    return { level: Number(heading.tagName[1]), text: heading.textContent.trim(), id: heading.id };
  });
  for (const element of laid.querySelectorAll('[data-line]')) element.removeAttribute('data-line');
  const box = document.createElement('div');
  box.append(laid);
  return {
    ...base,
    kind: 'text',
    html: box.innerHTML,
    markdown: toSafeMarkdown(fillMarkdown(markdown, state, escapeMarkdown)),
    headings: headings.filter(({ text }) => text !== ''),
    ...(state.status === 'failed' && { warning: words.failedText }),
  };
}

function toGap(base: Base, cell: Cell, { status }: CellState): GapBlock {
  const words = reportWords().file;
  const say =
    status === 'failed'
      ? words.failed
      : status === 'blocked'
        ? words.waiting
        : status === 'running' || status === 'waiting'
          ? words.running
          : words.notRun;
  return { ...base, kind: 'gap', text: say(toName(cell)) };
}

type Shown<B extends Block> = Omit<B, keyof Base | 'sql' | 'warning'>;

/** The picture that leaves otherwise, too, as wide as it stands here. */
async function toChart(parts: BlockParts): Promise<Shown<ChartBlock> | undefined> {
  const { engine, report, cell, part, dark, live, signal } = parts;
  const { result, told } = parts.state;
  if (!result || told === undefined) return undefined;
  const { toSvgText } = await import('../../charts/render/image');
  const drawn = await readDrawn(engine, { id: result.id, told: told as ChartTold }, signal);
  const width = toBlockWidth(report, isHalf(cell, part));
  const draw = (isDark: boolean) => {
    const picture = drawCell(cell as ChartCell, drawn, { width, dark: isDark });
    return (
      picture && {
        ...toSvgText(picture, { document, dark: isDark, paper: false }),
        says: picture.says,
        picture,
      }
    );
  };
  const light = draw(false);
  // its kind was changed, and it has not run since
  if (!light) return undefined;
  const night = dark ? draw(true) : undefined;
  const marks = live ? await toMarks(light.picture, night?.picture) : undefined;
  return {
    kind: 'chart',
    light: light.text,
    says: light.says,
    ...(night && { dark: night.text }),
    ...(marks && { live: marks }),
  };
}

async function toMarks(light: Picture, dark: Picture | undefined): Promise<LiveChart | undefined> {
  const { render } = await import('../../charts/render/render');
  return toLiveChart(
    render(light, { document, dark: false }),
    dark && render(dark, { document, dark: true }),
    light.pointing === 'along',
  );
}

async function toTable({
  engine,
  report,
  cell,
  part,
  live,
  signal,
  ...parts
}: BlockParts): Promise<Shown<TableBlock>> {
  const words = reportWords().file;
  const { id, columns, rowCount } = parts.state.result!;
  const most = Math.min(rowCount, part.rows ?? ROWS);
  const values = most > 0 ? await engine.read(id, 'rows', 0, most, signal ? { signal } : {}) : [];
  const all = columns.map((column, at) => toColumn(column, values[at] ?? []));
  const shown = fitColumns(all, toBlockWidth(report, isHalf(cell, part)));
  const size =
    most < rowCount
      ? words.firstRows(formatCount(most), formatCount(rowCount))
      : words.rows(rowCount, formatCount(rowCount));
  const width =
    shown.length < columns.length
      ? words.firstColumns(formatCount(shown.length), formatCount(columns.length))
      : undefined;
  return {
    kind: 'table',
    columns: shown,
    note: [size, width].filter(Boolean).join(' · '),
    ...(live && { live: await toRows(engine, parts.state.result!, signal) }),
  };
}

/** All columns, and as many rows as an interactive page takes. */
async function toRows(
  engine: Engine,
  { id, columns, rowCount }: NonNullable<CellState['result']>,
  signal: AbortSignal | undefined,
): Promise<LiveTable> {
  const most = Math.min(rowCount, MOST_LIVE_ROWS);
  const values = most > 0 ? await engine.read(id, 'rows', 0, most, signal ? { signal } : {}) : [];
  const words = reportWords().file;
  return {
    columns: columns.map((column, at) =>
      toLiveColumn(column, toColumn(column, values[at] ?? []), values[at] ?? []),
    ),
    ...(most < rowCount && { note: words.firstInside(formatCount(most), formatCount(rowCount)) }),
  };
}

function toColumn(column: Column, values: readonly Value[]): ReportColumn {
  const digits = Math.max(0, ...values.map((value) => countDigits(value, column.type)));
  const format = { ...toCellFormat(), digits };
  return {
    name: column.name,
    isRight: toFamily(column.type) === 'number',
    texts: values.map((value) => toCellText(value, column, format).text),
    ranks: toPlaces(values, column, localeTag()),
  };
}

/** What a person has written stands as they wrote it; a chart's query, which nobody has, in lines as the editor lays them out. */
async function toNote({ engine, cell, state, findValue, signal }: BlockParts): Promise<string | undefined> {
  if (cell.kind !== 'chart') return (await findSql(cell))?.trim();
  const told = state.told as ChartTold;
  const sql = await findChartSql(engine, { cell: cell as ChartCell, told, findValue }, signal);
  return (await maybeFormat(sql)) ?? sql;
}
