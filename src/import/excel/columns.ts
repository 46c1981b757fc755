import { losesZeros } from '../columns/codeValue';
import type { Reading } from '../columns/reading';
import type { ColumnType } from '../columns/types';
import type { InspectedColumn, Why } from '../inspection';
import { toNames } from '../names';
import type { ColumnChoice, ImportOptions } from '../options';
import { findChoice } from '../options';
import { toAddress } from './address';
import type { SheetCells } from './cells';
import { findPlace } from './cells';
import type { CellClass } from './cellValue';
import { createClassifier, createTypedReader, toPlainText } from './cellValue';
import { maybeUnixDay, splitSerial } from './format/serial';
import type { SheetTable } from './findTables';

/** A column of a table, with its type decided on all of its cells. */
export interface ExcelColumn extends Omit<InspectedColumn, 'reading' | 'type'> {
  type: ColumnType;
  /** Its place on the sheet. */
  column: number;
  /** How its texts are read, where a person chose that. */
  reading?: Reading;
  /** Every cell as Excel shows it. */
  asShown: boolean;
  /** Cells that are lengths of time are given as numbers of hours. */
  hours: boolean;
  /** It is not read as was asked, as that would have lost some of its values. */
  isRefused?: boolean;
  /** Cells that are missing in it though something stands in them. */
  faults: number;
}

/** A cell whose value is not in the table. */
export interface CellFault {
  kind: 'error' | 'no-result' | 'misfit';
  /** `C7` */
  cell: string;
  column: string;
  /** What stands in it. */
  text: string;
}

export type ColumnOptions = Pick<ImportOptions, 'types' | 'columns' | 'missing'>;

/** The rows of a table that are its records: the first and the last on the sheet. */
export function toBody({ range, titleRows, headerRows, unitsRows, footerRows }: SheetTable) {
  return { first: range.top + titleRows + headerRows + unitsRows, last: range.bottom - footerRows };
}

/** Decides the type of every column of a table by all of its cells and their number formats. */
export function toColumns(cells: SheetCells, table: SheetTable, options: ColumnOptions = {}): ExcelColumn[] {
  const sources = toNames(table.names);
  const wanted = sources.map((source, at) => {
    const choice = findChoice(options.columns, source) ?? findChoice(options.columns, table.names[at]!);
    return choice?.name ?? source;
  });
  const names = toNames(wanted);
  const classify = createClassifier(cells, options.missing);
  return table.columns.map((column, at) => {
    const source = sources[at]!;
    const choice = findChoice(options.columns, source) ?? findChoice(options.columns, table.names[at]!);
    const counted = count(cells, table, column, classify);
    const decided = decideFor(cells, counted, options.types, choice);
    const { type, asShown, misfits } = decided;
    const errors = asShown ? 0 : (counted.classes.get('error') ?? 0);
    return {
      source,
      name: names[at]!,
      column,
      leftOut: choice?.leaveOut ?? false,
      ...decided,
      faults: errors + (counted.classes.get('unknown') ?? 0) + (type === 'VARCHAR' ? 0 : misfits.count),
    };
  });
}

function decideFor(
  cells: SheetCells,
  counts: Counts,
  types: ImportOptions['types'],
  { reading, acceptMisfits }: ColumnChoice = {},
): Decision {
  if (reading) return decideAsChosen(cells, counts, reading, acceptMisfits);
  return types === 'text' ? toDecision('VARCHAR', 'chosen', { asShown: true }) : decide(counts);
}

interface Counts {
  /** Cells of each class. */
  classes: Map<CellClass, number>;
  isWhole: boolean;
  hasTime: boolean;
  /** Days that never were. */
  noDays: number;
  /** For each class, the first cells of it. */
  examples: Map<CellClass, string[]>;
  each(visit: (as: CellClass, place: number) => void): void;
  column: number;
}

const MOST_EXAMPLES = 5;

