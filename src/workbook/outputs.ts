import type { Workbook } from './document';

/** What left the workbook the last time, so that next month the same leaves again under the same names. */
export interface Outputs {
  /** The form in which its report left. */
  readonly report?: ReportOutput;
  readonly tables?: TableOutput;
}

export interface ReportOutput {
  readonly format: ReportFormat;
  /** As a web page that has its rows inside. */
  readonly interactive?: true;
  /** Of the file's name. */
  readonly template: string;
}

export type ReportFormat = 'html' | 'docx' | 'markdown';

export interface TableOutput {
  readonly names: readonly string[];
  readonly format: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly template: string;
}

const LONGEST_TEMPLATE = 300;
const MOST_TABLES = 500;

export function setOutputs(workbook: Workbook, outputs: Outputs): Workbook {
  return { ...workbook, outputs: { ...workbook.outputs, ...outputs } };
}

/** So many names of tables fit on a button. */
export function toShortList(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} …` : names.join(', ');
}

/** A workbook with what left another one: undo does not forget it. */
export function withOutputs(workbook: Workbook, { outputs }: Workbook): Workbook {
  return outputs === workbook.outputs || !outputs ? workbook : { ...workbook, outputs };
}

/** What comes from elsewhere: what is none of ours is as if it had not been said. */
export function checkOutputs(given: unknown): Outputs {
  const { report, tables } = toObject(given);
  const [ofReport, ofTables] = [toObject(report), toObject(tables)];
  const format = ofReport['format'];
  const names = Array.isArray(ofTables['names'])
    ? ofTables['names'].filter((name) => typeof name === 'string').slice(0, MOST_TABLES)
    : [];
  return {
    ...((format === 'html' || format === 'docx' || format === 'markdown') && {
      report: {
        format,
        ...(format === 'html' && ofReport['interactive'] === true && { interactive: true as const }),
        template: toTemplate(ofReport['template']),
      },
    }),
    ...(names.length > 0 &&
      typeof ofTables['format'] === 'string' && {
        tables: {
          names,
          format: ofTables['format'],
          settings: toObject(ofTables['settings']),
          template: toTemplate(ofTables['template']),
        },
      }),
  };
}

function toTemplate(value: unknown): string {
  return typeof value === 'string' && value.trim() ? value.slice(0, LONGEST_TEMPLATE) : '{name} {date}';
}

function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
