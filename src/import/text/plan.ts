import type { Hint } from '../columns/candidates';
import { createProfile } from '../columns/profile';
import type { Context, Decision } from '../columns/decide';
import { toNames } from '../names';
import type { ImportOptions } from '../options';
import { findChoice } from '../options';
import type { ColumnType } from '../columns/types';
import type { Why } from '../inspection';
import type { Field } from './fields';
import type { Layout } from './layout';
import type { ScanResult } from './scan';

/** How a text becomes a table. */
export interface TextPlan {
  layout: Layout;
  columns: PlannedColumn[];
  /** Texts that mean that a value is missing. */
  missing: readonly string[];
}

export interface PlannedColumn extends Decision {
  /** Its name in the file, made unique. */
  source: string;
  name: string;
  leftOut: boolean;
  /** It is not read as was asked, as that would have lost some of its values. */
  isRefused?: boolean;
}

export const missingTexts: readonly string[] = [''];

/** Plans from values: of a sample for a look, of the whole text for the truth. */
export function createPlanner(layout: Layout, options: ImportOptions) {
  const missing = options.missing ?? missingTexts;
  const isBlankMissing = missing.includes('');
  const sources = toNames(layout.names, layout.width);
  const choices = sources.map((source) => findChoice(options.columns, source));
  const names = toNames(sources.map((source, index) => choices[index]?.name ?? source));
  const types = options.types ?? 'auto';
  const profiles = choices.map((choice) => {
    const own = createProfile({ missing, types });
    // a reading that was chosen for another file's values need not be one for these
    const chosen = choice?.reading && createProfile({ missing, types, chosen: choice.reading });
    return { own, chosen, isAccepted: choice?.acceptMisfits ?? false };
  });

  function decide({ own, chosen, isAccepted }: (typeof profiles)[number], context: Context) {
    const decision = chosen?.decide(context);
    if (!decision) return own.decide(context);
    const isHarmless = decision.misfits.count === 0 && decision.zeros === 0;
    return isAccepted || isHarmless ? decision : { ...own.decide(context), isRefused: true };
  }

  return {
    add(fields: readonly Field[], line: number): void {
      for (let index = 0; index < profiles.length; index++) {
        const value = fields[index] || '';
        if (!value && isBlankMissing) continue;
        profiles[index]!.own.add(value, line);
        profiles[index]!.chosen?.add(value, line);
      }
    },

    plan(): TextPlan {
      const decideAll = (hint: Hint) =>
        profiles.map((profile, index) => decide(profile, { name: sources[index]!, ...hint }));
      // what one column tells of the order of days and months, or of the decimal mark, holds for the others
      const decisions = decideAll(toHint(decideAll({})));
      return {
        layout,
        missing,
        columns: decisions.map((decision, index) => ({
          ...decision,
          source: sources[index]!,
          name: names[index]!,
          leftOut: choices[index]?.leaveOut ?? false,
        })),
      };
    },
  };
}

function toHint(decisions: readonly Decision[]): Hint {
  const hint: Hint = {};
  for (const { reading, questions } of decisions) {
    if (questions.length > 0) continue;
    if ('order' in reading && reading.order !== 'ymd') hint.order ??= reading.order;
    if ('decimal' in reading && reading.decimal === ',') hint.decimal ??= ',';
  }
  return hint;
}

/** Whether the engine's own reader gives the same table as ours would, as far as the plan can tell. */
export function isPlainPlan({ layout, columns, missing }: TextPlan): boolean {
  const { delimiter, quote, escape, spaced, comment, skip, header, units, footer, rowNames } = layout;
  return (
    !spaced &&
    !rowNames &&
    delimiter.length === 1 &&
    delimiter.charCodeAt(0) < 128 &&
    (quote === '"' || quote === "'") &&
    escape === quote &&
    comment === '' &&
    skip + units + footer === 0 &&
    header <= 1 &&
    missing.length === 1 &&
    missing[0] === '' &&
    columns.every(({ plain }) => plain)
  );
}

export function toPlannedTypes({ columns }: TextPlan): ColumnType[] {
  return columns.map(({ reading }) => reading.type);
}

export function toKeptColumns({ columns }: TextPlan): { name: string; type: ColumnType }[] {
  return columns.flatMap(({ leftOut, name, reading }) => (leftOut ? [] : [{ name, type: reading.type }]));
}

/** The types that every value fits, as the scan has proven them. */
export function widenPlan(plan: TextPlan, { types, doubts }: ScanResult): TextPlan {
  const columns = plan.columns.map((column, index): PlannedColumn => {
    const doubt = doubts.get(index);
    if (doubt) return toText(column, doubt.doubt === 'other-form' ? 'mixed' : doubt.doubt, doubt.example);
    return types[index] === 'DOUBLE' && column.reading.type === 'BIGINT'
      ? { ...column, reading: { ...column.reading, type: 'DOUBLE' } }
      : column;
  });
  return { ...plan, columns };
}

/**
 * Whether the plan of a sample can be tried on the whole text. Every value is proven while it is converted; but where the
 * sample left something open, the rest of the values must be asked first.
 */
export function isSettled({ columns }: TextPlan): boolean {
  return columns.every(({ questions, why }) => questions.length === 0 && why !== 'blank');
}

/** The columns in which the engine's own reader met a value that is not of their type become text. */
export function keepAsText(plan: TextPlan, misfits: ReadonlyMap<number, string>): TextPlan {
  const columns = plan.columns.map((column, index) =>
    misfits.has(index) ? toText(column, 'mixed', misfits.get(index)!) : column,
  );
  return { ...plan, columns };
}

function toText(column: PlannedColumn, why: Why, example: string): PlannedColumn {
  return {
    ...column,
    reading: { type: 'VARCHAR' },
    why,
    alternatives: [{ reading: column.reading, misfits: 1, examples: [example.slice(0, 60)], lines: [] }],
    misfits: { count: 0, examples: [], lines: [] },
    zeros: 0,
    plain: true,
  };
}

/** The plan as options that give it again, for the next file of its kind. */
export function toSettings({ layout, columns, missing }: TextPlan): ImportOptions {
  const { delimiter, quote, escape, borders, comment, skip, header, units, footer } = layout;
  return {
    delimiter,
    quote,
    escape,
    ...(borders && { borders: borders.places, wide: borders.wide }),
    comment,
    skip,
    header,
    units,
    footer,
    missing,
    columns: Object.fromEntries(
      columns.map(({ source, name, reading, leftOut, misfits, zeros }) => [
        source,
        {
          reading,
          ...(name !== source && { name }),
          ...(leftOut && { leaveOut: true }),
          ...((misfits.count > 0 || zeros > 0) && { acceptMisfits: true }),
        },
      ]),
    ),
  };
}
