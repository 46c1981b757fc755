import type { FileKind, Inspection, TableInspection } from '../inspection';
import type { ColumnChoice, ImportOptions } from '../options';
import { findChoice } from '../options';
import type { Receipt, ReceiptColumn } from '../receipt';
import { toAlikeName } from './alikeName';

/** How the next file of a kind is read through the settings of the one before. */
export interface Fit {
  settings: ImportOptions;
  /** Columns that keep their names in the table though the file writes them a little otherwise. */
  renamed: { from: string; to: string }[];
  layout: LayoutChange[];
}

/** Something of the file's form that is not as it was. */
export type LayoutChange = FoundChange | OpenChange;

export interface FoundChange {
  what: 'delimiter' | 'skip' | 'header';
  before: string | number;
  found: string | number;
}

/** Rows that are left out by the settings, but not by what the file looks like, or the other way round. */
export interface OpenChange {
  what: OpenField;
  before: number;
  found: number;
  /** Which of the two holds; a person may choose the other. */
  chosen: number;
}

/** Rows that are left out, as a person has chosen where the settings and the file say different things. */
export type LayoutAnswers = Partial<Record<OpenField, number>>;

export type OpenField = 'units' | 'footer';

/** Two looks at a file: by the settings as they are, where these can be applied, and with its form found anew. */
export interface Looks {
  kept: Inspection | undefined;
  fresh: Inspection | undefined;
}

const LAYOUT = [
  'delimiter',
  'quote',
  'escape',
  'borders',
  'wide',
  'comment',
  'skip',
  'header',
  'units',
  'footer',
] as const;
const PLACE = ['sheets', 'table', 'range', 'members', 'path'] as const;

/** What the settings say of the columns and values, without where the table lies and how it is laid out. */
export function toFreeSettings(settings: ImportOptions): ImportOptions {
  return omit(settings, ['encoding', ...LAYOUT, ...PLACE, 'name']);
}

/** The settings for the file; undefined where not one of the columns is in it. */
export function maybeFit(
  receipt: Receipt,
  { kept, fresh }: Looks,
  answers: LayoutAnswers = {},
): Fit | undefined {
  const [byKept, byFresh] = [kept, fresh].map((look) => findTable(receipt, look));
  const best = byFresh && byFresh.found > (byKept?.found ?? 0) ? byFresh : byKept;
  if (!best) return undefined;
  const isKept = best === byKept;
  const layout = byFresh ? toLayout(receipt.settings, byFresh.table.settings, isKept, answers) : [];
  const renames = canName(receipt.kind) ? findAlike(receipt, best.table) : [];
  const form = isKept
    ? { ...pick(receipt.settings, LAYOUT), ...toEncoding(receipt.settings, byFresh?.table.settings) }
    : pick(best.table.settings, LAYOUT);
  return {
    settings: {
      ...toFreeSettings(receipt.settings),
      ...form,
      ...pick(best.table.settings, PLACE),
      ...toChosen(layout),
      ...withColumns(receipt.settings.columns, renames),
    },
    renamed: renames.flatMap(({ column, to }) => (column ? [{ from: column.name, to }] : [])),
    layout,
  };
}

/** Whether the columns of such a file can have other names in the table. */
export function canName(kind: FileKind): boolean {
  return kind !== 'duckdb';
}

/** Whether a person can choose how the values of such a file are read; others say their types themselves. */
export function canRead(kind: FileKind): boolean {
  return kind === 'text' || kind === 'excel';
}

interface Found {
  table: TableInspection;
  /** Columns of before that it has. */
  found: number;
}

/** The table of a file that has the most of the columns; of equals the one that lies where it lay. */
function findTable(receipt: Receipt, look: Inspection | undefined): Found | undefined {
  let best: Found | undefined;
  const { sheet, member } = receipt.place;
  for (const table of look?.tables ?? []) {
    const names = new Set(table.columns.map(({ source }) => source));
    const exact = receipt.columns.filter(({ source }) => names.has(source)).length;
    const found = exact + findAlike(receipt, table).filter(({ column }) => column).length;
    const isSame = table.key !== '' && (table.key === sheet || table.key === member);
    if (found > (best?.found ?? 0) || (found > 0 && found === best?.found && isSame)) {
      best = { table, found };
    }
  }
  return best;
}