function count(
  cells: SheetCells,
  table: SheetTable,
  column: number,
  classify: ReturnType<typeof createClassifier>,
): Counts {
  const found = cells.columns[column];
  const { first, last } = toBody(table);
  const counts: Counts = {
    classes: new Map(),
    isWhole: true,
    hasTime: false,
    noDays: 0,
    examples: new Map(),
    column,
    each(visit) {
      if (!found) return;
      const end = findPlace(found, last + 1);
      for (let place = findPlace(found, first); place < end; place++) visit(classify(found, place), place);
    },
  };
  // most cells are like the one above, and are counted together
  let current: CellClass = 'missing';
  let run = 0;
  let isWhole = true;
  let hasTime = false;
  const settle = () => counts.classes.set(current, (counts.classes.get(current) ?? 0) + run);
  const end = found ? findPlace(found, last + 1) : 0;
  for (let place = found ? findPlace(found, first) : 0; place < end; place++) {
    const as = classify(found!, place);
    if (as !== current) {
      settle();
      current = as;
      run = 0;
    }
    run++;
    if (run <= MOST_EXAMPLES) addExample(counts.examples, as, () => toPlainText(cells, found!, place, as));
    const value = found!.values[place]!;
    if (as === 'number') isWhole &&= Number.isSafeInteger(value);
    else if (as === 'moment') {
      const { day, ms } = splitSerial(value);
      hasTime ||= ms !== 0;
      if (maybeUnixDay(day, cells.date1904) === undefined) counts.noDays++;
    }
  }
  settle();
  if (counts.classes.get('missing') === 0) counts.classes.delete('missing');
  return Object.assign(counts, { isWhole, hasTime });
}

function addExample(examples: Counts['examples'], as: CellClass, show: () => string): void {
  const before = examples.get(as) ?? [];
  if (before.length < MOST_EXAMPLES) examples.set(as, [...before, show()]);
}

type Decision = Omit<ExcelColumn, 'source' | 'name' | 'column' | 'leftOut' | 'faults'>;

function toDecision(type: ColumnType, why: Why, more: Partial<Decision> = {}): Decision {
  return {
    type,
    why,
    alternatives: [],
    misfits: { count: 0, examples: [] },
    asShown: false,
    hours: false,
    ...more,
  };
}

function decide(counts: Counts): Decision {
  const { classes, noDays } = counts;
  const present = [...classes.keys()].filter((as) => as !== 'missing' && as !== 'error' && as !== 'unknown');
  if (present.length === 0) return toDecision('VARCHAR', 'blank');
  const [only] = present;
  if (present.length === 1 && only === 'text') return toDecision('VARCHAR', 'words');
  if (present.every((as) => as === 'padded' || as === 'text')) return toDecision('VARCHAR', 'leading-zero');
  if (present.length === 1 && noDays === 0) {
    return toDecision(toType(only!, counts), 'in-the-file', { hours: only === 'duration' });
  }
  return toDecision('VARCHAR', 'mixed', toMixed(counts, present));
}

function toType(as: CellClass, { isWhole, hasTime }: Counts): ColumnType {
  switch (as) {
    case 'number':
      return isWhole ? 'BIGINT' : 'DOUBLE';
    case 'duration':
      return 'DOUBLE';
    case 'moment':
      return hasTime ? 'TIMESTAMP' : 'DATE';
    case 'time':
      return 'TIME';
    case 'flag':
      return 'BOOLEAN';
    default:
      return 'VARCHAR';
  }
}

/** What most of the values are is another way to read them; the rest would not fit. */
function toMixed(counts: Counts, present: readonly CellClass[]): Partial<Decision> {
  const { classes, examples, noDays } = counts;
  const typed = present.filter((as) => as !== 'text' && as !== 'padded');
  const most = typed.sort((one, other) => classes.get(other)! - classes.get(one)!)[0];
  if (most === undefined) return {};
  const others = present.filter((as) => as !== most);
  const misfits = others.reduce((sum, as) => sum + classes.get(as)!, 0) + (most === 'moment' ? noDays : 0);
  return {
    alternatives: [{ reading: toReading(toType(most, counts)), misfits }],
    misfits: {
      count: misfits,
      examples: others.flatMap((as) => examples.get(as) ?? []).slice(0, MOST_EXAMPLES),
    },
  };
}

