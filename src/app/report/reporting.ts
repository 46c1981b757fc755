import type { InputCell } from '../../cells/input/compile/settings';
import { toDayText, toEndText, toValueText } from '../../cells/input/valueText';
import type { Block, Filter, ReportContent } from '../../export/report/content';
import { formatCount, formatWhen } from '../../i18n/format';
import { loadChartWords } from '../../i18n/charts/charts';
import { locale, t } from '../../i18n/i18n';
import { reportWords } from '../../i18n/report';
import type { Workbook } from '../../workbook/document';
import { listParts, toReport } from '../../workbook/report';
import type { App } from '../context';
import { toNeeded } from '../exporting/notes';
import type { Workbooks } from '../workbook/workbooks';
import { isHalf, toBlock } from './blocks';

export interface GatherOptions {
  /** With pictures for readers whose device is dark. */
  dark?: boolean;
  /** With what an interactive page has inside. */
  live?: boolean;
  signal?: AbortSignal;
}

export type Reporting = ReturnType<typeof createReporting>;

const MOST_VALUES = 5;

const all = new WeakMap<App, Reporting>();

/** The one of the page, so that what was laid out once is not laid out again. */
export function findReporting(app: App): Reporting {
  const found = all.get(app) ?? createReporting(app);
  all.set(app, found);
  return found;
}

/** Puts together what the report says. A block is made anew only when its cell, its rows or its settings have changed. */
function createReporting(app: App) {
  const kept = new Map<string, { key: readonly unknown[]; block: Block | undefined }>();
  /** When the results that are shown were first put together: that is the time as of which they are. */
  let made: { results: string; at: number } | undefined;

  async function gather(
    workbooks: Workbooks,
    { dark = false, live = false, signal }: GatherOptions = {},
  ): Promise<ReportContent> {
    await loadChartWords();
    const book = workbooks.workbook()!;
    const report = toReport(book);
    const parts = listParts(book).filter(({ left }) => !left);
    const words = reportWords().file;
    const blocks: Block[] = [];
    const filters: Filter[] = [];
    const results: string[] = [book.id];
    for (const part of parts) {
      const cell = workbooks.cell(part.cell);
      if (!cell) continue;
      const state = workbooks.stateOf(cell.id)();
      if (cell.kind === 'input') {
        filters.push(toFilter(cell as InputCell));
        continue;
      }
      results.push(state.result?.id ?? state.status);
      const { paper, orientation } = report;
      const { newPage, caption, sql, rows } = part;
      const key = [
        cell,
        state.status,
        state.result?.id,
        state.fetched,
        state.told,
        newPage,
        caption,
        sql,
        rows,
        isHalf(cell, part),
        paper,
        orientation,
        dark,
        live,
        locale(),
      ];
      const before = kept.get(cell.id);
      const isSame = before?.key.every((one, at) => one === key[at]);
      const block = isSame
        ? before!.block
        : await toBlock({
            engine: app.engine,
            report,
            cell,
            state,
            part,
            findValue: workbooks.findValue,
            dark,
            live,
            signal,
          });
      kept.set(cell.id, { key, block });
      if (block) blocks.push(block);
    }
    const now = results.join();
    if (made?.results !== now) made = { results: now, at: Date.now() };
    return {
      lang: locale(),
      title: toTitle(book),
      subtitle: report.subtitle,
      author: report.author,
      logo: report.logo,
      look: report,
      asOf: words.asOf(formatWhen(made.at)),
      filters,
      blocks,
      sources: toSources(app),
      words,
      ...(live && { live: words.live }),
    };
  }

  return { gather };
}

export function toTitle(book: Workbook): string {
  return toReport(book).title.trim() || book.title || t('workbook.untitled');
}

function toFilter(cell: InputCell): Filter {
  return { name: cell.label ?? cell.name, value: toText(cell) || reportWords().file.nothing };
}

/** A value in full: of several, the first few. */
function toText(cell: InputCell): string {
  if (cell.control !== 'several') return toValueText(cell);
  const { value, of } = cell;
  const texts = value
    .slice(0, MOST_VALUES)
    .map((one) => (of === 'date' ? toDayText(one) : of === 'number' ? toEndText(Number(one)) : one));
  const more = value.length > MOST_VALUES ? formatCount(value.length - MOST_VALUES) : '';
  return reportWords().file.several(texts, more);
}

function toSources(app: App): string[] {
  const words = reportWords().file;
  return toNeeded(app).map(({ name, receipt, created }) =>
    words.source(
      name,
      receipt.file.name,
      words.rows(receipt.loaded, formatCount(receipt.loaded)),
      formatWhen(created),
    ),
  );
}