interface Alike {
  /** Its name in the settings. */
  from: string;
  /** Its name in this file. */
  to: string;
  /** Nothing for a column that was left out. */
  column: ReceiptColumn | undefined;
}

/** Columns of before that are gone, and in whose place one of nearly the same name stands. */
function findAlike({ columns, settings }: Receipt, table: TableInspection): Alike[] {
  const sources = new Set([...columns.map(({ source }) => source), ...Object.keys(settings.columns ?? {})]);
  const free = new Set(table.columns.map(({ source }) => source).filter((source) => !sources.has(source)));
  const present = new Set(table.columns.map(({ source }) => source));
  const alike: Alike[] = [];
  for (const from of sources) {
    if (present.has(from)) continue;
    const to = [...free].find((name) => toAlikeName(name) === toAlikeName(from));
    if (to === undefined) continue;
    free.delete(to);
    alike.push({ from, to, column: columns.find(({ source }) => source === from) });
  }
  return alike;
}

function withColumns(
  columns: Record<string, ColumnChoice> | undefined,
  renames: readonly Alike[],
): Pick<ImportOptions, 'columns'> {
  if (renames.length === 0) return columns ? { columns } : {};
  const others = Object.entries(columns ?? {}).filter(
    ([source]) => !renames.some(({ from }) => from === source),
  );
  const renamed = renames.map(({ from, to, column }) => {
    const choice = findChoice(columns, from);
    return [to, { ...choice, ...(column && { name: column.name }) }] as const;
  });
  return { columns: Object.fromEntries([...others, ...renamed]) };
}

function toLayout(
  settings: ImportOptions,
  found: ImportOptions,
  isKept: boolean,
  answers: LayoutAnswers,
): LayoutChange[] {
  const changes: LayoutChange[] = [];
  for (const what of isKept ? [] : (['delimiter', 'skip', 'header'] as const)) {
    const [before, now] = [toPlain(settings[what]), toPlain(found[what])];
    if (before !== undefined && now !== undefined && before !== now)
      changes.push({ what, before, found: now });
  }
  for (const what of ['units', 'footer'] as const) {
    const [before, now] = [settings[what], found[what]];
    if (before === undefined || now === undefined || before === now) continue;
    // of the two, by which fewer rows are left out
    changes.push({ what, before, found: now, chosen: answers[what] ?? Math.min(before, now) });
  }
  return changes;
}

function toPlain(value: string | number | boolean | undefined): string | number | undefined {
  return typeof value === 'boolean' ? Number(value) : value;
}

function toChosen(layout: readonly LayoutChange[]): ImportOptions {
  return Object.fromEntries(
    layout.flatMap((change) => ('chosen' in change ? [[change.what, change.chosen] as const] : [])),
  );
}

/** UTF-8 is found wherever it is, on the whole of a file; so only another encoding needs to be said. */
function toEncoding({ encoding }: ImportOptions, found: ImportOptions | undefined): ImportOptions {
  const isFound = isUnicode(encoding) || isUnicode(found?.encoding);
  return encoding === undefined || isFound ? {} : { encoding };
}

function isUnicode(encoding: string | undefined): boolean {
  return encoding?.startsWith('utf-') ?? false;
}

function omit<K extends keyof ImportOptions>(
  settings: ImportOptions,
  keys: readonly K[],
): Omit<ImportOptions, K> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.includes(key as K))) as Omit<
    ImportOptions,
    K
  >;
}

function pick(settings: ImportOptions, keys: readonly (keyof ImportOptions)[]): ImportOptions {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => keys.includes(key as keyof ImportOptions)),
  );
}