function toReading(type: ColumnType): Reading {
  switch (type) {
    case 'BIGINT':
    case 'DOUBLE':
      return { type, decimal: '.' };
    case 'DATE':
    case 'TIMESTAMP':
      return { type, order: 'ymd' };
    default:
      return { type };
  }
}

/** A reading that can't read every value is followed only where its misfits are accepted. */
function decideAsChosen(cells: SheetCells, counts: Counts, reading: Reading, isAccepted = false): Decision {
  const { type } = reading;
  if (type === 'VARCHAR') return toDecision('VARCHAR', 'chosen', { reading });
  const read = createTypedReader(cells, type, reading);
  const column = cells.columns[counts.column];
  const examples: string[] = [];
  let misfits = 0;
  let zeros = 0;
  counts.each((as, place) => {
    if (as === 'missing' || as === 'error' || as === 'unknown') return;
    if (read(column!, place, as) !== undefined) {
      if (isPadding(as) && losesZeros(toPlainText(cells, column!, place, as), reading)) zeros++;
      return;
    }
    if (misfits++ < MOST_EXAMPLES) examples.push(toPlainText(cells, column!, place, as));
  });
  const found = {
    misfits: { count: misfits, examples },
    alternatives: [{ reading, misfits, ...(zeros > 0 && { zeros }) }],
  };
  if (misfits > 0 && !isAccepted) return toDecision('VARCHAR', 'mixed', { ...found, isRefused: true });
  if (zeros > 0 && !isAccepted) return toDecision('VARCHAR', 'leading-zero', { ...found, isRefused: true });
  return toDecision(type, 'chosen', {
    ...found,
    ...(zeros > 0 && { zeros }),
    reading,
    hours: type === 'DOUBLE' && counts.classes.has('duration'),
  });
}

/** Whether a cell's text or format may have zeros before its number. */
function isPadding(as: CellClass): boolean {
  return as === 'text' || as === 'padded';
}

/** All faults are counted; so many are listed. */
export const MOST_FAULTS = 10_000;

export type FaultCounts = Record<CellFault['kind'], number>;

/** Cells that are not in the table as they stand: errors, formulas without a result, and values that do not fit. */
export function findFaults(
  cells: SheetCells,
  table: SheetTable,
  columns: readonly ExcelColumn[],
  options: ColumnOptions = {},
): { counts: FaultCounts; faults: CellFault[] } {
  const classify = createClassifier(cells, options.missing);
  const faults: CellFault[] = [];
  const counts: FaultCounts = { error: 0, 'no-result': 0, misfit: 0 };
  for (const { column, name, type, reading, asShown, leftOut, faults: expected } of columns) {
    const found = cells.columns[column];
    if (!found || leftOut || expected === 0) continue;
    const read = createTypedReader(cells, type, reading);
    const { first, last } = toBody(table);
    const end = findPlace(found, last + 1);
    for (let place = findPlace(found, first); place < end; place++) {
      const as = classify(found, place);
      const isMisfit = type !== 'VARCHAR' && as !== 'missing' && read(found, place, as) === undefined;
      const kind =
        as === 'error'
          ? asShown
            ? undefined
            : 'error'
          : as === 'unknown'
            ? 'no-result'
            : isMisfit
              ? 'misfit'
              : undefined;
      if (kind !== undefined) counts[kind]++;
      if (kind === undefined || faults.length === MOST_FAULTS) continue;
      const text = toPlainText(cells, found, place, as);
      faults.push({ kind, cell: toAddress(found.rows[place]!, column), column: name, text });
    }
  }
  return { counts, faults };
}
