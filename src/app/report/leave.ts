import type { ChartBlock, ReportContent } from '../../export/report/content';
import { toHtml } from '../../export/report/toHtml';
import { toMarkdown } from '../../export/report/toMarkdown';
import { toZip } from '../../export/zip';
import { formatBytes } from '../../i18n/format';
import { reportWords } from '../../i18n/report';
import { saveFile } from '../../ui/saveFile';
import type { ReportFormat, ReportOutput } from '../../workbook/outputs';
import type { App } from '../context';
import { toFileNames } from '../exporting/fileNames';
import { toNames } from '../exporting/naming';
import { readRemembered } from '../exporting/remembered';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import { drawChart } from './pictures';
import { findReporting } from './reporting';

const endings: Record<ReportFormat, string> = { html: 'html', markdown: 'zip', docx: 'docx' };

export interface LeaveOptions {
  /** As a web page: with its rows inside. */
  interactive?: boolean | undefined;
  signal?: AbortSignal;
}

/** The report as one file, of what its cells have come to. */
export async function exportReport(
  app: App,
  format: ReportFormat,
  { interactive = false, signal }: LeaveOptions = {},
): Promise<Blob> {
  if (!Object.hasOwn(endings, format)) throw new Error(`no format of a report: ${format}`);
  const workbooks = app.workbooks();
  if (!workbooks?.workbook()) throw new Error('no workbook is open');
  const content = await findReporting(app).gather(workbooks, {
    dark: format === 'html',
    live: format === 'html' && interactive,
    ...(signal && { signal }),
  });
  if (format === 'html') return new Blob([toHtml(content)], { type: 'text/html' });
  if (format === 'docx') return (await import('./word')).toWordFile(content);
  return toMarkdownZip(content);
}

/** What the file is called: as exports of tables are, by the workbook's own template where it has one. */
export function toReportName(app: App, { format, template }: ReportOutput): string {
  return toNames(app, { tables: [], template, ending: endings[format], inner: '' }).file;
}

/** Saves the report as a download, and remembers how. */
export async function saveReport(
  app: App,
  format: ReportFormat,
  options: Pick<LeaveOptions, 'interactive'> = {},
): Promise<void> {
  try {
    const file = await exportReport(app, format, options);
    const name = toReportName(app, noteReport(app, format, options));
    saveFile(name, file);
    tell({ text: () => reportWords().saved(name, formatBytes(file.size)) });
  } catch (error) {
    tellProblem(error, toWords);
  }
}

/** Remembers in what form the report left, for the next time. */
export function noteReport(
  app: App,
  format: ReportFormat,
  { interactive }: Pick<LeaveOptions, 'interactive'> = {},
): ReportOutput {
  const isInteractive = format === 'html' && interactive;
  const report: ReportOutput = {
    format,
    ...(isInteractive && { interactive: true as const }),
    template: findTemplate(app),
  };
  app.workbooks()!.noteOutputs({ report });
  return report;
}

function findTemplate(app: App): string {
  return app.workbooks()?.workbook()?.outputs?.report?.template ?? readRemembered().template;
}

async function toMarkdownZip(content: ReportContent): Promise<Blob> {
  const charts = content.blocks.filter((block): block is ChartBlock => block.kind === 'chart');
  const files = toFileNames(
    charts.map(({ caption }, at) => caption || `picture ${at + 1}`),
    'png',
  ).map((name) => `images/${name.replace(/[\s()<>[\]#?%]+/g, '-')}`);
  const parts = [];
  for (const [at, chart] of charts.entries())
    parts.push({ path: files[at]!, blob: (await drawChart(chart)).png });
  const images = new Map(charts.map(({ cell }, at) => [cell, files[at]!]));
  const text = new Blob([toMarkdown(content, images)], { type: 'text/markdown' });
  return toZip([{ path: 'report.md', blob: text, deflate: true }, ...parts]);
}
